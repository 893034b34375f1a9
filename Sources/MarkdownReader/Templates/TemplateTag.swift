import Text

/// A tag of a site generator's template language.
struct TemplateTag {
  enum Syntax {
    /// `{% name … %}`: Liquid (Jekyll, GitBook), Nunjucks (Hexo), Tera (Zola).
    case statement
    /// `{{< name … >}}` and `{{% name … %}}`: Hugo.
    case shortcode
    /// `{{ … }}`.
    case expression
  }

  var syntax: Syntax
  /// The tag with its braces.
  var range: Range<Int>
  /// The first word, in lower case, without the `/` of a closing shortcode (`isClosing`); the `end` of a closing
  /// statement is part of it.
  var name: String
  /// The text after the name.
  var arguments: String
  var isClosing = false

  /// Longer tags are text, which limits the search for a closing mark.
  private static let longest = 4096

  /// The tag at a `{`.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> TemplateTag? {
    let limit = min(limit, start + longest)
    guard start + 3 < limit else { return nil }
    let syntax: Syntax
    var inner = start + 2
    var closer: (UInt8, UInt8, UInt8?)
    switch (bytes[start + 1], bytes[start + 2]) {
    case (0x25, _):
      syntax = .statement
      closer = (0x25, 0x7D, nil)
    case (0x7B, 0x3C):
      syntax = .shortcode
      inner += 1
      closer = (0x3E, 0x7D, 0x7D)
    case (0x7B, 0x25):
      syntax = .shortcode
      inner += 1
      closer = (0x25, 0x7D, 0x7D)
    case (0x7B, _):
      syntax = .expression
      closer = (0x7D, 0x7D, nil)
    default: return nil
    }
    var position = inner
    var end: Int?
    while position + 1 < limit {
      if bytes[position] == closer.0, bytes[position + 1] == closer.1 {
        if let third = closer.2 {
          if position + 2 < limit, bytes[position + 2] == third {
            end = position + 3
            break
          }
        } else {
          end = position + 2
          break
        }
      }
      position += 1
    }
    guard let end else { return nil }
    var content = Substring(
      String(decoding: UnsafeBufferPointer(rebasing: bytes[inner..<position]), as: UTF8.self))
    if content.hasPrefix("-") { content = content.dropFirst() }
    if content.hasSuffix("-") { content = content.dropLast() }
    var words = Substring(content.trimmedOfBlanks)
    // Self-closing shortcodes: `{{< img src="a" />}}`.
    if syntax == .shortcode, words.hasSuffix("/"), !words.hasSuffix("*/") { words = words.dropLast() }
    var isClosing = false
    if syntax == .shortcode, words.hasPrefix("/"), !words.hasPrefix("/*") {
      isClosing = true
      words = Substring(words.dropFirst().trimmedOfBlanks)
    }
    let name = words.prefix { !$0.isWhitespace && $0 != "(" && $0 != "|" }
    return TemplateTag(
      syntax: syntax, range: start..<end, name: name.lowercased(),
      arguments: words.dropFirst(name.count).trimmedOfBlanks, isClosing: isClosing)
  }

  /// The arguments one by one: `a "b c" src="d" lang:js`, `(id="x", y=1)`.
  var parameters: [(key: String?, value: String)] {
    var parameters: [(key: String?, value: String)] = []
    var key: String?
    var word = ""
    var quote: Character?
    var wasQuoted = false
    func isBlank(_ character: Character) -> Bool { character.isWhitespace || character == "," }
    func finish() {
      if !word.isEmpty || wasQuoted { parameters.append((key, word)) }
      (key, word, wasQuoted) = (nil, "", false)
    }
    var text = Substring(arguments)
    if text.hasPrefix("("), text.hasSuffix(")") { text = text.dropFirst().dropLast() }
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "\"" || character == "'" || character == "`" {
        quote = character
        wasQuoted = true
      } else if isBlank(character) {
        finish()
      } else if character == "=", key == nil, !word.isEmpty, !word.contains(where: { $0 == "/" || $0 == "?" }) {
        key = word.lowercased()
        word = ""
      } else {
        word.append(character)
      }
    }
    finish()
    return parameters
  }

  func value(_ keys: String...) -> String? {
    let parameters = parameters
    for key in keys {
      if let found = parameters.first(where: { $0.key == key })?.value, !found.isEmpty { return found }
    }
    return nil
  }

  /// The arguments without a key.
  var words: [String] { parameters.filter { $0.key == nil }.map(\.value) }
}

extension TemplateTag {
  /// The meaning of a tag for the reader.
  enum Meaning {
    case nothing
    case text(String)
    case image(url: String, text: String, caption: String? = nil)
    case link(url: String, text: String)
    /// A player or an embedded page.
    case embed(url: String, text: String)
    /// Not a tag after all, or a tag that shows nothing.
    case verbatim
  }

  var meaning: Meaning {
    switch syntax {
    case .expression: return expression
    case .shortcode:
      // `{{</* name */>}}` shows the shortcode itself.
      if name.hasPrefix("/*") {
        let inner = (name + " " + arguments).dropFirst(2)
        return .text("{{< " + (inner.hasSuffix("*/") ? inner.dropLast(2) : inner).trimmedOfBlanks + " >}}")
      }
      return isClosing ? .nothing : named
    case .statement: return named
    }
  }

  private var expression: Meaning {
    if arguments.hasPrefix("("), !name.isEmpty { return named }
    // A string through a filter: `{{ "/a.png" | relative_url }}`.
    if name.hasPrefix("\"") || name.hasPrefix("'") {
      return .text(name.trimmed(of: "\"'"))
    }
    let root = name.prefix { $0 != "." && $0 != "[" }
    return [
      "$frontmatter", "$page", "$site", "frontmatter", "site", "page", "post", "config", "layout", "content", "theme",
      "include", "paginator", "url_for", "toc",
    ]
    .contains(String(root)) ? .nothing : .verbatim
  }

  var named: Meaning {
    switch name {
    case "img", "image", "figure", "asset_img", "picture", "fig", "imgproc", "inlineimage", "bigimg",
      "responsive_image",
      "resize_image", "lightbox", "limg", "fancybox":
      return image
    case "post_link", "asset_link", "link", "post_url", "ref", "relref", "post_path", "asset_path", "linkcard", "btn",
      "button", "url_for", "page-ref", "content-ref", "page_ref":
      return link
    case "youtube", "bilibili", "vimeo", "tweet", "twitter", "gist", "video", "audio", "dplayer", "aplayer", "meting",
      "music", "embed", "iframe", "asciinema", "codepen", "jsfiddle", "instagram", "douyin", "x", "pdf", "mp3", "mp4":
      return embed
    case "label", "span", "u", "emp", "wavy", "del", "kbd", "psw", "mark", "text", "highlight_text", "p", "inlinetext":
      return .text(styledText)
    case "checkbox", "radio":
      let isDone = arguments.split(whereSeparator: { $0 == " " || $0 == "," }).contains("checked")
      return .text((isDone ? "☑ " : "☐ ") + styledText)
    case "align", "bubble", "typeit", "center":
      return .text(words.last { $0.unicodeScalars.contains(where: \.isHan) } ?? "")
    case "ghcard": return words.first.map { .link(url: "https://github.com/" + $0, text: $0) } ?? .nothing
    case "include", "include_cached", "include_relative": return included
    case "ruby":
      let parts = arguments.split(separator: "|")
      return .text(parts.count == 2 ? "\(parts[0])（\(parts[1])）" : words.joined(separator: " "))
    case "admonition", "details", "tab", "expand", "accordion", "note", "tip", "hint", "callout", "collapse":
      // Boxes: their contents are shown here, and their titles by the caller that opens them.
      return syntax == .shortcode && name == "callout" ? value("text").map { .text($0) } ?? .nothing : .nothing
    default: return syntax == .shortcode ? meaningByParameters : .nothing
    }
  }

  private var image: Meaning {
    if let url = value("src", "path", "url", "image", "link") {
      return .image(url: url, text: value("alt") ?? "", caption: caption)
    }
    // Hexo: classes, the address, width and height, and a title in quotes, with the alternative text in different
    // quotes.
    let words = words
    guard let place = words.firstIndex(where: Self.looksLikeAddress) else {
      return words.first.map { .image(url: $0, text: words.dropFirst().last ?? "") } ?? .nothing
    }
    let following = words[(place + 1)...].filter { Int($0) == nil && !$0.hasSuffix("%") && !$0.hasSuffix("px") }
    let text = following.joined(separator: " ")
    // "标题 '替代文字'": the title comes first.
    return .image(url: words[place], text: text.split(separator: "'").first.map { $0.trimmedOfBlanks } ?? "")
  }

  private var link: Meaning {
    var words = words
    let named = value("url", "href", "path", "link", "page")
    // Hexo's `link` has its text first, and the address after it.
    if name == "link" || name == "btn" || name == "button", named == nil,
      let place = words.firstIndex(where: Self.looksLikeAddress), place > 0
    {
      return .link(url: words[place], text: words[..<place].joined(separator: " "))
    }
    // A button's icon follows its text.
    if name == "btn" || name == "button", named == nil, words.count > 1 {
      return .link(url: words[0], text: words[1])
    }
    guard let url = named ?? words.first else { return .nothing }
    if named == nil { words.removeFirst() }
    let rest = words.filter { $0 != "true" && $0 != "false" }.joined(separator: " ")
    let text = value("title", "text", "label") ?? (rest.isEmpty ? url : rest)
    return .link(url: url, text: text)
  }

  private var embed: Meaning {
    let first = words.first(where: Self.looksLikeAddress) ?? words.first { !$0.isEmpty }
    guard let id = value("id", "url", "src", "link", "bvid", "user") ?? first else { return .nothing }
    let title = value("title", "name") ?? (first != words.first && words.first != nil ? words.first : nil)
    if id.holds("://") || title != nil && Self.looksLikeAddress(id) { return .embed(url: id, text: title ?? id) }
    let url: String
    switch name {
    case "youtube": url = "https://www.youtube.com/watch?v=" + id
    case "bilibili": url = "https://www.bilibili.com/video/" + id
    case "vimeo": url = "https://vimeo.com/" + id
    case "gist":
      let words = words
      url = "https://gist.github.com/" + (words.count > 1 ? words[0] + "/" + words[1] : id)
    case "tweet", "twitter", "x":
      url = "https://twitter.com/i/status/" + (value("id") ?? words.last ?? id)
    default: url = id
    }
    return .embed(url: url, text: value("title") ?? url)
  }

  static func looksLikeAddress(_ word: String) -> Bool {
    let word = String(word.prefix { $0 != "#" && $0 != "?" })
    return word.holds("://") || word.hasPrefix("/") || word.hasPrefix("./") || word.hasPrefix("../")
      || [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".md", ".html"].contains { word.lowercased().hasSuffix($0) }
  }

  /// The address that a tag in a link's destination represents: the page that it names.
  var address: String? {
    switch syntax {
    case .expression:
      switch meaning {
      case .text(let text): return text
      case .nothing: return ""
      default: return nil
      }
    default: return value("path", "page") ?? words.first
    }
  }
}
