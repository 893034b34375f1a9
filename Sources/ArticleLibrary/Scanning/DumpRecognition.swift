import ArticleDump
import Text

/// Distinguishes dumps from everything else in an archive: by content, or by name where reading would be a waste.
enum DumpRecognition {
  /// The number of bytes that are read from a file for its row.
  static let headSizeInBytes = 8192

  /// Whether the name alone says that the file is not text: pictures, styles, data, programs.
  static func isOtherKind(name: [UInt8]) -> Bool {
    guard let dot = name.lastIndex(of: 0x2E), name.count - dot <= 12 else { return false }
    let suffix = String(decoding: name[(dot + 1)...].map { $0 | 0x20 }, as: UTF8.self)
    return otherKinds.contains(suffix)
  }

  /// Folders of site generators and programs that hold no article.
  static func reasonToSkip(folder name: some Collection<UInt8>) -> SkipReason? {
    switch String(decoding: name, as: UTF8.self) {
    case "_site": .generatedPage
    case "_layouts", "_includes", "_data", "_sass", "_plugins", "archetypes", "scaffolds", "node_modules", "layouts":
      .template
    default: nil
    }
  }

  private static let otherKinds: Set<String> = [
    "jpg", "jpeg", "png", "gif", "webp", "svg", "ico", "bmp", "tif", "tiff", "avif", "mp3", "mp4", "m4a", "ogg",
    "webm", "mov", "pdf", "epub", "zip", "gz", "xz", "bz2", "zst", "tar", "7z", "rar", "css", "scss", "less", "js",
    "mjs", "ts", "jsonl", "xml", "rss", "atom", "yml", "yaml", "toml", "ini", "cfg", "conf", "lock", "py",
    "pyc",
    "rb", "sh", "go", "rs", "c", "h", "php", "java", "swift", "log", "csv", "tsv", "sql", "sqlite", "sqlite3", "db",
    "woff", "woff2", "ttf", "otf", "eot", "gemspec", "map", "wasm", "exe", "dll", "so", "o", "a", "tmp", "swp", "bak",
  ]

  /// Why a file is not an article, by its name and its first bytes; `nil` if it is one.
  static func reasonToSkip(name: [UInt8], bytes: [UInt8], dialect: Dialect) -> SkipReason? {
    if bytes.isEmpty { return .empty }
    let start = bytes.prefix(1024)
    if start.contains(0) && !isUTF16(start) { return .notADump }
    if isIndexPage(bytes) { return .indexPage }
    if isTemplate(bytes, dialect) { return .template }
    switch dialect {
    case .feed, .datedFeed, .jekyll: return nil
    case .html: return isGenerated(bytes) ? .generatedPage : nil
    // An article in JSON has text of its own; all other JSON is data.
    case .text where name.suffix(5).elementsEqual(".json".utf8): return .notADump
    case .markdown, .text: return isAboutTheArchive(name) ? .aboutTheArchive : nil
    }
  }

  /// Whether a file is a template into which a site generator inserts articles: HTML that requests the content, or a
  /// page's title.
  ///
  /// Markdown may discuss these tags; such an article is an article.
  private static func isTemplate(_ bytes: [UInt8], _ dialect: Dialect) -> Bool {
    guard dialect == .html || dialect == .jekyll else { return false }
    let start = bytes.prefix(4096)
    // A check of the bytes saves the search for nearly every page.
    guard let brace = start.firstIndex(of: 0x7B), start[brace...].contains(0x3C) || start[..<brace].contains(0x3C)
    else {
      return false
    }
    let head = String(decoding: start, as: UTF8.self)
    guard head.contains("{{") || head.contains("{%"), !head.contains("\n```"), !head.contains("\n## ") else {
      return false
    }
    // A post may include a picture; a file that requests the content is a layout.
    if dialect == .jekyll { return head.contains("{{ content }}") || head.contains("{{content}}") }
    return [
      "{{ content }}", "{{content}}", "{{ .Content }}", "{{ page.title }}", "{{ include.", "{% include ", "{{ partial ",
      "{{ define ", "{% block ", "{% extends ",
    ].contains { head.contains($0) }
  }

  private static func isUTF16(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  private static func isAboutTheArchive(_ name: [UInt8]) -> Bool {
    let stem = name.prefix { $0 != 0x2E }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return [
      "readme", "license", "licence", "copying", "changelog", "contributing", "authors", "notice", "code_of_conduct",
      "security", "requirements", "owners", "codeowners", "maintainers", "issue_template", "pull_request_template",
      "_sidebar", "_navbar", "_coverpage", "gemfile", "makefile", "rakefile", "procfile", "dockerfile", "cname",
      "robots", "humans",
    ].contains(String(decoding: stem, as: UTF8.self))
  }

  /// A name, `------`, and then only lines of the form `M-D [title](path)`.
  private static func isIndexPage(_ bytes: [UInt8]) -> Bool {
    var links = 0
    var isFirst = true
    var start = 0
    while start < bytes.count, links < 20 {
      let end = bytes[start...].firstIndex(of: 0x0A)
      let line = bytes[start..<(end ?? bytes.count)]
      start = (end ?? bytes.count) + 1
      if line.isEmpty { continue }
      if isFirst {
        isFirst = false
        continue
      }
      if links == 0, line.allSatisfy({ $0 == 0x2D || $0 == 0x0D || $0 == 0x20 }) { continue }
      // The last line may be cut.
      if end == nil, bytes.count >= headSizeInBytes { break }
      // Nearly every dump is recognized by its first line that is not a link, and is not examined further.
      guard isDatedLink(line) else { return false }
      links += 1
    }
    return links >= 2
  }

  private static func isDatedLink(_ line: ArraySlice<UInt8>) -> Bool {
    let digits: (UInt8) -> Bool = { $0 >= 0x30 && $0 <= 0x39 }
    var rest = line.drop { $0 == 0x20 || $0 == 0x2D || $0 == 0x2A }
    let month = rest.prefix(while: digits)
    rest = rest.dropFirst(month.count)
    guard (1...4).contains(month.count), rest.first == 0x2D else { return false }
    rest = rest.dropFirst().drop { digits($0) || $0 == 0x2D }.drop { $0 == 0x20 }
    return rest.first == 0x5B && (rest.last == 0x29 || rest.last == 0x0D)
  }

  /// `<meta name="generator" …>` as site generators write it.
  private static func isGenerated(_ bytes: [UInt8]) -> Bool {
    let found = bytes.withUnsafeBufferPointer { buffer in
      ByteSearch.offset(of: "name=\"generator\"", in: UnsafeBufferPointer(rebasing: buffer.prefix(4096)))
    }
    guard let found else { return false }
    let tag = String(decoding: bytes.prefix(4096)[found...].prefix(120), as: UTF8.self).lowercased()
    return ["jekyll", "hugo", "hexo", "gatsby", "pelican", "mkdocs", "vuepress", "docusaurus"].contains {
      tag.contains($0)
    }
  }
}
