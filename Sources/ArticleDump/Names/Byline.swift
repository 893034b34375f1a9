import Text

/// The people and the source that one line of a page names.
///
/// Read from a line that announces itself, such as `记者：乔琴恩     责编：何平    网编：洪伟`,
/// `（翻译和编辑：某某）`, `文／某某`, `By Jane Doe and John Roe`.
public struct Byline: Sendable, Hashable {
  /// Names without titles (记者, 教授), in the order of the line; empty when the line names nobody in that role.
  public var authors: [String] = []
  /// Names after 翻译, 编译 and their like.
  public var translators: [String] = []
  /// Names after 责编, 编辑, 网编 and their like.
  public var editors: [String] = []
  /// The piece's source: 来源：….
  public var source: String?

  /// Reads a line that consists of a byline.
  ///
  /// - Parameter line: One paragraph. Longer ones than 600 bytes are not bylines.
  /// - Returns: `nil` when a part of the line is neither a label nor a name, as in a question of an
  ///   interview (`记者：您怎么看？`).
  public init?(line: String) {
    guard !line.isEmpty, line.utf8.count <= 600, BylineLabel.mayOpen(line) else { return nil }
    var reader = BylineReader(line)
    guard let byline = reader.read() else { return nil }
    self = byline
  }

  /// Reads the last sentence of a remark: `文中人名均为化名，原刊于某报。作者：某某 某某。`
  init?(closing text: String) {
    guard text.utf8.count <= 400, let label = text.utf8Index(of: "作者：") else { return nil }
    let before = text[..<label].trimmedOfBlanks
    let names = String(text[label...])
    // A sentence has commas.
    guard before.endsWithAny(of: ["。", "；", "）"]), !names.holds("，") else { return nil }
    self.init(line: names)
  }

  init() {}

  /// Whether the line names neither a person nor a source.
  public var isEmpty: Bool {
    authors.isEmpty && translators.isEmpty && editors.isEmpty && source == nil
  }

  /// The names in a text that is known to be a list of people: an author field, an element of the page.
  ///
  /// Splits at commas, 、, ／, |, `and`, 和; drops blanks, titles (记者, 教授), places in brackets and doubled
  /// names; a host's or an address's `@` part stays out.
  public static func names(in list: String) -> [String] {
    PersonName.split(list)
  }
}

/// What a label in a byline calls the people after it.
enum BylineRole: Equatable {
  case author, translator, editor, translatorAndEditor, source
  /// Named for another share in the piece: photographs, layout.
  case other
}

/// The labels, longest first among those that share a beginning.
enum BylineLabel {
  static let roles: [(label: String, role: BylineRole)] = [
    ("翻译和编辑", .translatorAndEditor), ("翻译与编辑", .translatorAndEditor), ("翻译编辑", .translatorAndEditor),
    ("翻譯和編輯", .translatorAndEditor), ("編譯", .translator), ("编译", .translator), ("翻译", .translator),
    ("翻譯", .translator), ("译者", .translator), ("譯者", .translator), ("译文", .translator), ("譯文", .translator),
    ("中文翻译", .translator), ("译", .translator), ("譯", .translator),
    ("特约记者", .author), ("實習記者", .author), ("实习记者", .author), ("本报记者", .author), ("本報記者", .author),
    ("本台记者", .author), ("本台記者", .author), ("驻京记者", .author), ("特派记者", .author), ("特約記者", .author),
    ("综合报道", .author), ("記者", .author), ("记者", .author), ("通讯员", .author), ("通訊員", .author),
    ("原文作者", .author), ("原作者", .author), ("原著", .author), ("作者", .author), ("撰文者", .author), ("撰文", .author),
    ("撰稿人", .author), ("撰稿", .author), ("撰写", .author), ("撰寫", .author), ("执笔", .author), ("執筆", .author),
    ("采写", .author), ("採寫", .author), ("采访", .author), ("採訪", .author), ("报道", .author), ("报导", .author),
    ("報導", .author), ("報道", .author), ("讲者", .author), ("講者", .author),
    ("主讲人", .author), ("主講人", .author), ("主讲", .author), ("主講", .author), ("演讲者", .author), ("讲述", .author),
    ("整理", .author), ("文字整理", .author), ("录音整理", .author), ("采访整理", .author),
    ("口述", .author), ("主笔", .author), ("文字", .author), ("文本", .author),
    ("文", .author),
    ("责任编辑", .editor), ("責任編輯", .editor), ("特约编辑", .editor), ("网络编辑", .editor), ("執行編輯", .editor),
    ("执行编辑", .editor), ("本文编辑", .editor), ("版面编辑", .editor), ("版面編輯", .editor), ("值班编辑", .editor), ("值班編輯", .editor),
    ("视频编辑", .editor), ("核稿編輯", .editor), ("核稿编辑", .editor), ("文字编辑", .editor), ("文字編輯", .editor), ("内容编辑", .editor),
    ("責任校對", .editor), ("责任校对", .editor), ("审稿", .editor), ("審稿", .editor), ("值班主编", .editor), ("运营编辑", .editor),
    ("新媒体编辑", .editor), ("微信编辑", .editor), ("运营", .other), ("策划", .other), ("策劃", .other), ("统筹", .other),
    ("統籌", .other), ("出品", .other),
    ("实习生", .author), ("實習生", .author), ("特约撰稿", .author), ("特约作者", .author), ("特約作者", .author), ("特約撰稿", .author),
    ("本刊记者", .author), ("本刊記者", .author),
    ("见习记者", .author), ("图片编辑", .editor),
    ("图片編輯", .editor), ("后期编辑", .editor), ("责编", .editor), ("責編", .editor), ("网编", .editor),
    ("網編", .editor), ("主编", .editor), ("主編", .editor), ("編審", .editor), ("编审", .editor), ("审校", .editor),
    ("審校", .editor), ("校对", .editor), ("校對", .editor), ("校譯", .editor), ("校译", .editor), ("核稿", .editor),
    ("监制", .editor), ("編輯", .editor), ("编辑", .editor), ("审核", .editor), ("編校", .editor), ("编校", .editor),
    ("校", .editor),
    ("本文来源", .source), ("本文來源", .source), ("文章来源", .source), ("文章來源", .source), ("文章来自", .source), ("新聞來源", .source),
    ("新闻来源", .source), ("文章來自", .source),
    ("稿件来源", .source), ("原载", .source),
    ("原載", .source),
    ("来源于", .source), ("來源於", .source), ("来源", .source), ("來源", .source), ("稿源", .source), ("转自", .source),
    ("轉自", .source), ("转载自", .source),
    ("出处", .source), ("出處", .source),
    ("后期", .other), ("後期", .other), ("摄影", .other), ("攝影", .other), ("摄像", .other), ("图片", .other), ("圖片", .other),
    ("插画", .other),
    ("设计", .other), ("排版", .other), ("制图", .other), ("製圖", .other), ("视频", .other), ("主持", .other),
    ("图", .other), ("圖", .other), ("摄", .other), ("攝", .other),
    ("by", .author), ("author", .author), ("authors", .author), ("written by", .author), ("editing by", .editor),
    ("edited by", .editor), ("editor", .editor), ("reporting by", .author), ("translated by", .translator),
    ("translation", .translator), ("translator", .translator), ("source", .source), ("photo", .other),
  ]

  /// Whether a word is a label and no name.
  static func isLabel(_ word: String) -> Bool { labels.contains(word) }

  private static let labels = Set(roles.map(\.label))

  /// A quick test for lines of Han: whether they contain any label. Latin labels are written in both cases.
  static func mayStand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    hanLabels.holdsAny(in: text) || text.contains { ($0 | 0x20) &- 0x61 < 26 } && holdsLatinLabel(text)
  }

  /// Whether a stem of the Latin labels occurs in a text, in either case; letters of full width may make one too.
  private static func holdsLatinLabel(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { lowered in
      for index in text.indices {
        let byte = text[index]
        // U+FF21 to U+FF7F begin with EF BC or EF BD.
        if byte == 0xEF, index + 2 < text.count,
          text[index + 1] == 0xBD || text[index + 1] == 0xBC && text[index + 2] >= 0xA1
        {
          return true
        }
        lowered.initializeElement(at: index, to: byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
      return latinStems.holdsAny(in: UnsafeBufferPointer(lowered))
    }
  }

  private static let latinStems = PhraseTable(
    ["by", "author", "edit", "translat", "source", "photo"].map { ($0, 0) })

  private static let hanLabels = PhraseTable(roles.filter { $0.label.utf8.first ?? 0 >= 0x80 }.map { ($0.label, 0) })

  /// The quick answer for running text: whether the first letter is that of a label.
  static func mayOpen(_ line: String) -> Bool {
    for scalar in line.unicodeScalars {
      switch scalar {
      case "（", "(", "[", "【", "〔", "［", "*", " ", "「", "—", "-", "\u{3000}", "\u{A0}": continue
      case "A"..."Z": return firstScalars.contains(scalar.value | 0x20)
      default: return firstScalars.contains(scalar)
      }
    }
    return false
  }

  /// The letters that labels begin with, Latin ones in lower case.
  private static let firstScalars = ScalarSet(
    String(String.UnicodeScalarView(roles.compactMap(\.label.unicodeScalars.first))))

  typealias Entry = (scalars: [Unicode.Scalar], role: BylineRole)

  /// The labels that may begin with a letter, longest first, as scalars for matching.
  static func entries(from first: Unicode.Scalar) -> [Entry] {
    let first = first.isASCII ? first.value | 0x20 : first.value
    return firstScalars.contains(first) ? table[first] ?? [] : []
  }

  private static let table: [UInt32: [Entry]] = Dictionary(
    grouping: roles.map { Entry(scalars: Array($0.label.unicodeScalars), role: $0.role) }
      .sorted { $0.scalars.count > $1.scalars.count }
  ) { $0.scalars[0].value }
}
