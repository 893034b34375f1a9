import SeededRandom

/// Makes texts that are almost what a reader expects: seeds that are cut, doubled, mixed and sprinkled with bytes.
///
/// The same seed gives the same texts everywhere.
struct Mutator: RandomNumberGenerator {
  private var generator: SeededGenerator
  private let seeds: [[UInt8]]
  private let pieces: [[UInt8]]

  init(seed: UInt64, seeds: [String], pieces: [String]) {
    generator = SeededGenerator(seed: seed)
    self.seeds = seeds.map { Array($0.utf8) }
    self.pieces = (pieces + Self.anywhere).map { Array($0.utf8) }
  }

  /// Pieces that are dangerous for readers of any kind.
  private static let anywhere = [
    "", "\0", "\n", "\r\n", "\t", " ", "\\", "\"", "'", "<", ">", "&", "[", "]", "(", ")", "{", "}", "#", "=", ":", ",",
    "-",
    "\u{1B}[31m", "\u{7F}", "\u{9B}", "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{E0041}", "字", "e\u{301}", "👩‍👩‍👧",
    "9223372036854775807", "-9223372036854775808", "1e999", "0x", "%ZZ", "&#x110000;", "&#0;", "\u{3000}", "：",
  ]

  mutating func next() -> UInt64 { generator.next() }

  /// The next text, up to a few kilobytes; not always UTF-8.
  mutating func text() -> [UInt8] {
    var text = seeds.randomElement(using: &self) ?? []
    for _ in 0..<Int.random(in: 0...6, using: &self) {
      let place = Int.random(in: 0...text.count, using: &self)
      let end = min(text.count, place + Int.random(in: 0...12, using: &self))
      switch Int.random(in: 0..<8, using: &self) {
      case 0: text.removeSubrange(place..<end)
      case 1: text.insert(contentsOf: text[place..<end], at: place)
      case 2: text.insert(UInt8.random(in: .min ... .max, using: &self), at: place)
      case 3: text = Array(text[..<place])
      case 4:
        let piece = pieces.randomElement(using: &self) ?? []
        text.insert(contentsOf: Array([[UInt8]](repeating: piece, count: 60).joined()), at: place)
      case 5:
        let other = seeds.randomElement(using: &self) ?? []
        text = text[..<place] + other.suffix(Int.random(in: 0...other.count, using: &self))
      default: text.insert(contentsOf: pieces.randomElement(using: &self) ?? [], at: place)
      }
    }
    return Array(text.prefix(8192))
  }
}
