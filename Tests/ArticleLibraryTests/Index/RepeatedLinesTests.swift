import ArticleDump
import SeededRandom
import Testing

@testable import ArticleLibrary

/// What an archive learns about its sites while it is being read.
@Suite struct RepeatedLinesTests {
  @Test func aLineIsCountedOncePerFile() {
    var lines = RepeatedLines()
    lines.add(site: "a.example", lineKeys: [1, 2, 3])
    lines.add(site: "a.example", lineKeys: [2, 3, 4])
    lines.add(site: "b.example", lineKeys: [3, 5])
    let profiles = Dictionary(uniqueKeysWithValues: lines.profiles().map { ($0.site, $0.profile) })
    #expect(profiles["a.example"]?.lines == [2: 2, 3: 2] && profiles["a.example"]?.fileCount == 2)
    // A line of another site does not count for this one, and a single file repeats nothing.
    #expect(profiles["b.example"]?.lines == [:] && profiles["b.example"]?.fileCount == 1)
  }

  @Test func countingContinuesFromTheIndex() {
    var lines = RepeatedLines()
    lines.add(SiteProfile(fileCount: 40, lines: [7: 30]), of: "a.example")
    #expect(lines.profiles().isEmpty)
    lines.add(site: "a.example", lineKeys: [7, 8])
    let profile = lines.profiles().first?.profile
    #expect(profile?.fileCount == 41 && profile?.lines == [7: 31])
  }

  @Test func articlesThatKeptARepeatedLineAreParsedAgain() {
    var lines = RepeatedLines()
    lines.add(site: "a.example", lineKeys: [1, 2], keptLineKeys: [2], article: 11)
    #expect(lines.articlesToReparse.isEmpty)
    // The article that had the line first, and the one that shows that it is repeated.
    lines.add(site: "a.example", lineKeys: [2, 3], keptLineKeys: [2, 3], article: 12)
    #expect(lines.articlesToReparse == [11, 12])
    // A line that is dropped without a profile does not need one.
    lines.add(site: "a.example", lineKeys: [2, 4], keptLineKeys: [4], article: 13)
    lines.add(site: "b.example", lineKeys: [2], keptLineKeys: [2], article: 14)
    #expect(lines.articlesToReparse == [11, 12])
    #expect(lines.settle().isEmpty && lines.articlesToReparse.isEmpty)
  }

  @Test func aSeriesInALargeSiteIsNotParsedAgain() {
    var lines = RepeatedLines()
    for article in 1...200 as ClosedRange<Int32> { lines.add(site: "a.example", lineKeys: [], article: article) }
    // Three of two hundred files.
    for article in 201...203 as ClosedRange<Int32> {
      lines.add(site: "a.example", lineKeys: [7], keptLineKeys: [7], article: article)
    }
    #expect(lines.articlesToReparse.isEmpty)
  }

  @Test func aSiteThatHasDoubledIsParsedAgain() {
    func grown(from files: Int, by more: Int, settled: Int) -> Set<String> {
      var lines = RepeatedLines()
      lines.add(SiteProfile(fileCount: files), settledCount: settled, of: "a.example")
      for _ in 0..<more { lines.add(site: "a.example", lineKeys: []) }
      return lines.settle()
    }
    #expect(grown(from: 10, by: 10, settled: 10) == ["a.example"])
    #expect(grown(from: 10, by: 9, settled: 10).isEmpty)
    // With so many files the site is known.
    #expect(grown(from: 64, by: 1_000, settled: 64).isEmpty)
  }

  @Test func theTableIsBoundedAndKeepsRepeatedLines() {
    var random = SeededGenerator(seed: 14)
    var lines = RepeatedLines()
    let boilerplate = (0..<12).map { _ in random.next() }
    for file in 0..<40_000 {
      let prose = (0..<60).map { _ in random.next() }
      lines.add(site: "site\(file % 20).example", lineKeys: boilerplate + prose)
    }
    // Half a million slots are the maximum.
    #expect(lines.lineCount < 1 << 19)
    let profiles = lines.profiles()
    #expect(profiles.count == 20)
    for profile in profiles.map(\.profile) {
      #expect(profile.fileCount == 2_000 && Set(profile.lines.keys).isSuperset(of: boilerplate))
      #expect(profile.lines.count <= SiteProfile.capacity)
      #expect(boilerplate.allSatisfy { profile.lines[$0] == 2_000 })
    }
  }
}
