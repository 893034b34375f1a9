import ArticleDump

@testable import ReadingRoom

/// A small library with texts of our own that plays the runtime's part: effects in, events out.
struct SampleLibrary {
  /// Whether dictionaries, speakers and the library's lookup answer by themselves.
  var answersPrograms = false
  /// The folder, tags and categories of every article.
  var filing: (folder: String?, tags: [String], categories: [String])?
  var count: Int
  var starred: Set<Int> = [2]
  var read: Set<Int> = [1, 3]
  var bookmarks: [BookmarkEntry] = SampleLibrary.sampleBookmarks
  var searches = [NamedQuery(name: "气候 date:2023", query: "气候 date:2023")]
  /// The bookmarks before the last change.
  private var removed: [BookmarkEntry]?

  init(count: Int = 40) { self.count = count }

  fileprivate static let titles = [
    "灯下读简：两千年前的一封家书", "茶马古道上的最后一支马帮", "月亮为什么总用同一面朝着我们",
    "活字：从泥、木到铜、铅，再到光", "雨水到来之前，农人在看什么", "一把尺子的历史（One Ruler, Many Feet）",
    "《水经注》里消失的河流，后来去了哪里", "竹子开花的那一年，山里人怎样过冬", "纸张怎样记住水：修复师手记",
    "标点符号不该站在行首——排字房里的规矩",
  ]
  private static let publishers = [
    Publisher(id: "dengxia", name: "灯下"), Publisher(id: "shanhe", name: "山河志"),
    Publisher(id: "yuejian", name: "月见周刊"), Publisher(id: "kanwu", name: "排字房通讯"),
  ]

  func row(_ index: Int) -> ListRow {
    ListRow(
      id: ArticleHandle(Int64(index)), title: Self.titles[index % Self.titles.count],
      url: "https://example.org/\(index)",
      publisher: Self.publishers[index % Self.publishers.count], section: "文化",
      date: Timestamp(secondsSinceEpoch: 1_689_596_880 - Int64(index) * 40_000, utcOffsetInSeconds: 7_200),
      characterCount: 1_200 + index * 37 % 900, isRead: read.contains(index), isStarred: starred.contains(index),
      foldedCount: index % 10 == 4 ? 2 : 0)
  }

  static let sampleBookmarks = [
    BookmarkEntry(
      key: "a/1.md", title: "茶马古道上的最后一支马帮", url: "https://example.org/1", publisher: "山河志",
      date: "2023-07-17", note: "写云南的那一篇，引用时注意年份。\n#旅行 #茶", tags: ["旅行", "茶"],
      added: "2026-01-02T10:00:00Z", article: ArticleHandle(1)),
    BookmarkEntry(
      key: "a/2.md", title: "月亮为什么总用同一面朝着我们", url: "https://example.org/2", publisher: "月见周刊",
      date: "2023-07-16", heading: "天文", added: "2026-03-02T10:00:00Z",
      article: ArticleHandle(2)),
    BookmarkEntry(
      key: "gone.md", title: "已经不在库里的一篇文章，标题又特别长，长到必须截断才能放进一行里去", url: "https://example.org/gone",
      publisher: "旧报", date: "2019-01-02", heading: "天文", note: "还在找原文", article: nil),
  ]

  /// The page of every article before cleaning.
  var page = [
    PageLine(text: "首页 > 文化", fate: .dropped, rules: ["inNavigation", "linksAll", "nearTags"]),
    PageLine(text: "沈砚", fate: .taken),
    PageLine(text: "一九七五年冬天，湖北云梦的农民在挖排水渠时，从淤泥里捧出几片发黑的木头。", fate: .shown),
    PageLine(text: "分享到", fate: .dropped, rules: ["ownShare", "ownShare", "length1"]),
  ]

  /// Articles that were opened: two of them half read, one removed.
  var visits = (0..<4).map { index in
    HistoryVisit(
      title: SampleLibrary.titles[index], url: "https://example.org/\(index)",
      opened: Timestamp(secondsSinceEpoch: 1_700_000_000 - Int64(index) * 90_000), share: [1, 0.4, nil, 0.63][index],
      article: index == 2 ? nil : ArticleHandle(Int64(index)))
  }

  static let facets = [
    FacetCount(Facet(.state, "unread"), count: 38), FacetCount(Facet(.state, "starred"), count: 1),
    FacetCount(Facet(.publisher, "dengxia"), label: "灯下", count: 10),
    FacetCount(Facet(.publisher, "shanhe"), label: "山河志", count: 7),
    FacetCount(Facet(.publisher, "yuejian"), label: "月见周刊", count: 3),
    FacetCount(Facet(.section, "文化"), count: 40), FacetCount(Facet(.month, "2023-07"), count: 29),
    FacetCount(Facet(.month, "2023-06"), count: 11),
  ]

  /// Highlights of the first article, and their state before the last change.
  var highlights: [Highlight] = []
  private var formerHighlights: [Highlight] = []

  private var listedHighlights: [BookmarkEntry] {
    highlights.map {
      BookmarkEntry(
        key: $0.key, title: SampleLibrary.titles[0], publisher: "灯下", date: "2023-07-17", note: $0.remark,
        article: ArticleHandle(0), highlight: $0)
    }
  }

  private func loaded(_ id: ArticleHandle) -> LoadedArticle {
    var article = SampleArticle.article
    if let filing { (article.tags, article.categories) = (filing.tags, filing.categories) }
    if id.rawValue != 0 { article.title = Self.titles[Int(id.rawValue) % Self.titles.count] }
    return LoadedArticle(
      id: id, article: article, isStarred: starred.contains(Int(id.rawValue)),
      highlights: id.rawValue == 0 ? highlights : [],
      articlesByURL: ["https://example.org/related/1": ArticleHandle(5)], folder: filing?.folder, month: "2023-07")
  }

  /// The events that the runtime would answer with.
  mutating func carryOut(_ effect: Effect) -> [Event] {
    switch effect {
    case .loadRows(let request):
      let isUnread = request.query.facets.contains(Facet(.state, "unread"))
      let matches = (0..<count).filter {
        (request.query.text.isEmpty || row($0).title.contains(request.query.text)) && !(isUnread && read.contains($0))
      }
      var anchorIndex: Int?
      switch request.anchor {
      case .article(let id): anchorIndex = matches.firstIndex { Int64($0) == id.rawValue }
      case .date(let date): anchorIndex = matches.firstIndex { row($0).date.map { $0 <= date } ?? false }
      case .unread(let after, let backwards):
        let places =
          backwards ? Array(matches.indices.prefix(after).reversed()) : Array(matches.indices.dropFirst(after + 1))
        anchorIndex = places.first { !read.contains(matches[$0]) }
      case nil: break
      }
      var range = request.range
      if let anchorIndex, !range.contains(anchorIndex) {
        range = max(0, anchorIndex - range.count / 2)..<max(0, anchorIndex - range.count / 2) + range.count
      }
      range = range.clamped(to: 0..<matches.count)
      let rows = matches[range].map { index in
        var row = row(index)
        if request.needsSnippets, !request.query.text.isEmpty {
          let before = "……河水漫过旧堤的那年，人们第一次在纸上记下"
          let text = before + request.query.text + "，并且给它起了一个谁也没有听过的名字。此后三十年，再没有人提起过这件事，直到修路的人挖出一块石碑。"
          let start = before.utf8.count
          row.snippet = MatchedText(text: text, hits: [start..<start + request.query.text.utf8.count])
        }
        return row
      }
      var page = RowsPage(
        list: request.list, generation: request.generation, total: matches.count, start: range.lowerBound,
        rows: rows, anchorIndex: anchorIndex)
      page.words = request.query.text.isEmpty ? [] : [request.query.text]
      return [.rowsLoaded(page)]
    case .loadFacets(_, _, let generation):
      return [
        .facetsLoaded(
          generation: generation,
          Self.facets + searches.map { FacetCount(Facet(.search, $0.query), label: $0.name, count: 0) })
      ]
    case .loadArticle(let id):
      guard id.rawValue < Int64(count) else { return [.articleFailed(id, reason: "打不开")] }
      read.insert(Int(id.rawValue))
      return [.articleLoaded(loaded(id))]
    case .explainPage(let id): return [.pageExplained(id, page)]
    case .peekArticle(let id): return [.articlePeeked(loaded(id))]
    case .loadBookmarks, .editBookmarks: return [.bookmarksLoaded(bookmarks)]
    case .removeBookmark(let key):
      removed = bookmarks
      bookmarks.removeAll { $0.key == key }
      return [.bookmarkChanged(.removed), .bookmarksLoaded(bookmarks)]
    case .undoBookmark:
      guard let former = removed else { return [.bookmarkUndone(false)] }
      (bookmarks, removed) = (former, nil)
      return [.bookmarkUndone(true), .bookmarksLoaded(bookmarks)]
    case .setBookmarkNote(let key, let note):
      removed = bookmarks
      for index in bookmarks.indices where bookmarks[index].key == key {
        bookmarks[index].note = note
        bookmarks[index].tags = note.split { $0 == " " || $0 == "\n" }.filter { $0.hasPrefix("#") }.map {
          String($0.dropFirst())
        }
      }
      return [.bookmarkChanged(.noted), .bookmarksLoaded(bookmarks)]
    case .addHighlight(let id, let range, let color, let quotation, let remark):
      formerHighlights = highlights
      let known = highlights.contains { $0.utf8Range == range && $0.quotation == quotation }
      if !known {
        highlights.append(
          Highlight(
            key: "h\(highlights.count)", utf8Range: range, color: color, quotation: quotation, remark: remark))
      }
      return [.highlightsChanged(id, highlights, known ? .known : .added)]
    case .changeHighlight(let id, let key, let color, let remark):
      formerHighlights = highlights
      for index in highlights.indices where highlights[index].key == key {
        (highlights[index].color, highlights[index].remark) = (color, remark)
      }
      return [.highlightsChanged(id, highlights, .changed), .highlightsListed(listedHighlights)]
    case .removeHighlight(let id, let key):
      formerHighlights = highlights
      highlights.removeAll { $0.key == key }
      return [.highlightsChanged(id, highlights, .removed), .highlightsListed(listedHighlights)]
    case .undoHighlight(let id):
      highlights = formerHighlights
      return [.highlightsChanged(id, highlights, .undone), .highlightsListed(listedHighlights)]
    case .loadHighlights, .editHighlights: return [.highlightsListed(listedHighlights)]
    case .loadHistory: return [.historyLoaded(visits)]
    case .wake: return [.woke]
    case .lookUp(let request) where answersPrograms:
      return [
        .lookedUp(
          number: request.number, text: request.call.words.joined(separator: "\n") + "\u{1B}[1m 答",
          problem: request.number % 3 == 0 ? "没有查到" : nil)
      ]
    case .findWord(let word, let number) where answersPrograms:
      let rows = (0..<min(count, 5)).map(row)
      return [
        .wordKnown(
          number: number,
          KnownWord(
            glosses: [Gloss(name: word, original: "X")], articles: rows, total: count, query: QuotedTerm.quoted(word)))
      ]
    case .speak(let utterance) where answersPrograms:
      return [.spoken(number: utterance.number, problem: utterance.number % 7 == 0 ? "坏了" : nil)]
    case .setStar(let id, let isStarred):
      if isStarred { starred.insert(Int(id.rawValue)) } else { starred.remove(Int(id.rawValue)) }
      removed = bookmarks
      return [.bookmarkChanged(isStarred ? .added : .removed), .starChanged(id, isStarred: isStarred)]
    case .setRead(let ids, let isRead):
      for id in ids { if isRead { read.insert(Int(id.rawValue)) } else { read.remove(Int(id.rawValue)) } }
      return [.readChanged(ids, isRead: isRead)]
    case .markListRead(let query, let end):
      let all = (0..<count).filter { query.text.isEmpty || row($0).title.contains(query.text) }
      let ids = all.prefix(end ?? count).filter { !read.contains($0) }
      read.formUnion(ids)
      return [.listMarked(ids.map { ArticleHandle(Int64($0)) })]
    default: return []
    }
  }
}

/// An article with one of everything, in our own words.
enum SampleArticle {
  static let article: Article = {
    var article = Article(dialect: .feed, path: "articles/dengxia/1.md", title: "灯下读简：两千年前的一封家书")
    article.url = "https://example.org/culture/20230717-letter"
    article.displayURL = article.url
    article.publisher = Publisher(id: "dengxia", name: "灯下")
    article.section = "文化"
    article.authors = ["沈砚"]
    article.published = Timestamp(secondsSinceEpoch: 1_689_596_880, utcOffsetInSeconds: 7_200)
    article.fed = Timestamp(secondsSinceEpoch: 1_689_597_902)
    article.language = "zh-Hans"
    article.characterCount = 1_286
    article.readingMinutes = 3
    article.origins = [.published: .page, .fed: .envelope, .section: .url, .authors: .text]
    article.glosses = [Gloss(name: "约翰-史密斯", original: "John Smith")]
    article.agencies = ["灯下社", "山河志"]
    article.related = [
      Link(text: "一把尺子的历史", url: "https://example.org/related/1"), Link(text: "另一处的文章", url: "https://example.net/2"),
    ]
    article.images = [
      ArticleImage(
        url: "https://img.example.org/letter.jpg", caption: "云梦出土的木牍，正面墨书五行", credit: "灯下社／沈砚",
        wire: WireFacts(agency: "灯下社"))
    ]
    let link = "简牍数据库"
    let first = "一九七五年冬天，湖北云梦的农民在挖排水渠时，从淤泥里捧出几片发黑的木头。没有人想到，上面的字还能读：那是两个秦国士兵写给家里的信，问母亲身体可好，让哥哥寄些钱和夏天的衣裳来。"
    let before = "信写在木牍上，正反两面，一共五百多字。整理者把照片放进了"
    let second = before + "\(link)，谁都可以查；读的时候要注意，“遗黑夫钱”的“遗”读作 wèi，是“给”的意思。第 3.5 行末尾缺了一角——大约少了四个字……"
    let linkStart = before.utf8.count
    article.blocks = [
      .paragraph(StyledText("两个士兵，一块木牍，五百二十七个字。它们在泥里躺了两千两百年，仍然看得出写信的人急着用钱。"), role: .standfirst),
      .figure(
        Figure(
          images: article.images, caption: StyledText("云梦出土的木牍，正面墨书五行，字距匀停，末行挤在边上，可见写到最后木牍已经不够用了"), credit: "灯下社／沈砚")),
      .paragraph(StyledText("　　" + first), role: nil),
      .heading(StyledText("“钱衣”二字"), level: 2),
      .paragraph(
        StyledText(
          second,
          spans: [
            .init(
              utf8Range: linkStart..<linkStart + link.utf8.count,
              style: .link(url: "https://example.org/db?id=1930&lang=zh")),
            .init(utf8Range: 0..<12, style: .strong),
          ]), role: nil),
      .quote([
        .paragraph(StyledText("二月辛巳，黑夫、惊敢再拜问中，母毋恙也？黑夫、惊毋恙也。前日黑夫与惊别，今复会矣。"), role: nil),
        .paragraph(StyledText("愿母遗黑夫钱，毋操夏衣来。"), role: nil),
      ]),
      .list(
        ListBlock(
          isOrdered: true,
          items: [
            [.paragraph(StyledText("先辨墨迹与泥痕，在红外照片上描出每一笔的起讫，再与字书逐一对照，存疑的字宁可空着。"), role: nil)],
            [.paragraph(StyledText("再定行款。"), role: nil)],
          ])),
      .table(
        Table(
          headRowCount: 1,
          rows: [
            [StyledText("木牍"), StyledText("尺寸（厘米）"), StyledText("字数")],
            [StyledText("十一号"), StyledText("23.4 × 3.7"), StyledText("二百四十九")],
            [StyledText("六号"), StyledText("16 × 2.8"), StyledText("残，约一百八十")],
          ])),
      .rule,
      .paragraph(StyledText("信的最后，惊又添了几句，嘱咐新娘子好好侍奉老人。字越写越小，一直写到木牍的边上。此后史书里再没有这两个人。"), role: nil),
      .embed(Embed(kind: .video, url: "https://example.org/video/9", text: "红外扫描的过程")),
      .paragraph(StyledText("（沈砚）"), role: .endmark),
    ]
    article.links = [Link(text: link, url: "https://example.org/db?id=1930&lang=zh")]
    return article
  }()
}
