import Text

/// Markup as a flat sequence, for small documents that are not pages, such as exported bookmarks.
package enum MarkupPiece: Sendable, Hashable {
  /// Text with references decoded and white space unchanged.
  case text(String)
  /// The name and the attributes' names are in lower case; of two attributes with the same name the first counts.
  case open(name: String, attributes: [String: String], isSelfClosing: Bool)
  case close(name: String)

  /// Cuts a document into its pieces; comments and declarations are left out.
  ///
  /// - Complexity: O(n).
  package static func pieces(of document: [UInt8]) -> [MarkupPiece] {
    // The tokenizer's text is free of NUL and CR.
    let source = document.filter { $0 != 0x00 && $0 != 0x0D }
    return source.withUnsafeBufferPointer { bytes in
      var pieces: [MarkupPiece] = []
      var tokenizer = HTMLTokenizer(bytes, range: 0..<bytes.count)
      while true {
        switch tokenizer.next() {
        case .end: return pieces
        case .comment: break
        case .text:
          let text = UnsafeBufferPointer(rebasing: bytes[tokenizer.start..<tokenizer.end])
          pieces.append(.text(CharacterReference.decode(text, inAttribute: false)))
        case .startTag:
          pieces.append(
            .open(
              name: name(in: bytes, tokenizer), attributes: attributes(in: bytes, tokenizer),
              isSelfClosing: tokenizer.isSelfClosing))
        case .endTag:
          pieces.append(.close(name: name(in: bytes, tokenizer)))
        }
      }
    }
  }

  private static func name(in bytes: UnsafeBufferPointer<UInt8>, _ tokenizer: HTMLTokenizer) -> String {
    String(decoding: bytes[tokenizer.nameStart..<tokenizer.nameEnd], as: UTF8.self).lowercased()
  }

  private static func attributes(
    in bytes: UnsafeBufferPointer<UInt8>, _ tokenizer: HTMLTokenizer
  ) -> [String: String] {
    guard let base = bytes.baseAddress else { return [:] }
    var attributes: [String: String] = [:]
    var scanner = AttributeScanner(base: base, offset: tokenizer.attributesStart, limit: tokenizer.end)
    while scanner.next() {
      let name = String(decoding: bytes[scanner.name], as: UTF8.self).lowercased()
      guard attributes[name] == nil else { continue }
      let value = UnsafeBufferPointer(rebasing: bytes[scanner.value])
      attributes[name] = CharacterReference.decode(value, inAttribute: true)
    }
    return attributes
  }
}
