import ArticleDump
import Testing
import Typesetting

@testable import ReadingRoom

/// How the room shows the presentation of paragraphs, lists and runs.
@Suite struct PresentationTests {
  private func lines(_ blocks: [Block], width: Int = 32) -> [String] {
    var article = Article(dialect: .markdown, path: nil, title: "题")
    article.blocks = blocks
    var settings = Settings()
    settings.hanging = .none
    return PrintedArticle(article, settings: settings, widthInCells: width).lines.drop {
      $0 != "题" && !$0.hasSuffix(" 题")
    }
    .dropFirst().filter { !$0.isEmpty && !$0.contains("─") }
  }

  private func paragraph(_ text: String, _ role: ParagraphRole? = nil, _ alignment: StyledText.Alignment? = nil)
    -> Block
  {
    .paragraph(StyledText(text, alignment: alignment), role: role)
  }

  @Test func signaturesAndOrnamentsAreAligned() {
    #expect(
      lines([paragraph("某某\n2024年1月1日", nil, .right), paragraph("（一）", nil, .center)]) == [
        "                            某某", "               2024 年 1 月 1 日", "             （一）",
      ])
  }

  @Test func alignedTextThatDoesNotFitIsSetNormally() {
    let name = "某某省某某市某某县某某乡某某村村民委员会"
    #expect(lines([paragraph(name, nil, .right)]) == ["某某省某某市某某县某某乡某某村村", "民委员会"])
  }

  @Test func verseHangsAndProseIsIndented() {
    #expect(
      lines([paragraph("江上无风浪不平，船家撑篙，\n岸边小犬迎人吠，村里人家。")], width: 20) == [
        "    江上无风浪不平，", "        船家撑篙，", "    岸边小犬迎人吠，", "        村里人家。",
      ])
    #expect(
      lines([paragraph("一二三四五六七八九十一二三四五六七八九十一二三四五\n二三")], width: 20) == [
        "    一二三四五六七八", "九十一二三四五六七八", "九十一二三四五", "    二三",
      ])
  }

  @Test func listsShowTheirNumbers() {
    let items = [[paragraph("甲")], [paragraph("乙")]]
    #expect(
      lines([
        .list(ListBlock(isOrdered: true, items: items, numbering: .upperRoman)),
        .list(ListBlock(isOrdered: true, start: 2, items: items, isReversed: true)),
        .list(ListBlock(isOrdered: true, items: items, values: [7])),
        .list(ListBlock(isOrdered: true, start: 10, items: items, numbering: .han)),
      ]) == [
        "   I. 甲", "  II. 乙", "   2. 甲", "   1. 乙", "   7. 甲", "   8. 乙", "     十、 甲", "   十一、 乙",
      ])
  }

  @Test func definitionsAreIndentedUnderTheirTerms() {
    let list = ListBlock(isOrdered: false, items: [[paragraph("词", .term), paragraph("义义义义义义义义义义义义义义义")]])
    #expect(lines([.list(list)]) == ["词", "    义义义义义义义义义义义义义", "    义义"])
  }

  @Test(arguments: [
    (InlineStyle.underline, TextStyle.Attributes.underline), (.mark, .reverse), (.emphasisDots, .bold),
    (.deleted, .strikethrough),
  ])
  func textStylesAreVisible(_ style: InlineStyle, _ attribute: TextStyle.Attributes) {
    let text = StyledText("甲乙丙", spans: [.init(utf8Range: 3..<6, style: style)])
    let leaf = Leaf(.paragraph, styled: text) { _, _ in nil }
    let metrics = PageMetrics(printedInColumns: 40, settings: Settings(), ambiguousWidth: .narrow)
    let layout = LeafLayout(leaf, metrics: metrics, isFirst: false)
    let glyphs = layout.glyphs(ofRow: layout.rows.count - 1, metrics: metrics)
    #expect(glyphs.filter { $0.attributes.contains(attribute) }.map(\.glyph.cluster) == ["乙"])
  }
}
