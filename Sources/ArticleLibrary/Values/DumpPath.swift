import ArchiveSources
import ArticleDump
import Glibc

/// A path as in the file system: bytes, not necessarily UTF-8.
public struct DumpPath: Sendable, Hashable {
  /// Without the final NUL.
  public var bytes: [UInt8]

  /// A path of any bytes.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// A path in UTF-8.
  public init(_ path: String) { bytes = Array(path.utf8) }

  /// The path as text if it is UTF-8, `nil` otherwise.
  public var string: String? { String(validating: bytes, as: UTF8.self) }

  /// The path for display and for the bookmarks file: each byte that is not UTF-8, or belongs to a character that no
  /// terminal may receive (controls, including bidirectional ones), as `\xNN`, and a backslash as `\\`; lossless.
  public var display: String {
    if let string, !bytes.contains(0x5C), Sanitizer.sanitized(string) == string { return string }
    return Self.escaped(bytes)
  }

  /// The path for programs: the path itself if it is UTF-8, so that the file with this name can be opened; otherwise
  /// `display`. The output format escapes by its own rules.
  public var text: String { string ?? display }

  /// The path on a line of tab-separated fields: `text`, unless one of its characters would end the line or the field,
  /// command a terminal or reorder its text; then `display`.
  public var lineText: String {
    guard let string, !string.unicodeScalars.contains(where: Self.breaksLine) else { return display }
    return string
  }

  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isBidiControl
    }
  }

  /// The path of a name in this folder, with one slash between them.
  public func appending(_ name: [UInt8]) -> DumpPath {
    DumpPath(bytes: bytes.last == 0x2F ? bytes + name : bytes + [0x2F] + name)
  }

  /// The part after the last `/`.
  public var name: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }

  /// The folder that contains it, without a final slash.
  package var folder: DumpPath {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return DumpPath(bytes: [0x2E]) }
    return DumpPath(bytes: Array(bytes[..<max(slash, 1)]))
  }

  /// Whether a regular file is at the path, which programs can open.
  public var isFile: Bool {
    var status = stat()
    return withCString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The path without links and `..`, also for an entry in a container; `nil` if nothing is there.
  var real: DumpPath? {
    if let resolved = withCString({ realpath($0, nil) }) {
      defer { free(resolved) }
      return DumpPath(
        bytes: UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map { UInt8(bitPattern: $0) })
    }
    let location = SourceLocation.entry(at: bytes) ?? SourceLocation.source(at: bytes)
    return location?.real.map { DumpPath(bytes: $0.path) }
  }

  /// Calls a C function with the path and its final NUL; the pointer is valid during the call.
  public func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    var terminated = bytes.map { CChar(bitPattern: $0) }
    terminated.append(0)
    return terminated.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("an array with its NUL has an address") }
      return body(base)
    }
  }

  static func escaped(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var escaped: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = scalarLength(in: bytes, at: index)
      let text = String(decoding: bytes[index..<index + length], as: UTF8.self)
      if length == 0 || Sanitizer.sanitized(text) != text {
        for byte in bytes[index..<index + max(1, length)] {
          escaped += [0x5C, 0x78, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        index += max(1, length)
      } else if byte == 0x5C {
        escaped += [0x5C, 0x5C]
        index += 1
      } else {
        escaped += bytes[index..<index + length]
        index += length
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// The length of the well-formed UTF-8 sequence at `index`, 0 if there is none (Unicode, table 3-7).
  private static func scalarLength(in bytes: [UInt8], at index: Int) -> Int {
    let length =
      switch bytes[index] {
      case 0..<0x80: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0, index + length <= bytes.count else { return 0 }
    return String(validating: bytes[index..<index + length], as: UTF8.self) == nil ? 0 : length
  }
}
