import ArticleDump
import Foundation
import SeededRandom
import Testing

@testable import ArticleLibrary

/// The bookmarks file and the highlights file after random edits by hand: existing entries are found again, and changes
/// by the program leave all foreign lines unchanged.
@Suite struct HandEditTests {
  enum Kind: String, CaseIterable, Sendable {
    case bookmarks, highlights

    func entry(_ number: Int) -> Bookmark {
      var entry = Bookmark(
        title: "第\(number)篇", url: "https://example.org/\(number)", description: "江报, 2026-01-02",
        path: "archive/\(number).md", added: "2026-11-29T10:00:00Z", note: number % 2 == 0 ? "" : "记\(number) #江\n\n又一段"
      )
      guard self == .highlights else { return entry }
      entry.passage = Passage(utf8Range: number..<number + 30, color: .green)
      entry.note = Bookmark.note(quoting: "第\(number)处的话。\n- [像](一个)条目", remark: entry.note)
      return entry
    }

    func add(_ entry: Bookmark, to file: BookmarksFile) throws -> Bool {
      switch self {
      case .bookmarks: try file.add(entry)
      case .highlights: try file.add(highlight: entry)
      }
    }

    func change(_ entry: Bookmark, remark: String, in file: BookmarksFile) throws {
      switch self {
      case .bookmarks: try file.setNote(remark, key: entry.key)
      case .highlights: try file.changeHighlight(.pink, remark: remark, key: entry.key)
      }
    }

    /// The entries as the reading room shows them: a highlight that occurs twice is shown once.
    func shown(_ entries: [Bookmark]) -> [Bookmark] { self == .bookmarks ? entries : Bookmark.highlights(entries) }
  }

  @Test(arguments: Kind.allCases)
  func entriesSurviveHandEditsAndOtherLinesAreKept(kind: Kind) throws {
    for seed in 0..<60 {
      let folder = try TestFolder()
      let file = BookmarksFile(path: folder.path + "/\(kind).md")
      var edited = HandEditedFile(entries: (0..<6).map(kind.entry), seed: UInt64(seed))
      for _ in 0..<8 { edited.edit() }
      try folder.write("\(kind).md", edited.text)
      let known = try file.bookmarks()
      for number in 0..<6 {
        let found = known.filter { $0.url == kind.entry(number).url }
        #expect(found.count == edited.copyCount(of: number), "seed \(seed): entry \(number)\n\(edited.text)")
        #expect(found.allSatisfy { isSame($0, kind.entry(number)) }, "seed \(seed): entry \(number)\n\(edited.text)")
        #expect(try !kind.add(kind.entry(number), to: file), "seed \(seed): entry \(number) is doubled")
      }
      #expect(known.count == (0..<6).reduce(0) { $0 + edited.copyCount(of: $1) }, "seed \(seed)\n\(edited.text)")
      try addChangeAndRemove(kind, file, edited, seed: seed)
    }
  }

  private func addChangeAndRemove(_ kind: Kind, _ file: BookmarksFile, _ edited: HandEditedFile, seed: Int) throws {
    let original = try bytes(of: file)
    #expect(original == Array(edited.text.utf8))
    #expect(try kind.add(kind.entry(7), to: file))
    try expectForeignLines(of: edited, in: file, seed)
    #expect(try file.bookmarks().contains { isSame($0, kind.entry(7)) }, "seed \(seed)\n\(edited.text)")
    #expect(try file.undo())
    #expect(try bytes(of: file) == original, "seed \(seed): an addition undone")

    let before = try file.bookmarks()
    let target = try #require(before.first { $0.url == kind.entry(seed % 6).url })
    try file.remove(key: target.key)
    try expectForeignLines(of: edited, in: file, seed)
    #expect(try others(than: target, before) == others(than: target, file.bookmarks()), "seed \(seed)\n\(edited.text)")
    #expect(try file.bookmarks().allSatisfy { $0.key != target.key })
    #expect(try file.undo())
    #expect(try bytes(of: file) == original, "seed \(seed): a removal undone")

    try kind.change(target, remark: "后来想到的\n\n> 两段", in: file)
    try expectForeignLines(of: edited, in: file, seed)
    #expect(try others(than: target, before) == others(than: target, file.bookmarks()), "seed \(seed)\n\(edited.text)")
    let changed = try kind.shown(file.bookmarks()).filter { $0.url == target.url }
    let first = try #require(changed.first)
    #expect(kind == .bookmarks || changed.count == 1)
    #expect((kind == .bookmarks ? first.note : first.remark) == "后来想到的\n\n> 两段", "seed \(seed)\n\(edited.text)")
    #expect(first.passage?.color == (kind == .bookmarks ? nil : .pink) && first.quotation.hasPrefix(target.quotation))
    try file.remove(key: first.key)
    try expectForeignLines(of: edited, in: file, seed)
    #expect(try file.bookmarks().allSatisfy { $0.url != target.url }, "seed \(seed): it is there after its removal")
  }

  private func bytes(of file: BookmarksFile) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: file.path)))
  }

  /// Whether an entry is as written, except for additions to its note.
  private func isSame(_ entry: Bookmark, _ written: Bookmark) -> Bool {
    entry.key == written.key && entry.quotation == written.quotation && entry.remark.hasPrefix(written.remark)
  }

  private func others(than target: Bookmark, _ entries: [Bookmark]) -> [Bookmark] {
    entries.filter { $0.url != target.url }.map { entry in
      var entry = entry
      entry.line = 0
      return entry
    }
  }

  /// All foreign lines in order, with their line ends, except that the last line of a file may get one.
  private func expectForeignLines(of edited: HandEditedFile, in file: BookmarksFile, _ seed: Int) throws {
    let wanted = edited.foreignLines
    let names = Set(wanted)
    var content = try bytes(of: file)
    if content.last != 0x0A { content += edited.lineEnd.utf8 }
    var lines = content.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    if edited.hasByteOrderMark, let first = lines.first { lines[0] = Array(first.dropFirst(3)) }
    let left = lines.map { String(decoding: $0, as: UTF8.self) }.filter(names.contains)
    #expect(left == wanted, "seed \(seed)\n\(edited.text)")
  }
}

/// A file of entries as people leave it: blocks of lines that belong to an entry or are foreign.
private struct HandEditedFile {
  private struct Block {
    var lines: [String]
    /// The number of the entry; nil for foreign lines.
    var entry: Int?
  }

  private var blocks: [Block]
  private var random: SeededGenerator
  private(set) var lineEnd = "\n"
  private var isLastLineEnded = true
  /// The last block opens code that is never closed; no entry can be below it.
  private var hasOpenFence = false
  private var editCount = 0
  private(set) var hasByteOrderMark = false

  init(entries: [Bookmark], seed: UInt64) {
    random = SeededGenerator(seed: seed)
    blocks = [Block(lines: ["# 手写的题"])]
    for (number, entry) in entries.enumerated() {
      let lines = String(decoding: BookmarkLine.format(entry), as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      blocks.append(Block(lines: lines.dropLast().map(String.init), entry: number))
    }
  }

  var text: String {
    let text = blocks.flatMap(\.lines).joined(separator: lineEnd)
    return (hasByteOrderMark ? "\u{FEFF}" : "") + text + (isLastLineEnded ? lineEnd : "")
  }

  /// Foreign lines that are not empty, with the carriage return that ends them.
  var foreignLines: [String] {
    let lines = blocks.filter { $0.entry == nil }.flatMap(\.lines).filter { !$0.isEmpty }
    return lines.map { lineEnd == "\n" ? $0 : $0 + "\r" }
  }

  func copyCount(of entry: Int) -> Int { blocks.count { $0.entry == entry } }

  mutating func edit() {
    editCount += 1
    switch Int.random(in: 0..<12, using: &random) {
    case 0: blocks.insert(blocks.remove(at: placeOfBlock()), at: place())
    case 1: changeEntry { lines, random in Self.indent(&lines, by: [2, 3, 4].randomElement(using: &random) ?? 2) }
    case 2:
      changeEntry { lines, random in
        let marker = ["*", "+", "1.", "12)"].randomElement(using: &random) ?? "*"
        let indent = lines[0].prefix { $0 == " " }
        lines[0] = indent + marker + lines[0].drop { $0 == " " }.drop { $0 != " " }
      }
    case 3:
      changeEntry { [editCount] lines, _ in
        lines.append(lines[0].prefix { $0 == " " } + "    手写的补记\(editCount) #补")
      }
    case 4: lineEnd = "\r\n"
    case 5: hasByteOrderMark = true
    case 6:
      guard !hasOpenFence else { return }
      blocks.append(Block(lines: ["```", "- [例](https://example.org/0)", "没有合上"]))
      hasOpenFence = true
    case 7:
      let copy = blocks[placeOfBlock()]
      if copy.entry != nil { blocks.insert(copy, at: place()) }
    case 8:
      let (first, second) = (place(), place())
      blocks.insert(Block(lines: [">>>>>>> theirs \(editCount)"]), at: max(first, second))
      blocks.insert(Block(lines: ["======="]), at: (first + second) / 2)
      blocks.insert(Block(lines: ["<<<<<<< ours \(editCount)"]), at: min(first, second))
    case 9: blocks.insert(Block(lines: ["~~~ md", "- [例](https://example.org/1)", "~~~"]), at: place())
    case 10: isLastLineEnded = false
    default:
      let lines = [["", "## 节\(editCount)", ""], ["随手一行\(editCount)  "], ["- 不是条目\(editCount)"], [""]]
      blocks.insert(Block(lines: lines.randomElement(using: &random) ?? []), at: place())
    }
  }

  private static func indent(_ lines: inout [String], by count: Int) {
    lines = lines.map { $0.isEmpty ? $0 : String(repeating: " ", count: count) + $0 }
  }

  private mutating func changeEntry(_ change: (inout [String], inout SeededGenerator) -> Void) {
    let index = placeOfBlock()
    if blocks[index].entry != nil { change(&blocks[index].lines, &random) }
  }

  /// A block that is not the open code.
  private mutating func placeOfBlock() -> Int {
    Int.random(in: 0..<blocks.count - (hasOpenFence ? 1 : 0), using: &random)
  }

  private mutating func place() -> Int { Int.random(in: 0...blocks.count - (hasOpenFence ? 1 : 0), using: &random) }
}
