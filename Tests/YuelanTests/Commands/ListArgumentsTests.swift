import ArgumentParser
import SeededRandom
import Testing

@testable import yuelan

/// Plain command lines of `list` and `search` are read as the argument parser reads them.
@Suite struct ListArgumentsTests {
  private func parsed(_ arguments: [String]) -> ListArguments? {
    switch try? Yuelan.parseAsRoot(arguments) {
    case let list as ListCommand: ListArguments(query: nil, paths: list.paths, sort: list.sort, list.options)
    case let search as SearchCommand:
      ListArguments(query: search.query, paths: search.paths, sort: search.sort, search.options)
    default: nil
    }
  }

  private static let pieces = [
    ["气候"], ["dir"], ["a b.md"], ["search"], ["help"], ["-n", "20"], ["--limit", "0"], ["--limit", "twenty"],
    ["-n", "-1"],
    ["-s", "title"], ["--sort", "oldest"], ["--sort", "bogus"], ["-f", "tsv"], ["--format", "json"],
    ["--color", "never"],
    ["--print0"], ["--fold"], ["--refresh"], ["--no-wait"], ["--bookmarks", "marks.md"], ["--bookmarks", "--fold"],
    ["--limit=3"], ["-n3"], ["--"], ["-"], [""], ["--bogus"], ["-x"], ["--help"], ["--version"], ["-n"],
  ]

  @Test func plainArgumentsAreReadAsTheArgumentParserReadsThem() {
    var generator = SeededGenerator(seed: 29)
    var plainCount = 0
    for _ in 0..<400 {
      let command = ["list", "search"].randomElement(using: &generator) ?? ""
      let rest = (0..<Int.random(in: 0...5, using: &generator)).flatMap { _ in
        // Half of them from those that are plain.
        Self.pieces.prefix(Bool.random(using: &generator) ? 7 : Self.pieces.count).randomElement(using: &generator)
          ?? []
      }
      guard let plain = ListArguments(plain: [command] + rest) else { continue }
      plainCount += 1
      #expect(plain == parsed([command] + rest), "\([command] + rest)")
    }
    #expect(plainCount > 80)
  }

  @Test(arguments: [
    ["search", "气候", "dir", "-n", "20"], ["search", "-s", "newest", "--fold", "气候"], ["list"],
    [
      "list", "--format", "tsv", "a", "--print0", "b", "--color", "always", "--refresh", "--no-wait", "--bookmarks",
      "m",
    ],
  ])
  func commonCommandLinesAreReadWithoutTheArgumentParser(arguments: [String]) {
    #expect(ListArguments(plain: arguments) != nil)
  }

  @Test(arguments: [
    (["list", "-n5", "own"], ["list", "-n", "5", "own"]),
    (["search", "-fjson", "-stitle", "气候"], ["search", "-f", "json", "-s", "title", "气候"]),
  ])
  func aValueMayFollowItsLetter(joined: [String], apart: [String]) {
    #expect(parsed(joined) != nil && parsed(joined) == parsed(apart))
  }

  @Test(arguments: [
    [], ["read", "a.md"], ["search"], ["search", "--help"], ["list", "--", "-x"], ["list", "--sort", "bogus"],
    ["list", "--limit=3"], ["list", "-n"],
  ])
  func otherFormsAreLeftToTheArgumentParser(arguments: [String]) {
    #expect(ListArguments(plain: arguments) == nil)
  }
}
