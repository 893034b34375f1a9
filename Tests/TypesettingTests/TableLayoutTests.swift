import Testing
import Typesetting

struct TableLayoutTests {
  private static let seats = [
    ["政党", "席位", "说明"], ["复兴党", "169", "总统所属政党，与其他中间派政党组成联盟"], ["国民联盟", "88", "极右翼"],
  ]

  private func set(_ rows: [[String]], _ measure: Int, _ edit: (inout TableOptions) -> Void = { _ in }) -> TableLayout {
    var options = TableOptions(measureInCells: measure)
    edit(&options)
    return TableLayout(rows: rows, options: options)
  }

  @Test func aTableThatFitsTakesItsNaturalWidths() {
    let table = set(Self.seats, 80)
    #expect(table.form == .grid)
    #expect(
      table.lines.map(\.displayText) == [
        "政党     │ 席位 │ 说明",
        "─────────┼──────┼───────────────────────────────────────",
        "复兴党   │  169 │ 总统所属政党，与其他中间派政党组成联盟",
        "国民联盟 │   88 │ 极右翼",
      ])
  }

  @Test func cellsWrapInANarrowerMeasure() {
    let table = set(Self.seats, 36)
    #expect(table.form == .grid)
    #expect(
      table.lines.map(\.displayText) == [
        "政党      │ 席位 │ 说明",
        "──────────┼──────┼──────────────────",
        "复兴党    │  169 │ 总统所属政党，与",
        "          │      │ 其他中间派政党组",
        "          │      │ 成联盟",
        "──────────┼──────┼──────────────────",
        "国民联盟  │   88 │ 极右翼",
      ])
  }

  @Test func aCellEndsInOneHanOnlyWhereNoColumnHasRoom() {
    let rows = [["名称", "说明"], ["甲乙丙丁戊己庚", "一二三四五六七八九十一二三四五六七八九"]]
    for measure in 24...44 {
      let table = set(rows, measure)
      guard table.form == .grid else { continue }
      let needed = table.columns.map(\.widthInCells)
      // Whatever the widths, no other division of the same space is better for both columns.
      let ends = lastLines(rows[1], widths: needed)
      guard ends.contains(where: { $0 <= 2 }) else { continue }
      let total = needed.reduce(0, +)
      for first in 6..<(total - 6) {
        let other = lastLines(rows[1], widths: [first, total - first])
        let lines = (lineCount(rows[1], [first, total - first]), lineCount(rows[1], needed))
        #expect(!(other.allSatisfy { $0 > 2 } && lines.0 <= lines.1 && abs(first - needed[0]) <= 8), "\(measure)")
      }
    }
    #expect(lastLines(rows[1], widths: set(rows, 30).columns.map(\.widthInCells)).allSatisfy { $0 > 2 })
  }

  private func layouts(_ row: [String], _ widths: [Int]) -> [ParagraphLayout] {
    zip(row, widths).map { text, width in
      var options = LayoutOptions(measureInCells: width)
      options.keepsEvenTypeArea = false
      options.avoidsShortLastLine = false
      return ParagraphLayout(text, options: options)
    }
  }

  private func lineCount(_ row: [String], _ widths: [Int]) -> Int {
    layouts(row, widths).map(\.lines.count).max() ?? 0
  }

  /// The widths of the last lines of cells with several lines.
  private func lastLines(_ row: [String], widths: [Int]) -> [Int] {
    layouts(row, widths).map { $0.lines.count > 1 ? $0.lines.last?.widthInCells ?? 0 : 80 }
  }

  @Test func aTableTooWideBecomesRecords() {
    let table = set(Self.seats, 14)
    #expect(table.form == .records)
    #expect(
      table.lines.map(\.displayText) == [
        "政党：复兴党", "席位：169", "说明：总统所属", "  政党，与其他", "  中间派政党组", "  成联盟", "", "政党：国民联盟", "席位：88",
        "说明：极右翼",
      ])
  }

  @Test(arguments: 1...60)
  func noLineIsTooWideAndEveryCellIsWhole(measure: Int) {
    for rows in [Self.seats, [["a"]], [[]], [], [["", "一"], ["二"]], [["head only", "x"]]] {
      let table = set(rows, measure) { $0.usesASCIIRules = true }
      var shown: [TableSource: String] = [:]
      for line in table.lines {
        var end = 0
        for cluster in line.clusters {
          #expect(cluster.column >= end)
          end = cluster.column + cluster.widthInCells
          if let source = cluster.source { shown[source] = cluster.text }
        }
        #expect(end <= max(measure, 2), "\(measure): \(line.displayText)")
      }
      for (source, text) in shown {
        let cell = Array(table.rows[source.rowIndex][source.columnIndex].utf8)[source.utf8Range]
        #expect(String(decoding: cell, as: UTF8.self) == text)
      }
      for (rowIndex, row) in table.rows.enumerated() where rowIndex > 0 {
        for (columnIndex, cell) in row.enumerated() {
          let pieces = shown.filter { $0.key.rowIndex == rowIndex && $0.key.columnIndex == columnIndex }
          let text = pieces.sorted { $0.key.utf8Range.lowerBound < $1.key.utf8Range.lowerBound }.map(\.value).joined()
          #expect(text == cell.filter { $0 != " " }, "\(measure)")
        }
      }
    }
  }

  @Test func rulesAreASCIIWhereBoxCharactersWouldBeWide() {
    let table = set([["a", "b"], ["c", "d"]], 20) { $0.ambiguousWidth = .wide }
    #expect(table.lines.map(\.displayText) == ["a | b", "--+--", "c | d"])
  }
}
