import ChineseReadings
import Foundation
import Testing

/// Compares readings with those that a person would write.
struct ReadingTests {
  /// Syllables with tone numbers, and a `?` after guesses.
  private func readings(_ text: String) -> String {
    text.chineseReadings().map { $0.syllable.numbered + ($0.isGuess ? "?" : "") }.joined(separator: " ")
  }

  @Test func wordsDetermineTheReadingsOfTheirCharacters() {
    #expect(readings("银行行长重新行走") == "yin2 hang2 hang2 zhang3 chong2 xin1 xing2 zou3")
    // The examples of the README.
    #expect(readings("银行行长，头发长长了") == "yin2 hang2 hang2 zhang3 tou2 fa5 zhang3 chang2 le5")
    #expect(readings("長長了，长长的路") == "zhang3 chang2 le5 chang2 chang2 de5 lu4")
  }

  @Test func traditionalCharactersAreReadLikeSimplifiedOnes() {
    #expect(readings("頭髮、發現、乾燥、乾坤、一隻") == "tou2 fa5 fa1 xian4 gan1 zao4 qian2 kun1 yi1 zhi1")
  }

  @Test func aLoneCharacterWithSeveralReadingsIsAGuess() {
    #expect(readings("长") == "chang2?")
    #expect(readings("山") == "shan1")
  }

  @Test func yiAndBuKeepTheirDictionaryTones() {
    #expect(readings("一个不是") == "yi1 ge5 bu4 shi4")
  }

  @Test func neighboursDetermineReadingsOutsideKnownWords() {
    #expect(readings("两只") == "liang3 zhi1")
    #expect(readings("第3行") == "di4 hang2")
    #expect(readings("曾女士") == "zeng1 nv3 shi4")
    #expect(readings("忽然地") == "hu1 ran2 de5")
  }

  @Test func onlyHanCharactersHaveReadings() {
    let found = "在 2023 年，GDP 涨了。".chineseReadings()
    #expect(found.map(\.utf8Range) == [0..<3, 9..<12, 19..<22, 22..<25])
    #expect("plain".chineseReadings().isEmpty)
    #expect("".chineseReadings().isEmpty)
  }

  @Test func aRareCharacterWithoutAReadingIsSkipped() {
    #expect("\u{2A6D6}山".chineseReadings().map(\.utf8Range) == [4..<7])
  }

  @Test(arguments: ["😀山👨‍👩‍👧", "é山\u{FE00}", "山\u{0}\u{FFFD}川"])
  func readingsHaveTheRangesOfTheirCharacters(text: String) {
    let bytes = Array(text.utf8)
    for reading in text.chineseReadings() {
      #expect(["山", "川"].contains(String(decoding: bytes[reading.utf8Range], as: UTF8.self)))
    }
  }

  // MARK: Hand-checked words

  private struct Sample {
    var text: String
    var syllables: [String]
  }

  private static func samples(_ name: String) -> [Sample] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let bytes = (try? Data(contentsOf: folder.appending(path: "Fixtures/\(name)"))) ?? Data()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t")
      return line.hasPrefix("#") || fields.count != 2
        ? nil : Sample(text: String(fields[0]), syllables: fields[1].split(separator: " ").map(String.init))
    }
  }

  /// The minimum is what was measured; see BENCHMARKS.md for the figures and the misses.
  @Test(arguments: [("polyphones.txt", 713, 705), ("sentences.txt", 99, 76)])
  func handCheckedWordsAreReadCorrectly(file: String, count: Int, rightAtLeast: Int) {
    let samples = Self.samples(file)
    var right = 0
    for sample in samples {
      let read = sample.text.chineseReadings().map(\.syllable.numbered)
      if read == sample.syllables { right += 1 } else { print("misread: \(sample.text) \(readings(sample.text))") }
    }
    #expect(samples.count == count)
    #expect(right >= rightAtLeast)
  }

  @Test func theTableIsUpToDateWithItsGenerator() throws {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", root + "/Scripts/generate-readings", "--check"]
    process.standardError = FileHandle.nullDevice
    // If its sources are not installed, nothing can be compared: exit code 2.
    try process.run()
    process.waitUntilExit()
    #expect([0, 2].contains(process.terminationStatus), "run Scripts/generate-readings")
  }
}
