/// Letters outside ASCII that a search treats as ASCII: é as e, ß as ss.
package struct LatinFolding: Sendable {
  package static let shared = LatinFolding()

  /// U+00C0 to U+024F and U+1E00 to U+1EFF.
  private var latin = [UInt16](repeating: 0, count: 0x24F - 0xC0 + 1)
  private var additional = [UInt16](repeating: 0, count: 0x100)

  /// The ASCII letters that replace a character: one in the low byte, a second in the high byte; 0 for none.
  package func letters(for scalar: UInt32) -> UInt16 {
    switch scalar {
    case 0xC0...0x24F: latin[Int(scalar - 0xC0)]
    case 0x1E00...0x1EFF: additional[Int(scalar - 0x1E00)]
    default: 0
    }
  }

  private init() {
    var letters: UInt16 = 0
    var shift: UInt16 = 0
    for scalar in LatinFoldingTable.text.withUTF8Buffer({ String(decoding: $0, as: UTF8.self) }).unicodeScalars {
      switch scalar.value {
      case 0x0A:
        letters = 0
        shift = 0
      case 0x20: break
      case ..<0x80:
        letters |= UInt16(scalar.value) << shift
        shift += 8
      case 0x1E00...: additional[Int(scalar.value - 0x1E00)] = letters
      default: latin[Int(scalar.value - 0xC0)] = letters
      }
    }
  }
}
