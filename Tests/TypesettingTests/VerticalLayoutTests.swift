import Foundation
import SeededRandom
import Testing

@testable import Typesetting

struct VerticalLayoutTests {
  private func columns(_ text: String, _ rows: Int, _ edit: (inout VerticalOptions) -> Void = { _ in }) -> [String] {
    var options = VerticalOptions(measureInRows: rows)
    options.firstColumnIndentInRows = 0
    edit(&options)
    return VerticalLayout(text, options: options).columns.map { $0.clusters.map(\.text).joined() }
  }

  @Test(arguments: ProhibitionTests.marks)
  func marksTakeTheirVerticalForms(mark: ProhibitionTests.Mark) throws {
    guard let form = mark.verticalForm else { return }
    let code = try #require(UInt32(form.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init))
    let scalar = try #require(mark.mark.unicodeScalars.first)
    #expect(VerticalForm.form(of: scalar.value) == String(Character(code)))
    #expect(code.widthInCells() == 2)
  }

  @Test func columnsKeepToTheProhibition() {
    #expect(columns("一二三四，五六", 4) == ["一二三", "四︐五六"])
    #expect(columns("一二三「四五」", 4) == ["一二三", "﹁四五﹂"])
    #expect(columns("他说：“好。”", 5) == ["他说︓", "﹃好︒﹄"])
    #expect(columns("一二三四，五六", 4) { $0.hanging = .stops } == ["一二三四︐", "五六"])
  }

  @Test func twoDigitsShareARowAndLongerNumbersDoNot() {
    let layout = VerticalLayout("7月17日2023年", options: VerticalOptions(measureInRows: 20))
    #expect(layout.columns[0].clusters.map(\.text) == ["７", "月", "17", "日", "２", "０", "２", "３", "年"])
    #expect(layout.columns[0].clusters.map(\.row) == Array(2...10))
    #expect(layout.columns[0].clusters.allSatisfy { $0.widthInCells == 2 })
  }

  @Test func dashesAndEllipsesKeepTheirLength() {
    #expect(columns("一——二……三⸺四", 20) == ["一︱︱二︙︙三︱︱四"])
  }

  @Test func latinIsSetUprightLetterByLetter() {
    #expect(columns("用AI写", 10) == ["用ＡＩ写"])
    #expect(columns("一二AI三", 3) == ["一二", "ＡＩ三"])
  }

  @Test func shortLatinRunsAreUprightInOneRow() {
    for run in ["A", "5G", "GDP"] {
      let full = String(String.UnicodeScalarView(run.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
      #expect(columns("一二三\(run)四五", 5).contains { $0.contains(full) }, "\(run)")
    }
  }

  @Test func segmentsAreIndentedLikeTheFirst() {
    let options = {
      var options = VerticalOptions(measureInRows: 6)
      options.indentsSegments = $0
      return options
    }
    let rows = { (indents: Bool) in
      VerticalLayout("一二三四五六\n七八九十", options: options(indents)).columns.map { $0.clusters.first?.row }
    }
    #expect(rows(true) == [2, 0, 2])
    #expect(rows(false) == [2, 0, 0])
  }

  @Test func aLastColumnHoldsMoreThanOneHan() {
    #expect(columns("一二三四五", 4) == ["一二三", "四五"])
    #expect(columns("一二三四五。", 4) == ["一二三", "四五︒"])
    #expect(columns("一二三四……", 4) == ["一二", "三四︙︙"])
    #expect(columns("一二三四五\n六", 4) == ["一二三", "四五", "六"])
    #expect(columns("一二三四五", 4) { $0.avoidsShortLastColumn = false } == ["一二三四", "五"])
  }

  @Test func anApostropheIsNotAClosingQuote() {
    #expect(columns("I don’t说‘好’", 20) == ["Ｉｄｏｎ＇ｔ说﹁好﹂"])
  }

  @Test func straightQuotesAmongHanBecomeCornerBrackets() {
    #expect(columns("他说：\"好。\"", 20) == ["他说︓﹃好︒﹄"])
  }

  @Test(arguments: 1...12)
  func columnsCoverTheText(rows: Int) {
    var generator = SeededGenerator(seed: UInt64(rows))
    for _ in 0..<50 {
      let text = RandomText.text(pieces: 40, using: &generator)
      let layout = VerticalLayout(text, options: VerticalOptions(measureInRows: rows))
      var end = 0
      for (index, column) in layout.columns.enumerated() {
        #expect(column.utf8Range.lowerBound == end)
        end = column.utf8Range.upperBound
        let isOneUnit = Set(column.clusters.map(\.utf8Range)).count <= 1
        #expect(isOneUnit || column.clusters.allSatisfy { $0.row < rows })
        for cluster in column.clusters {
          #expect(layout.columnIndex(containing: cluster.utf8Range.lowerBound) == index)
        }
      }
      #expect(end == text.utf8.count)
    }
  }

  @Test func columnsRunFromRightToLeft() {
    let page = VerticalPage(widthInCells: 20, gutterInCells: 1)
    #expect(page.columnCount == 7)
    #expect((0..<7).map(page.leftEdge(ofColumn:)) == [18, 15, 12, 9, 6, 3, 0])
  }
}
