import Testing

@testable import ArticleDump

@Suite struct OrdinalTests {
  private func ordinal(_ line: String) -> Ordinal? {
    Array(line.utf8).withUnsafeBufferPointer { Ordinal(opening: $0) }
  }

  @Test(arguments: [
    ("5. 票价", 5), ("12、谁在等船", 12), ("三、票价", 3), ("十、结语", 10), ("十二、结语", 12), ("二十、结语", 20), ("二十三、结语", 23),
    ("（四）渡口", 4),
    ("(1) 渡口", 1), ("第一，渡口", 1), ("第三章 渡口", 3), ("④渡口", 4),
  ])
  func numbersOpenLines(line: String, number: Int) { #expect(ordinal(line)?.number == number) }

  @Test(arguments: ["", "2023年的渡口", "1958", "一艘船", "十百、", "二三、", "渡口一、", "五", "3", "12345. 渡口", "（渡口）"])
  func otherLinesHaveNoOrdinal(line: String) { #expect(ordinal(line) == nil) }

  @Test func numbersOfOneSeriesAreWrittenAlike() {
    #expect(ordinal("一、票价")?.form == ordinal("二、渡口")?.form)
    #expect(ordinal("一、票价")?.form != ordinal("（一）票价")?.form)
    #expect(ordinal("1、票价")?.form != ordinal("1. 票价")?.form)
    #expect(ordinal("1、票价")?.form != ordinal("一、票价")?.form)
  }
}
