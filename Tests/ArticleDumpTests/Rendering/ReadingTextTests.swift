import ArticleDump
import Testing

@Suite struct ReadingTextTests {
  static let blocks: [Block] = [
    .paragraph(StyledText("导语"), role: .standfirst),
    .heading(StyledText("一"), level: 2),
    .quote([.paragraph(StyledText("引"), role: nil), .paragraph(StyledText("文"), role: nil)]),
    .list(
      ListBlock(
        isOrdered: true, start: 3,
        items: [
          [
            .paragraph(StyledText("甲"), role: nil),
            .list(ListBlock(isOrdered: false, items: [[.paragraph(StyledText("子"), role: nil)]])),
          ],
          [],
        ])),
    .rule,
    .table(
      Table(
        caption: StyledText("表"), headRowCount: 1,
        rows: [
          [StyledText("a"), StyledText("b")],
          [StyledText("1"), StyledText("2", spans: [StyledText.Span(utf8Range: 0..<1, style: .strong)])],
        ])),
    .figure(Figure(images: [], caption: StyledText("图说"), credit: "某社")),
    .figure(Figure(images: [])),
    .paragraph(StyledText("小题"), role: .subhead),
    .preformatted("x\ny"),
    .embed(Embed(kind: .video, url: "https://v.example/1", text: "片")),
  ]

  @Test func segmentsAreInReadingOrderAndTheirRangesFitTheText() {
    let reading = ReadingText(Self.blocks)
    #expect(
      reading.text == "导语\n一\n引\n文\n甲\n子\n\n\n表\na\tb\n1\t2\n图说 某社\n\n小题\nx\ny\n片")
    let bytes = Array(reading.text.utf8)
    var end = -1
    for segment in reading.segments {
      #expect(segment.utf8Range.lowerBound == end + 1)
      #expect(String(decoding: bytes[segment.utf8Range], as: UTF8.self) == segment.content.text)
      end = segment.utf8Range.upperBound
    }
    #expect(end == bytes.count)
    #expect(
      reading.segments.map(\.listMarker) == [
        nil, nil, nil, nil, "3.", "•", "4.", nil, nil, nil, nil, nil, nil, nil, nil, nil,
      ])
    #expect(reading.segments[2].quoteDepth == 1 && reading.segments[5].listDepth == 2)
    #expect(reading.segments[10].content.spans == [StyledText.Span(utf8Range: 2..<3, style: .strong)])
  }

  @Test func subheadsKeepTheirLevelAfterLowerHeadings() {
    let subhead = { Block.paragraph(StyledText($0), role: .subhead) }
    let heading = { Block.heading(StyledText($0), level: $1) }
    let gallery = ReadingText([subhead("一"), heading("图集", 3), subhead("二"), heading("章", 2), subhead("三")])
    #expect(gallery.outline.map(\.level) == [2, 3, 2, 2, 3])
    let chapters = ReadingText([
      heading("章", 2), subhead("一"), heading("节", 3), subhead("二"), heading("章", 2), subhead("三"),
    ])
    #expect(chapters.outline.map(\.level) == [2, 3, 3, 4, 2, 3])
  }

  @Test func everyOffsetBelongsToItsBlock() {
    let reading = ReadingText(Self.blocks)
    #expect(reading.blockOffsets.count == Self.blocks.count)
    #expect(reading.blockOffsets == reading.blockOffsets.sorted())
    for (index, offset) in reading.blockOffsets.enumerated() {
      #expect(reading.blockIndex(at: offset) == index)
    }
    #expect(reading.blockIndex(at: 1_000_000) == Self.blocks.count - 1)
    #expect(ReadingText([]).segmentIndex(at: 0) == nil)
    #expect(ReadingText([.list(ListBlock(isOrdered: false, items: []))]).blockOffsets == [0])
  }

  @Test func theOutlineHasHeadingsAndSubheads() {
    let outline = ReadingText(Self.blocks).outline
    #expect(outline.map(\.text) == ["一", "小题"])
    #expect(outline.map(\.level) == [2, 3])
    #expect(outline.map(\.utf8Offset) == [7, ReadingText(Self.blocks).blockOffsets[8]])
  }

  @Test func plainTextHasOneParagraphALineAndNoControls() {
    var article = Article(dialect: .text, title: "题\u{1B}目")
    article.blocks = Self.blocks
    article.authors = ["某人"]
    article.published = Timestamp("2024-05-27")
    #expect(
      article.plainText() == """
        题␛目
        某人 · 2024-05-27

        导语

        一

        > 引
        > 文

        3. 甲
          • 子
        4. 

        * * *

        表
        a\tb
        1\t2

        〔图：图说 某社〕

        〔图〕

        小题

        x
        y

        〔视频：片 https://v.example/1〕

        """)
  }
}
