/// A change that was made to a bookmarks file, for undoing it.
enum BookmarkChange: Sendable {
  /// - lines: The entries' own lines.
  /// - block: Everything that was inserted.
  /// - offset: Where it begins, in bytes.
  case added(lines: [[UInt8]], block: [UInt8], offset: Int)
  /// In the file's order.
  case removed([Block])
  case noted(key: String, old: String)
  /// - key, remark: The entry's new key and remark, to find it again.
  case highlighted(key: String, remark: String, old: Bookmark)

  /// An entry that was removed, and its surroundings.
  struct Block: Sendable {
    var bytes: [UInt8]
    /// Its first line, from 0, in the file with all entries.
    var line: Int
    /// The lines above it, the nearest first, including those of blocks before this one.
    var before: [[UInt8]]
    /// The lines below it, except those of blocks after this one.
    var after: [[UInt8]]
  }

  /// How many lines around a block determine its place.
  private static let contextInLines = 16

  /// The blocks that these entries, in the file's order, leave when they are removed.
  static func removed(_ entries: [BookmarkText.Entry], of text: BookmarkText) -> BookmarkChange {
    let taken = entries.map(\.lines)
    return .removed(
      entries.enumerated().map { index, entry in
        let (first, end) = (entry.lines.lowerBound, entry.lines.upperBound)
        var after: [[UInt8]] = []
        var line = end
        var next = index + 1
        while line < text.lineCount, after.count < contextInLines {
          if next < taken.count, taken[next].contains(line) {
            line = taken[next].upperBound
            next += 1
          } else {
            after.append(Array(text.line(line)))
            line += 1
          }
        }
        return Block(
          bytes: Array(text.lines(entry.lines)), line: first,
          before: (max(0, first - contextInLines)..<first).reversed().map { Array(text.line($0)) }, after: after)
      })
  }

  /// The content of a file without the change.
  func undone(in text: BookmarkText) -> [UInt8] {
    switch self {
    case .added(let lines, let block, let offset):
      let end = offset + block.count
      if end <= text.bytes.count, text.bytes[offset..<end].elementsEqual(block) {
        return Array(text.bytes[..<offset] + text.bytes[end...])
      }
      let wanted = Set(lines)
      return text.removing(text.entries.filter { wanted.contains(text.ownLine(of: $0)) })
    case .removed(let blocks):
      return blocks.reduce(text) { text, block in
        // Someone else may already have put it back.
        let own = BookmarkText(block.bytes).entryLines.first
        if text.entryLines.contains(where: { $0 == own }), Self.place(of: block, in: text).score < block.fullScore {
          return text
        }
        return BookmarkText(text.inserting(block.bytes, before: Self.place(of: block, in: text).line))
      }.bytes
    case .noted, .highlighted: return text.bytes
    }
  }

  /// The place of a block: where most lines above and below are those that were there, and nearest to its former line.
  private static func place(of block: Block, in text: BookmarkText) -> (line: Int, score: Int) {
    var best = (score: 0, distance: Int.max, line: text.lineCount)
    for line in 0...text.lineCount {
      var score = 0
      for (offset, expected) in block.before.enumerated() {
        guard line - 1 - offset >= 0, text.line(line - 1 - offset).elementsEqual(expected) else { break }
        score += weight(of: expected)
      }
      for (offset, expected) in block.after.enumerated() {
        guard line + offset < text.lineCount, text.line(line + offset).elementsEqual(expected) else { break }
        score += weight(of: expected)
      }
      let distance = abs(line - block.line)
      if score > best.score || (score == best.score && score > 0 && distance < best.distance) {
        best = (score, distance, line)
      }
    }
    return (best.line, best.score)
  }

  /// Empty lines are everywhere, so they say little.
  fileprivate static func weight(of line: [UInt8]) -> Int { line.contains { $0 > 0x20 } ? 4 : 1 }
}

extension BookmarkChange.Block {
  /// The score of a place where everything around it is unchanged.
  fileprivate var fullScore: Int { (before + after).reduce(0) { $0 + BookmarkChange.weight(of: $1) } }
}

extension BookmarkText {
  /// An entry's line without its line end.
  func ownLine(of entry: Entry) -> [UInt8] {
    var own = line(entry.lines.lowerBound)
    while let last = own.last, last == 0x0A || last == 0x0D { own = own.dropLast() }
    return Array(own)
  }

  var entryLines: [[UInt8]] { entries.map(ownLine) }
}
