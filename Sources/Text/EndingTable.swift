/// Pieces that a text may end with, found by their last byte.
@usableFromInline
package struct EndingTable: Sendable {
  private let byLastByte: [[String]]

  @usableFromInline
  package init(_ pieces: [String]) {
    var table = [[String]](repeating: [], count: 256)
    for piece in pieces { if let last = piece.utf8.last { table[Int(last)].append(piece) } }
    byLastByte = table
  }

  /// Whether a text ends with one of the pieces.
  @usableFromInline
  package func closes(_ text: String) -> Bool {
    guard let last = text.utf8.last else { return false }
    return text.endsWithAny(of: byLastByte[Int(last)])
  }

  /// Whether a text is one of the pieces.
  @usableFromInline
  package func contains(_ text: String) -> Bool {
    guard let last = text.utf8.last else { return false }
    return byLastByte[Int(last)].contains(text)
  }
}
