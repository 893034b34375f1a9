import Typesetting

/// Asks the terminal how wide it draws characters that terminals disagree on, and reads the answers.
///
/// Each sample is written at the start of the second row and followed by a request for the cursor's position (DSR 6). A
/// request for the device attributes (DA1), which every terminal answers, comes last: once it is answered, no other
/// answer will come. Inside tmux or screen, the multiplexer answers, and its answer is the one that counts.
public struct WidthProbe: Sendable, Equatable {
  /// East Asian Ambiguous characters that are frequent in Chinese text (UAX #11), then emoji of several scalars.
  static let samples = ["“", "—", "…", "·", "①", "❤️", "👨‍👩‍👧"]
  private static let ambiguousCount = 5

  /// The columns of the samples measured so far, in order.
  public private(set) var widths: [Int] = []
  /// Whether the last answer has come: no others are to be expected.
  public private(set) var isAnswered = false

  public init() {}

  /// The bytes that ask. They leave the samples in the second row, to be painted over.
  ///
  /// Row 2, because a report from row 1 has the form of a modified F3.
  static let request: [UInt8] =
    samples.flatMap { Array("\u{1B}[2;1H\($0)\u{1B}[6n".utf8) } + Array("\u{1B}[2;1H\u{1B}[2K\u{1B}[c".utf8)

  mutating func receive(_ input: TerminalInput) {
    switch input {
    case .cursorReport(_, let column):
      if widths.count < Self.samples.count { widths.append(column - 1) }
    case .deviceAttributes:
      isAnswered = true
    default:
      break
    }
  }

  /// How wide the terminal draws ambiguous characters; `nil` when it did not answer.
  public var ambiguousWidth: AmbiguousWidth? {
    guard widths.count >= Self.ambiguousCount else { return nil }
    let wide = widths.prefix(Self.ambiguousCount).count { $0 == 2 }
    return wide * 2 > Self.ambiguousCount ? .wide : .narrow
  }

  /// Columns of ❤ with the emoji presentation selector; 2 by Unicode, 1 on many terminals.
  public var heartWidthInCells: Int? { widths.count > 5 ? widths[5] : nil }
  /// Columns of a family joined by ZWJ; 2 where it is drawn as one, up to 6 where it is not.
  public var familyWidthInCells: Int? { widths.count > 6 ? widths[6] : nil }
  /// False when “ took three columns: the terminal does not decode UTF-8.
  public var understandsUTF8: Bool? { widths.first.map { $0 < 3 } }
}
