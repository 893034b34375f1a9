import Text

/// Recognizes lines that ask a reader to install an app, scan a code or follow an account, by a request and its object in
/// any order.
///
/// `下载界面新闻`, `海量资讯，尽在某某财经APP`, `关注某某公众号，解锁全新阅读体验`: only the name between these differs
/// from site to site.
/// The words are in `Words/promotion-parts.txt`.
enum PromotionLine {
  /// - Parameter line: A line at an edge of an article.
  static func matches(_ line: FoldedLine) -> Bool {
    guard line.scalarCount <= LineLimits.promotion else { return false }
    let bytes = line.bytes
    let seen = parts(of: bytes)
    if seen.isSuperset(of: [.program, .install]) {
      // “下载了吗？”: direct speech.
      return !ByteSearch.holds(bytes, "？") && !ByteSearch.holds(bytes, "“") && !ByteSearch.holds(bytes, "「")
    }
    if seen.isSuperset(of: [.account, .follow]) || seen.isSuperset(of: [.subscribe, .mail]) { return true }
    if seen.isSuperset(of: [.network, .follow]), asks.match(in: bytes, at: 0) != nil { return true }
    return line.scalarCount <= LineLimits.opening && openings.match(in: bytes, at: 0) != nil
      && !ByteSearch.holds(bytes, "，")
  }

  /// Whether a line is a button between paragraphs that consists of a program's name and what to do with it:
  /// `在早报App中打开`.
  static func isButton(_ line: FoldedLine) -> Bool {
    let bytes = line.bytes
    guard !ByteSearch.holds(bytes, "，"), !ByteSearch.holds(bytes, "。"), !ByteSearch.holds(bytes, "？") else {
      return false
    }
    return parts(of: bytes).isSuperset(of: [.program, .install])
  }

  private static func parts(of bytes: UnsafeBufferPointer<UInt8>) -> Parts {
    var seen: Parts = []
    phrases.forEachMatch(in: bytes) { match in
      seen.insert(Parts(rawValue: match.payload))
      // Another one may begin inside it.
      return true
    }
    if holdsApp(bytes) { seen.insert(.program) }
    return seen
  }

  /// Whether “app” is a word of the line. WhatsApp is not an app that a page asks its readers to install.
  private static func holdsApp(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start + 3 <= bytes.count {
      guard let index = bytes[start...].firstIndex(of: 0x61), index + 3 <= bytes.count else { return false }
      start = index + 1
      guard bytes[index + 1] == 0x70, bytes[index + 2] == 0x70 else { continue }
      if index == 0 || (bytes[index - 1] | 0x20) &- 0x61 >= 26 { return true }
    }
    return false
  }

  /// The sections of the file, in the order of the generator's.
  private struct Parts: OptionSet {
    let rawValue: Int
    static let program = Parts(rawValue: 1)
    static let install = Parts(rawValue: 2)
    static let account = Parts(rawValue: 4)
    static let follow = Parts(rawValue: 8)
    static let mail = Parts(rawValue: 16)
    static let subscribe = Parts(rawValue: 32)
    static let network = Parts(rawValue: 64)
  }

  private static let phrases = PhraseTable(Vocabulary.parts)
  private static let asks = PhraseTable(Vocabulary.asks)
  private static let openings = PhraseTable(Vocabulary.openings)
}
