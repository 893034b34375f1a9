import Text

extension PublisherRules {
  /// The New York Times, 纽约时报中文网: author and Beijing time on top; a closing paragraph of biography, translator
  /// and English original.
  static let nytimes: PublisherRules = {
    var rules = PublisherRules(id: "nytimes", name: "纽约时报")
    rules.hosts = ["nytimes.com", "nytstyle.com", "nytcn.me"]
    rules.titleNames = ["纽约时报中文网", "纽约时报中文网 国际纵览", "紐約時報中文網", "紐約時報中文網 國際縱覽", "The New York Times"]
    rules.folders = ["nytimes", "纽约时报", "nyt"]
    rules.zone = .shanghai
    rules.pictureAddresses = ["static01.nyt.com/"]
    rules.publishedText = { tree in
      tree.first(.i).flatMap { tree.text(of: $0).split(separator: "\n").last.map(String.init) }
    }
    rules.finish = { blocks, page in
      blocks = blocks.flatMap { closingNote($0, &page) }
      page.takeLead(from: blocks)
    }
    return rules
  }()

  /// The closing paragraph line by line: biography, translator, link; a briefing's advertisement of itself goes.
  private static func closingNote(_ block: Block, _ page: inout Page) -> [Block] {
    guard case .paragraph(let text, _) = block else { return [block] }
    if text.text.startsWithAny(of: ["感谢阅读今天的简报", "感謝閱讀今天的簡報"]) { return [] }
    guard text.text.holdsAny(of: ["点击查看本文英文版", "點擊查看本文英文版"]) else { return [block] }
    return text.lines.compactMap { line in
      if line.text.startsWithAny(of: ["翻译：", "翻譯："]) {
        if let byline = Byline(line: line.text) { page.take(byline, .text) }
        return .paragraph(line, role: .byline)
      }
      return .paragraph(line, role: .notice)
    }
  }
}
