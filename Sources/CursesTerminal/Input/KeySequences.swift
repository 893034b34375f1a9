import ReadingRoom

/// The byte sequences that the terminal's keys send, from terminfo.
///
/// They take precedence over the sequences of ECMA-48 and xterm that `InputDecoder` knows: F1 on the Linux console, for
/// example, is `ESC [ [ A`.
public struct KeySequences: Sendable {
  private(set) var keys: [[UInt8]: Key] = [:]
  private var prefixes: Set<[UInt8]> = []
  private(set) var longest = 0

  /// An empty set.
  public init() {}

  /// Adds a sequence; ignored unless it is an escape with at least one more byte.
  mutating func add(_ sequence: [UInt8], _ key: Key) {
    guard sequence.count >= 2, sequence[0] == 0x1B, keys[sequence] == nil else { return }
    keys[sequence] = key
    longest = max(longest, sequence.count)
    for length in 1..<sequence.count { prefixes.insert(Array(sequence[..<length])) }
  }

  /// The longest sequence that the bytes start with.
  func match(_ bytes: ArraySlice<UInt8>) -> (key: Key, length: Int)? {
    var length = min(longest, bytes.count)
    while length >= 2 {
      if let key = keys[Array(bytes.prefix(length))] { return (key, length) }
      length -= 1
    }
    return nil
  }

  /// Whether the bytes are the start of a longer sequence.
  func isPrefix(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count < longest && prefixes.contains(Array(bytes))
  }

  /// The sequences of the terminal that curses was opened for.
  @MainActor static func fromTerminfo() -> KeySequences {
    var sequences = KeySequences()
    for (name, key) in plainNames + functionNames {
      if let sequence = Terminfo.string(name) { sequences.add(sequence, key) }
    }
    // xterm's extended capabilities: kUP3 is Alt-Up; the number is xterm's modifier code (see InputDecoder).
    for (name, code) in modifiedNames {
      for number in 3...8 {
        guard let sequence = Terminfo.string("\(name)\(number)") else { continue }
        sequences.add(sequence, Key(code, Key.Modifiers(xtermCode: number)))
      }
    }
    return sequences
  }

  private static let plainNames: [(String, Key)] = [
    ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
    ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)), ("khome", Key(.home)), ("kend", Key(.end)),
    ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kbs", Key(.backspace)), ("kent", Key(.enter)),
    ("kcbt", Key(.tab, .shift)), ("kri", Key(.up, .shift)), ("kind", Key(.down, .shift)),
    ("kLFT", Key(.left, .shift)), ("kRIT", Key(.right, .shift)), ("kPRV", Key(.pageUp, .shift)),
    ("kNXT", Key(.pageDown, .shift)), ("kHOM", Key(.home, .shift)), ("kEND", Key(.end, .shift)),
    ("kIC", Key(.insert, .shift)), ("kDC", Key(.delete, .shift)),
  ]
  private static let functionNames: [(String, Key)] = (1...12).map { ("kf\($0)", Key(.function($0))) }
  private static let modifiedNames: [(String, Key.Code)] = [
    ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kPRV", .pageUp), ("kNXT", .pageDown),
    ("kHOM", .home), ("kEND", .end), ("kIC", .insert), ("kDC", .delete),
  ]
}

extension Key.Modifiers {
  /// xterm's modifier parameter: 1 plus 1 for shift, 2 for alt, 4 for control, 8 for meta.
  ///
  /// Source: XTerm Control Sequences, "PC-Style Function Keys".
  init(xtermCode code: Int) {
    let bits = max(0, code - 1)
    self = []
    if bits & 1 != 0 { insert(.shift) }
    if bits & (2 | 8) != 0 { insert(.alt) }
    if bits & 4 != 0 { insert(.control) }
  }
}
