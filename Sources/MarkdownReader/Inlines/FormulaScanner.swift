/// Where formulas of TeX are in a text: the reader keeps them as they are written, and a writer must not escape them.
package enum FormulaScanner {
  private static let longestInBytes = 2_000

  /// The end of the formula at an offset where there is a `$`, or a `\` before `(` or `[`; `nil` if none begins there.
  package static func end(of bytes: UnsafeBufferPointer<UInt8>, at start: Int, to upper: Int) -> Int? {
    guard start + 1 < upper else { return nil }
    if bytes[start] == 0x24 { return endBetweenDollars(of: bytes, at: start, to: upper) }
    guard bytes[start] == 0x5C, bytes[start + 1] == 0x28 || bytes[start + 1] == 0x5B else { return nil }
    return endBetweenBrackets(of: bytes, at: start, to: upper)
  }

  /// `$…$` as Pandoc reads it: no blank inside the dollars, no digit after the closing one; or `$$…$$`.
  static func endBetweenDollars(of bytes: UnsafeBufferPointer<UInt8>, at position: Int, to upper: Int) -> Int? {
    let isDouble = position + 1 < upper && bytes[position + 1] == 0x24
    let width = isDouble ? 2 : 1
    let start = position + width
    var end = start
    var found: Int?
    let furthest = min(upper, start + longestInBytes)
    while end < furthest {
      if bytes[end] == 0x5C {
        end += 2
        continue
      }
      if bytes[end] == 0x24 {
        found = end
        break
      }
      end += 1
    }
    guard let close = found, close > start else { return nil }
    let isClosed =
      isDouble
      ? close + 1 < upper && bytes[close + 1] == 0x24
      : bytes[start] > 0x20 && bytes[close - 1] > 0x20 && !(close + 1 < upper && bytes[close + 1] &- 0x30 < 10)
    return isClosed ? close + width : nil
  }

  /// `\(…\)` and `\[…\]` of LaTeX. Converters escape ordinary brackets in the same way, so the content must look like a
  /// formula.
  static func endBetweenBrackets(of bytes: UnsafeBufferPointer<UInt8>, at position: Int, to upper: Int) -> Int? {
    let isSquare = bytes[position + 1] == 0x5B
    let closer: UInt8 = isSquare ? 0x5D : 0x29
    let start = position + 2
    let furthest = min(upper, start + longestInBytes)
    var end = start
    var isFormula = !isSquare
    while end + 1 < furthest {
      let byte = bytes[end]
      if byte == 0x5C, bytes[end + 1] == closer { break }
      if byte == 0x5C, bytes[end + 1] == 0x28 || bytes[end + 1] == 0x5B { return nil }
      if byte == 0x5C, MarkupScanner.isLetter(bytes[end + 1]) { isFormula = true }
      if byte == 0x5E || byte == 0x3D { isFormula = true }
      // Formulas contain Han only inside \text{…}.
      if byte >= 0xE3, !isFormula || !bytes[start..<end].contains(0x7B) { return nil }
      end += 1
    }
    guard isFormula, end + 1 < furthest, bytes[start..<end].contains(where: { $0 > 0x20 }) else { return nil }
    return end + 2
  }
}
