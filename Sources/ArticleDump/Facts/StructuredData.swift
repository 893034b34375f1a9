import Text

/// Facts in `<script type="application/ld+json">`: schema.org's NewsArticle and similar types.
///
/// Reads keys and values in one pass without building a tree: accepts any bytes, and nesting costs nothing.
struct StructuredData {
  var headline: String?
  var published: String?
  var modified: String?
  var authors: [String] = []
  /// An author that is not a person.
  var organisation: String?
  var section: String?
  var siteName: String?
  /// The text itself; for a live report all its parts, one on each line.
  var body: String?
  /// The headlines and texts of a live report's parts.
  private var updates: [String] = []
  /// Readers' comments, at most as many as `CommentReader` allows.
  var comments: [WrittenComment] = []

  init(_ json: String) {
    var reader = Reader(Array(json.utf8))
    reader.read(into: &self)
    if !updates.isEmpty { body = ([body].compactMap(\.self) + updates).joined(separator: "\n") }
  }

  /// A longer list is not a list of authors.
  private static let mostAuthors = 64

  private mutating func add(author: String) {
    guard authors.count < Self.mostAuthors, !authors.contains(author) else { return }
    authors.append(author)
  }

  /// A comment with its date as written.
  struct WrittenComment {
    var author: String?
    var date: String?
    var text = ""

    /// The comment without its markup.
    func comment(zone: CivilZone) -> Comment? {
      let bytes = Array(text.utf8)
      let plain = TreeBuilder.tree(of: bytes, in: 0..<bytes.count)
      let text = plain.text(of: .root).trimmedOfBlanks
      return text.isEmpty ? nil : Comment(author: author, date: date.flatMap { Timestamp($0, zone: zone) }, text: text)
    }
  }

  /// As many as `CommentReader` reads from markup.
  private static let mostComments = 200

  private struct Reader {
    let bytes: [UInt8]
    var index = 0
    /// The keys that lead to the current value; deeper levels are not recorded.
    var keys: [String] = []
    var levels: [(isObject: Bool, key: String)] = []
    /// The type and the name of the current author object, in whichever order they come.
    var authorType = ""
    var authorName = ""
    /// What was read of the enclosing comment, whose object is one of `levels`.
    var comment = WrittenComment()
    private var isInComment: Bool { levels.contains { $0.key == "comment" } }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read(into data: inout StructuredData) {
      var key = ""
      while index < bytes.count {
        switch bytes[index] {
        case 0x22:
          let text = string(keepingLines: key == "articleBody")
          skipBlanks()
          if index < bytes.count, bytes[index] == 0x3A, levels.last?.isObject ?? true {
            index += 1
            key = text
          } else {
            store(text, key.isEmpty ? levels.last?.key ?? "" : key, &data)
            key = ""
          }
        case 0x7B, 0x5B:
          let outer = key.isEmpty ? levels.last?.key ?? "" : key
          if levels.count < 64 { levels.append((bytes[index] == 0x7B, outer)) }
          key = ""
          index += 1
        case 0x7D, 0x5D:
          if let level = levels.popLast(), level.isObject {
            if Self.isAuthor(level.key) { endAuthor(&data) }
            if level.key == "comment" { endComment(&data) }
          }
          key = ""
          index += 1
        case 0x2C:
          key = ""
          index += 1
        default: index += 1
        }
      }
    }

    private static func isAuthor(_ key: String) -> Bool { key == "author" || key == "creator" }

    /// Records the author whose object ends; an organisation is a source, not a person.
    private mutating func endAuthor(_ data: inout StructuredData) {
      defer { (authorType, authorName) = ("", "") }
      guard !authorName.isEmpty else { return }
      guard !isInComment else { return comment.author = comment.author ?? authorName }
      if authorType.holds("Organization") {
        data.organisation = data.organisation ?? authorName
      } else {
        data.add(author: authorName)
      }
    }

    private mutating func endComment(_ data: inout StructuredData) {
      if !comment.text.isEmpty, data.comments.count < mostComments { data.comments.append(comment) }
      comment = WrittenComment()
    }

    private mutating func store(_ value: String, _ key: String, _ data: inout StructuredData) {
      guard !value.isEmpty else { return }
      let holder = levels.last?.key ?? ""
      if isInComment, !Self.isAuthor(holder) || key == "author" {
        switch key {
        case "text", "description": comment.text = value
        case "dateCreated", "datePublished": comment.date = comment.date ?? value
        case "author", "creator": comment.author = comment.author ?? value
        default: break
        }
        return
      }
      // A live report has its text in its parts, each with its own facts.
      if levels.contains(where: { $0.key == "liveBlogUpdate" }) {
        if key == "articleBody" || key == "headline" { data.updates.append(value) }
        return
      }
      switch key {
      case "datePublished": data.published = data.published ?? value
      case "dateModified": data.modified = data.modified ?? value
      case "articleBody": data.body = data.body ?? value
      case "headline": data.headline = data.headline ?? value
      case "articleSection": data.section = data.section ?? value
      case "name" where Self.isAuthor(holder): authorName = value
      case "@type" where Self.isAuthor(holder): authorType = value
      case "name" where holder == "publisher": data.siteName = data.siteName ?? value
      case "author":
        if !value.startsWithAny(of: ["http"]) { data.add(author: value) }
      default: break
      }
    }

    private mutating func skipBlanks() {
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    }

    private mutating func string(keepingLines: Bool) -> String {
      index += 1
      var text: [UInt8] = []
      while index < bytes.count, bytes[index] != 0x22 {
        if bytes[index] == 0x5C, index + 1 < bytes.count {
          index += 1
          switch bytes[index] {
          case 0x6E: text.append(keepingLines ? 0x0A : 0x20)
          case 0x72, 0x74: text.append(0x20)
          case 0x75: escape(into: &text)
          default: text.append(bytes[index])
          }
        } else {
          text.append(bytes[index])
        }
        index += 1
      }
      index += 1
      return String(decoding: text, as: UTF8.self)
    }

    /// `\uXXXX`, with the second half of a surrogate pair; `index` is on `u` and is left on the last digit.
    private mutating func escape(into text: inout [UInt8]) {
      func unit(at start: Int) -> UInt32? {
        guard start + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[start..<start + 4] {
          guard let digit = ImageURL.hexValue(byte) else { return nil }
          value = value << 4 | UInt32(digit)
        }
        return value
      }
      guard var scalar = unit(at: index + 1) else { return }
      index += 4
      if (0xD800..<0xDC00).contains(scalar), index + 2 < bytes.count, bytes[index + 1] == 0x5C,
        bytes[index + 2] == 0x75,
        let low = unit(at: index + 3), (0xDC00..<0xE000).contains(low)
      {
        scalar = 0x1_0000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
        index += 6
      }
      text.append(contentsOf: Array(String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8))
    }
  }
}
