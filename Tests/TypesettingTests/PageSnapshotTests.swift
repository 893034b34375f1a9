import Foundation
import Testing
import Typesetting

/// Whole pages as a reader sees them, at a narrow, a prime and a wide measure.
///
/// `RECORD_SNAPSHOTS=1` records them again; a missing one fails.
struct PageSnapshotTests {
  private static let title = "城市图书馆延长开放时间，读者说：“这是一个好消息”"
  private static let paragraphs = [
    "　　本报讯（记者　林　舟）市图书馆昨天宣布，从2024年3月1日起，总馆和12家分馆每天开放到22:00。馆长陈思远（Chen Siyuan）说：“读者需要一个晚上也能坐下来的地方——哪怕只是为了避雨。”",
    "去年到馆读者共有315.6万人次，比前年增加了18.5%；其中，晚间读者约占三分之一……馆方说，新添的350个座位和80台电脑将放在一楼。详情见https://library.example.org/news/2024/open-hours?lang=zh-cn&id=1024。",
    "《城市晚报》读者、软件工程师阿列克谢·彼得罗夫（Alexei Petrov）告诉记者：“我在这里读完了《红楼梦》。以前，我读到‘黛玉葬花’那一回，图书馆就要关门了！”",
  ]

  @Test(arguments: [24, 37, 76])
  func aPageMatchesItsSnapshot(measure: Int) throws {
    var lines = set(Self.title, measure) { $0.balancesLines = true } + [""]
    for paragraph in Self.paragraphs {
      lines += set(paragraph, measure) { $0.firstLineIndentInCells = 4 }
    }
    try expect(lines, matches: "article-\(measure)")
  }

  @Test(arguments: [24, 37, 76])
  func aPageWithHangingMarksAndGapsMatchesItsSnapshot(measure: Int) throws {
    var lines: [String] = []
    for paragraph in Self.paragraphs {
      lines += set(paragraph, measure - 2) {
        $0.firstLineIndentInCells = 4
        $0.hanging = .stops
        $0.spacesHanAndLatin = true
        $0.justifies = true
      }
    }
    try expect(lines, matches: "hanging-\(measure)")
  }

  @Test(arguments: [(12, 40), (23, 76)])
  func aVerticalPageMatchesItsSnapshot(rows: Int, width: Int) throws {
    let page = VerticalPage(widthInCells: width)
    let columns = Self.paragraphs.flatMap { paragraph in
      VerticalLayout(paragraph, options: VerticalOptions(measureInRows: rows)).columns
    }.prefix(page.columnCount)
    let lines = (0..<rows).map { row in
      var line = ""
      for (index, column) in columns.enumerated().reversed() {
        guard let cluster = column.clusters.first(where: { $0.row == row }) else { continue }
        line += String(repeating: " ", count: page.leftEdge(ofColumn: index) - line.widthInCells()) + cluster.text
      }
      return line
    }
    try expect(lines, matches: "vertical-\(width)x\(rows)")
  }

  private func set(_ text: String, _ measure: Int, _ edit: (inout LayoutOptions) -> Void) -> [String] {
    var options = LayoutOptions(measureInCells: measure)
    edit(&options)
    let layout = ParagraphLayout(text, options: options)
    return layout.lines.indices.map(layout.displayText(ofLineAt:))
  }

  private func expect(_ lines: [String], matches name: String) throws {
    let url = Fixtures.folder.deletingLastPathComponent().appendingPathComponent("Snapshots/\(name).txt")
    let page = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try page.write(to: url, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOf: url, encoding: .utf8)
    #expect(page == golden, "\(name) differs; RECORD_SNAPSHOTS=1 records it again\n\(page)")
  }
}
