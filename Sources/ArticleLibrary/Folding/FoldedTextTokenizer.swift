import GRDB
import GRDBSQLite

/// Splits folded text (see `TextFolding`) for SQLite's FTS5, which indexes titles and authors, into a token for each
/// character, each word and each barrier.
///
/// A search for a phrase of characters then finds exactly what a search for the substring finds.
final class FoldedTextTokenizer: FTS5CustomTokenizer {
  static let name = "folded"

  /// Indicates that the next token is at the same position as the one before.
  static let samePlace: UInt8 = 0x02

  init(db: Database, arguments: [String]) throws {}

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
    tokenCallback emit: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let pText, nText > 0 else { return SQLITE_OK }
    return pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { base in
      let text = UnsafeBufferPointer(start: base, count: Int(nText))
      var index = 0
      var isSamePlace = false
      while index < text.count {
        let byte = text[index]
        if byte == TextFolding.wordSpace || byte == Self.samePlace {
          isSamePlace = byte == Self.samePlace
          index += 1
          continue
        }
        let end = FoldedTokens.endOfToken(in: text, at: index)
        let code = emit(context, isSamePlace ? 1 : 0, pText + index, CInt(end - index), CInt(index), CInt(end))
        if code != SQLITE_OK { return code }
        isSamePlace = false
        index = end
      }
      return SQLITE_OK
    }
  }
}
