import Text

/// Recognizes lines that are entirely the site's own, by their words and form: prompts, tags, bars of links, a link to
/// the next article.
///
/// A line with a full stop is a sentence, whatever its words (`LineClass`).
enum SiteLine {
  /// In bytes: longer lines are text.
  private static let longest = 600

  /// - Parameter text: The line as it is displayed.
  static func matches(_ line: Line, _ text: String) -> Bool {
    guard text.utf8.count <= longest else { return false }
    // 0, in a table.
    if line.digitCount == line.length, line.context.contains(.cell) { return false }
    if line.digitCount == line.length, isCount(text) { return true }
    let lineClass = LineClass(
      text, isAtEdge: !line.context.contains(.heading), isLinked: line.linkLength * 2 >= line.length)
    if lineClass?.isBoilerplate == true { return true }
    return Hashtags.tags(in: text) != nil || isNeighbour(line, text) || isPrompt(line, text) || isBar(text)
      || isRowOfButtons(text)
  }

  /// `1,024`: how often a page was read. A year, the number of a part and a telephone number may be text.
  private static func isCount(_ text: String) -> Bool {
    let digits = text.utf8.filter { $0 != 0x2C }
    guard 3...7 ~= digits.count, let count = Int(String(decoding: digits, as: UTF8.self)) else { return false }
    return digits.count != 4 || !(1800...2100 ~= count)
  }

  /// Whether a line is a few words with no mark of a source, a note, a verse or a signature.
  static func isRemnant(_ line: Line, _ text: String) -> Bool {
    line.context.isDisjoint(with: [.item, .cell]) && !text.holdsSentenceEnd
      && !text.holdsAny(of: ["《", "：", "，", "（", "[", "——", "1.", "、", "年"])
      && LineClass(text, isAtEdge: true) == nil && !Byline.isCredits(text)
  }

  /// Whether a line amid the text is a button or announces an advert: `請繼續往下閱讀`, a link `订阅`.
  static func isButton(_ line: Line, _ text: String) -> Bool {
    // ｜廣告 is somebody's subhead.
    if LineClass(text, isAtEdge: false) == .advert {
      return !line.context.contains(.heading) && !line.marks.contains(.hasBar)
    }
    guard line.linkShare >= Thresholds.LinkShare.all else { return false }
    return switch LineClass(text, isAtEdge: true) {
    case .share, .promotion, .advert, .comments: true
    default: false
    }
  }

  /// `← 第四十七级`, `第四十九级 →`: one link and an arrow.
  private static func isNeighbour(_ line: Line, _ text: String) -> Bool {
    line.linkCount == 1 && line.linkShare >= Thresholds.LinkShare.all && line.length <= Thresholds.Length.paragraph
      && (text.startsWithAny(of: ["←", "«", "‹", "<"]) || text.endsWithAny(of: ["→", "»", "›"]))
  }

  /// `> 好用的软件，某某为你呈现`: a link after a `>`, which authors do not write.
  private static func isPrompt(_ line: Line, _ text: String) -> Bool {
    text.utf8.first == 0x3E && line.linkCount > 0 && !text.hasMoreNonBlanks(than: 60)
  }

  /// `报社概况 | 关于本网 | 招聘 | 网站声明`: a bar of links to pages about the site.
  static func isBar(_ text: String) -> Bool {
    guard text.holdsBar, !text.holds("。") else { return false }
    let parts = text.partsBetweenBars.filter { $0.nonBlankCount > 0 }
    guard parts.count >= 4, parts.allSatisfy({ $0.nonBlankCount <= 12 }) else { return false }
    return parts.count(where: FactWords.isAboutSite) * 2 >= parts.count
  }

  /// `来自 某某客户端 | 举报 | 收藏`: buttons, and the program with which a post was written.
  private static func isRowOfButtons(_ text: String) -> Bool {
    guard text.utf8.count <= 90, text.holdsBar else { return false }
    let parts = text.partsBetweenBars
    return parts.count >= 3 && parts.count { LineClass($0, isAtEdge: true)?.isBoilerplate != true } * 3 <= parts.count
  }
}
