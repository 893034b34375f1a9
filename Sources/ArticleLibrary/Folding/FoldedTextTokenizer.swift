import GRDB
import GRDBSQLite

/// Splits folded text (see `TextFolding`) for SQLite's FTS5: a token for each Han character and each word, one for
/// each barrier, and one for each common pair (see `CommonPairs`) at the place of its first character.
///
/// A search for a phrase of characters then finds exactly what a search for the substring finds. With the argument
/// `pairs`, characters within a run of common ones have no token but the pair's: then a single common character is
/// the one thing that a phrase does not find.
final class FoldedTextTokenizer: FTS5CustomTokenizer {
  static let name = "folded"

  /// Says that the next token is at the same place as the one before.
  static let samePlace: UInt8 = 0x02

  private let pairs = CommonPairs.shared
  private let leavesCharactersOut: Bool

  init(db: Database, arguments: [String]) throws { leavesCharactersOut = arguments.contains("pairs") }

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
    tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let pText, nText > 0 else { return SQLITE_OK }
    return pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { base in
      let text = UnsafeBufferPointer(start: base, count: Int(nText))
      return tokenization.contains(.query)
        ? tokenizeQuery(text, pText, context, tokenCallback) : tokenizeDocument(text, pText, context, tokenCallback)
    }
  }

  private func tokenizeDocument(
    _ text: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<CChar>, _ context: UnsafeMutableRawPointer?,
    _ emit: FTS5TokenCallback
  ) -> CInt {
    var index = 0
    var isSamePlace = false
    // Whether the tokens before and at `index` are common characters.
    var wasCommon = false
    var isCommon = pairs.isCommon(text, at: 0)
    while index < text.count {
      let byte = text[index]
      if byte == TextFolding.wordSpace || byte == Self.samePlace {
        isSamePlace = byte == Self.samePlace
        index += 1
        isCommon = pairs.isCommon(text, at: index)
        continue
      }
      let end = Self.endOfToken(in: text, at: index)
      let isNextCommon = pairs.isCommon(text, at: end)
      let isPair = isCommon && isNextCommon
      let isLeftOut = isPair && wasCommon && leavesCharactersOut
      if !isLeftOut {
        let code = emit(context, isSamePlace ? 1 : 0, base + index, CInt(end - index), CInt(index), CInt(end))
        if code != SQLITE_OK { return code }
      }
      isSamePlace = false
      if isPair {
        let code = emit(context, isLeftOut ? 0 : 1, base + index, 6, CInt(index), CInt(end))
        if code != SQLITE_OK { return code }
      }
      wasCommon = isCommon
      isCommon = isNextCommon
      index = end
    }
    return SQLITE_OK
  }

  /// The same places, but of each place only the rarest token, and none at the end that a pair before implies.
  private func tokenizeQuery(
    _ text: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<CChar>, _ context: UnsafeMutableRawPointer?,
    _ emit: FTS5TokenCallback
  ) -> CInt {
    var index = 0
    var isImplied = false
    while index < text.count {
      if text[index] == TextFolding.wordSpace {
        index += 1
        continue
      }
      let end = Self.endOfToken(in: text, at: index)
      let isPair = pairs.isCommon(text, at: index) && pairs.isCommon(text, at: end)
      if !(isImplied && end == text.count) {
        let length = isPair ? 6 : end - index
        let code = emit(context, 0, base + index, CInt(length), CInt(index), CInt(index + length))
        if code != SQLITE_OK { return code }
      }
      isImplied = isPair
      index = end
    }
    return SQLITE_OK
  }

  private static func endOfToken(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte == TextFolding.barrier { return index + 1 }
    if TextFolding.beginsCharacter(byte) { return min(text.count, index + (byte >= 0xF0 ? 4 : 3)) }
    var end = index + 1
    while end < text.count, text[end] > 0x20, !TextFolding.beginsCharacter(text[end]) { end += 1 }
    return end
  }
}
