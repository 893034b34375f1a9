import Text

/// Facts that people write into a text, above or below it: `原文地址：…`, `译者：[名](链接)`, `via: …`.
///
/// They are facts, and they stay in the text.
enum MarkdownFactLines {
  private enum Fact { case url, author, translator, editor, source, date }

  /// The fact that a label announces, blanks and capitals aside.
  private static func fact(of label: String) -> Fact? {
    if FactWords.announcesAddress(label) { return .url }
    if FactWords.isDateOfPublication(label) { return .date }
    // 记者：您怎么看？ A speaker's words may be as short as a name.
    return switch BylineLabel.role(of: label.withoutPrefix("本文")) {
    case .author: .author
    case .translator, .translatorAndEditor: .translator
    case .editor: .editor
    case .source: .source
    case .speaker, .other, nil: nil
    }
  }

  /// How many blocks at each end may contain such lines.
  private static let reach = 6

  /// - Parameter zone: The time zone of times without one; nil if the file's name has the date, which takes precedence
  ///   over one written in the text.
  static func read(_ blocks: [Block], into article: inout Article, zone: CivilZone?) {
    var lines: [StyledText] = []
    for (index, block) in blocks.enumerated() where index < reach || index >= blocks.count - 2 * reach {
      collect(block, to: &lines)
      if lines.count > 120 { break }
    }
    for line in lines { read(line, into: &article, zone) }
    if let zone { readDay(blocks, into: &article, zone) }
  }

  /// `2019-09-07 王小江 山城晚报`: a line at the beginning of the text, with a date and a few words. A date from before there
  /// were websites belongs to the subject of the text.
  private static func readDay(_ blocks: [Block], into article: inout Article, _ zone: CivilZone) {
    guard article.published == nil, case .paragraph(let text, _)? = blocks.first, !text.text.hasMoreNonBlanks(than: 40),
      !text.text.holdsSentenceEnd, !text.text.holds("\n"), let found = Timestamp.first(in: text.text, zone: zone),
      found.utf8Range.count * 4 >= text.text.utf8.count, found.timestamp.isOfWeb
    else { return }
    setDate(found.timestamp, &article)
  }

  private static func setDate(_ time: Timestamp, _ article: inout Article) {
    article.published = time
    article.origins[.published] = .text
  }

  /// The lines of paragraphs, including those in quotes and lists.
  private static func collect(_ block: Block, to lines: inout [StyledText]) {
    var waiting = [block]
    while let next = waiting.popLast() {
      switch next {
      case .paragraph(let text, _):
        guard text.text.utf8.count <= 1200 else { continue }
        lines += text.linesWithSpans
      case .quote(let inner): waiting += inner.prefix(20).reversed()
      case .list(let list): waiting += list.items.prefix(20).flatMap { $0.prefix(4) }.reversed()
      default: continue
      }
    }
  }

  /// Reads the facts of a line; a line may contain several, joined by soft line ends: `作者：甲 译者：乙`.
  private static func read(_ line: StyledText, into article: inout Article, _ zone: CivilZone?) {
    guard line.text.utf8.count <= 600, line.text.withBytes(mayBeginWithLabel) else { return }
    let text = Array(line.text.unicodeScalars)
    var found: [(fact: Fact, label: Int, value: Int)] = []
    for index in text.indices where text[index] == "：" || text[index] == ":" {
      guard let (fact, start) = label(before: index, in: text, isFirst: found.isEmpty) else { continue }
      found.append((fact, start, index + 1))
    }
    // A line of prose may contain a label further on; a head begins with one.
    guard let first = found.first, first.label == 0 else { return }
    for (place, entry) in found.enumerated() {
      let end = place + 1 < found.count ? found[place + 1].label : text.count
      var value = String.UnicodeScalarView()
      value.append(contentsOf: text[min(entry.value, end)..<end])
      record(entry.fact, String(value).trimmedOfBlanks, line, into: &article, zone)
    }
    // 作者：甲 | 来源：乙报 | 2019-09-07
    guard let zone, article.published == nil else { return }
    let day = line.text.partsBetweenBars.lazy.compactMap { Timestamp($0.trimmedOfBlanks, zone: zone) }.first
    if let day { setDate(day, &article) }
  }

  /// Whether a colon is where the first label may end: most lines have none there.
  private static func mayBeginWithLabel(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Fourteen characters of three bytes, and the colon; longer ones are in no label.
    let start = UnsafeBufferPointer(rebasing: bytes.prefix(15 * 3))
    return ByteSearch.holds(start, byte: 0x3A) || ByteSearch.holds(start, "：")
  }

  /// The longest known label that ends before a colon. The first one begins its line.
  private static func label(before colon: Int, in text: [Unicode.Scalar], isFirst: Bool) -> (Fact, start: Int)? {
    let starts = isFirst ? 0...0 : max(0, colon - 12)...max(0, colon - 1)
    for start in starts where start < colon && colon - start <= 14 {
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: text[start..<colon])
      let word = String(piece).withoutBlanks.lowered
      guard let fact = fact(of: word) else { continue }
      // A label of Latin letters must be a whole word.
      if start > 0, text[start].isASCII, !text[start - 1].isBlank { continue }
      return (fact, start)
    }
    return nil
  }

  private static func record(
    _ fact: Fact, _ value: String, _ line: StyledText, into article: inout Article, _ zone: CivilZone?
  ) {
    guard !value.isEmpty, value.utf8.count <= 300 else { return }
    switch fact {
    case .url:
      guard article.url == nil, let url = address(in: line, value) else { return }
      article.url = url
      article.origins[.url] = .text
    case .author:
      guard article.authors.isEmpty else { return }
      set(\.authors, .authors, names(in: value), &article)
    case .translator:
      guard article.translators.isEmpty else { return }
      set(\.translators, .translators, names(in: value), &article)
    case .editor:
      guard article.editors.isEmpty else { return }
      set(\.editors, .editors, names(in: value), &article)
    case .source:
      let name = value.partsBetweenBars.first?.trimmedOfBlanks ?? ""
      guard article.source == nil, 1...30 ~= name.nonBlankCount, !name.holds("://") else { return }
      article.source = name
      article.origins[.source] = .text
    case .date:
      guard let zone, article.published == nil, value.nonBlankCount <= 40,
        let found = Timestamp.first(in: value, zone: zone), found.utf8Range.lowerBound == 0
      else { return }
      setDate(found.timestamp, &article)
    }
  }

  private static func set(
    _ path: WritableKeyPath<Article, [String]>, _ fact: ArticleDump.Fact, _ names: [String], _ article: inout Article
  ) {
    guard !names.isEmpty else { return }
    article[keyPath: path] = names
    article.origins[fact] = .text
  }

  /// The address that a line gives: that of its link, or the text itself.
  private static func address(in line: StyledText, _ value: String) -> String? {
    for span in line.spans {
      if case .link(let url) = span.style, url.holds("://") { return url }
    }
    guard value.hasPrefix("http://") || value.hasPrefix("https://") else { return nil }
    return value.split(whereSeparator: \.isWhitespace).first.map(String.init)
  }

  /// The names in a value: separated by commas or similar marks, none longer than a name.
  private static func names(in value: String) -> [String] {
    let parts = value.unicodeScalars.split { $0.isBar || $0.isSlash || $0.isOne(of: "、，,&＆；;\n") }
    let names = parts.map { String($0).trimmed(of: "@*_<>《》[]（）()。.") }.filter { !$0.isEmpty }
    guard names.count <= 12,
      names.allSatisfy({ 1...40 ~= $0.nonBlankCount && !$0.holdsSentenceEnd && !$0.holds("://") })
    else { return [] }
    return names
  }
}

extension StyledText {
  /// The lines with the spans in each.
  fileprivate var linesWithSpans: [StyledText] {
    guard text.withBytes({ ByteSearch.holds($0, byte: 0x0A) }) else { return [self] }
    var lines: [StyledText] = []
    var start = 0
    let bytes = Array(text.utf8)
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
      if let part = part(start..<index) { lines.append(part) }
      start = index + 1
    }
    return lines
  }
}
