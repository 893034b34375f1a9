import Text

/// Reads Markdown: CommonMark 0.31.2 in its two phases, and the extensions in `options`.
///
/// ```swift
/// let document = MarkdownParser(options: .gitHub).document(from: bytes)
/// let html = MarkdownHTML.string(of: document)
/// ```
///
/// Never fails. Linear in the number of bytes, without recursion.
public struct MarkdownParser: Sendable {
  /// Which extensions of CommonMark are read.
  public var options: MarkdownOptions

  /// Creates a parser for CommonMark with a family of extensions; by default GitHub's.
  public init(options: MarkdownOptions = .gitHub) { self.options = options }

  /// Reads a document.
  ///
  /// - Parameter bytes: UTF-8; at most 2 GiB minus one byte; anything beyond is not read.
  public func document(from bytes: UnsafeBufferPointer<UInt8>) -> MarkdownDocument {
    let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(Int(Int32.max / 4)))
    // A carriage return ends a line too, and NUL is U+FFFD (CommonMark 2.1, 2.3).
    guard ByteSearch.holds(bytes, byte: 0x0D) || ByteSearch.holds(bytes, byte: 0) else {
      return Self.parse(bytes, options)
    }
    var normalized: [UInt8] = []
    normalized.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x0D:
        normalized.append(0x0A)
        if offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { offset += 1 }
      case 0: normalized.append(contentsOf: [0xEF, 0xBF, 0xBD])
      default: normalized.append(bytes[offset])
      }
      offset += 1
    }
    return normalized.withUnsafeBufferPointer { Self.parse($0, options) }
  }

  /// Reads a document; see ``document(from:)-(UnsafeBufferPointer<UInt8>)``.
  public func document(from bytes: [UInt8]) -> MarkdownDocument {
    bytes.withUnsafeBufferPointer { document(from: $0) }
  }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ options: MarkdownOptions) -> MarkdownDocument {
    var blocks = BlockParser(bytes, options)
    blocks.parse()
    var writer = EventWriter(blocks)
    return writer.document()
  }
}
