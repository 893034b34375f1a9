import Text

/// Tags that are interpreted by their parameters, since every site defines its own: Jekyll's includes, Hugo's
/// shortcodes.
extension TemplateTag {
  /// `{% include figure.html src="/a.png" caption="…" %}`: a file of the site, recognized by its name and its
  /// parameters.
  var included: Meaning {
    let words = words
    guard let file = words.first else { return .nothing }
    let stem = (file.split(separator: "/").last ?? "").prefix { $0 != "." }.lowercased()
    var tag = self
    tag.name = stem
    tag.arguments = arguments.dropFirst(file.count).trimmedOfBlanks
    if tag.arguments.hasPrefix("\"") || tag.arguments.hasPrefix("'") {
      tag.arguments = String(tag.arguments.dropFirst())
    }
    let meaning = tag.meaningByParameters
    if case .nothing = meaning, !stem.hasPrefix("include") { return tag.named }
    return meaning
  }

  /// What a tag shows according to its parameters, whatever its name: a picture, a link with its text, plain text.
  var meaningByParameters: Meaning {
    let address = value("src", "url", "href", "link", "image", "image_path", "img", "path", "file")
    if let address, PictureName.isPicture(address) {
      return .image(url: address, text: value("alt") ?? "", caption: caption)
    }
    if let address, let title = value("title", "text", "name", "label") { return .link(url: address, text: title) }
    guard let text = value("content", "text", "caption", "message", "quote") else { return .nothing }
    return .text(text)
  }

  /// A picture's caption, if it differs from the alternative text.
  var caption: String? { value("caption", "title").flatMap { $0 == value("alt") ? nil : Self.plain($0) } }

  /// A caption that may be written in Markdown, as plain text: links become their texts, and emphasis marks are
  /// removed.
  private static func plain(_ caption: String) -> String {
    guard caption.holds("](") || caption.holds("**") || caption.holds("`") else { return caption }
    var output = ""
    var rest = caption[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstRange(of: "]("),
      let end = rest[close.upperBound...].firstIndex(of: ")")
    {
      output += rest[..<open] + rest[rest.index(after: open)..<close.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return (output + rest).filter { $0 != "*" && $0 != "`" }
  }

  /// The text after the first comma or `@`: `{% span red, 文字 %}`, `{% label primary @文字 %}`.
  var styledText: String {
    let mark = arguments.firstIndex { $0 == "@" } ?? arguments.firstIndex { $0 == "," }
    let text = mark.map { String(arguments[arguments.index(after: $0)...]) } ?? arguments
    let shown = text.trimmedOfBlanks
    // Butterfly: the text's background colour.
    guard mark == nil, let blank = shown.lastIndex(of: " "),
      Self.colours.contains(String(shown[shown.index(after: blank)...]))
    else { return shown }
    return String(shown[..<blank]).trimmedOfBlanks
  }

  private static let colours: Set<String> = [
    "default", "blue", "pink", "red", "purple", "orange", "green", "cyan", "yellow", "gray", "grey",
  ]
}
