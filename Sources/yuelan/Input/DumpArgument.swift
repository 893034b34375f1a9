import ArticleLibrary
import Glibc

extension DumpPath {
  /// Finds a dump by an argument: the file of that name, else the file that is displayed this way (`display`), such as
  /// a line of `yuelan list`. A book's file stands for the article in it.
  init(argument: String) {
    self.init(argument)
    defer { self = articleOfBook ?? self }
    guard argument.utf8.contains(UInt8(ascii: "\\")), !isThere, !leadsToDump else { return }
    let unescaped = DumpPath(bytes: Self.unescaped(Array(argument.utf8)))
    if unescaped.isThere || unescaped.leadsToDump { self = unescaped }
  }

  private var isThere: Bool {
    var status = stat()
    return (bytes + [0]).withUnsafeBufferPointer { name in
      name.withMemoryRebound(to: CChar.self) { name in name.baseAddress.map { lstat($0, &status) } ?? -1 }
    } == 0
  }

  /// Reverses `display`: `\xNN` and `\\` are unescaped, other backslashes stay.
  private static func unescaped(_ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while index < text.count {
      let rest = text[index...]
      if rest.starts(with: #"\x"#.utf8), rest.count >= 4,
        let byte = UInt8(String(decoding: rest.dropFirst(2).prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 4
      } else {
        index += rest.starts(with: #"\\"#.utf8) ? 2 : 1
        bytes.append(rest[rest.startIndex])
      }
    }
    return bytes
  }
}

/// The command line without the program's name. Ill-formed UTF-8 is escaped as by `DumpPath.display`: file names may
/// contain any bytes, but the argument parser only knows text.
func commandLineArguments() -> [String] {
  (1..<max(1, Int(CommandLine.argc))).compactMap { index in
    CommandLine.unsafeArgv[index].map { argument in
      let bytes = UnsafeBufferPointer(start: argument, count: strlen(argument)).map { UInt8(bitPattern: $0) }
      return String(validating: bytes, as: UTF8.self) ?? DumpPath(bytes: bytes).display
    }
  }
}
