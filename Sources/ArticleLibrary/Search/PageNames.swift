import ArticleDump
import Foundation
import GRDB
import Text

/// The names by which links inside an archive refer to its articles: names of files without extensions, of folders that
/// contain an `index.md`, of posts without their dates; and titles.
struct PageNames: Sendable {
  private struct Entry: Sendable {
    var hash: UInt64
    var number: Int32
  }
  private var entries: [Entry] = []

  init(_ db: Database) throws {
    let sql = "SELECT a.id, f.path, a.name, a.title FROM articles a JOIN folders f ON f.id = a.folder WHERE a.flags & 1"
    try RawStatement(db, sql).forEach { row in
      let number = Int32(truncatingIfNeeded: row.integer(0))
      let path = DumpPath(bytes: row.blob(1)).appending(row.blob(2)).display
      guard let name = PagePath(path).components.last else { return }
      var names: Set<String> = [name, PagePath.withoutDate(name)]
      names.insert(PagePath.folded(row.text(3) ?? ""))
      for name in names where !name.isEmpty { entries.append(Entry(hash: Self.hash(name), number: number)) }
    }
    entries.sort { ($0.hash, $0.number) < ($1.hash, $1.number) }
  }

  private static func hash(_ name: String) -> UInt64 { StableHash.hash(Array(name.utf8)) }

  /// The articles that a name may refer to; at most a screenful.
  func articles(named name: String) -> [Int32] {
    let hash = Self.hash(name)
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return entries[low...].prefix(64).prefix { $0.hash == hash }.map(\.number)
  }
}

/// A path as links write it: folded, without its file's extension, without `index`.
struct PagePath: Equatable {
  private(set) var components: [String]

  init(_ path: some StringProtocol) {
    var parts = path.split(separator: "/").map { Self.folded(String($0)) }
    if let last = parts.last {
      parts[parts.count - 1] = Self.withoutEnding(last)
      if parts.count > 1, ["index", "_index", "readme"].contains(parts[parts.count - 1]) { parts.removeLast() }
    }
    components = parts
  }

  /// The folder of a file.
  init(folder file: String) { components = file.split(separator: "/").dropLast().map { Self.folded(String($0)) } }

  /// Lower case, and a single kind of blank: generators write `my-page` for `My Page`.
  static func folded(_ name: String) -> String {
    String(name.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }

  private static func withoutEnding(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    let endings = ["md", "markdown", "mdown", "mkd", "mdx", "html", "htm", "txt"]
    return endings.contains(String(name[name.index(after: dot)...])) ? String(name[..<dot]) : name
  }

  /// `2020-01-02-name` and `20200102-name` without the date.
  static func withoutDate(_ name: String) -> String {
    let bytes = Array(name.utf8)
    func isDigit(_ index: Int) -> Bool { bytes[index] >= 0x30 && bytes[index] <= 0x39 }
    if bytes.count > 11, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x2D,
      [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy(isDigit)
    {
      return String(decoding: bytes[11...], as: UTF8.self)
    }
    if bytes.count > 9, bytes[8] == 0x2D, (0..<8).allSatisfy(isDigit) {
      return String(decoding: bytes[9...], as: UTF8.self)
    }
    return name
  }

  /// How many components at the end are equal to another path's; the last may lack the date.
  func commonEnd(with other: PagePath) -> Int {
    guard let last = components.last, let otherLast = other.components.last,
      last == otherLast || Self.withoutDate(last) == Self.withoutDate(otherLast)
    else { return 0 }
    return 1 + zip(components.dropLast().reversed(), other.components.dropLast().reversed()).prefix { $0 == $1 }.count
  }

  func commonStart(with other: PagePath) -> Int { zip(components, other.components).prefix { $0 == $1 }.count }
}

/// A link that is not a web address.
struct LocalLink: Equatable {
  /// The link as written: a name, or several components.
  var written: PagePath
  /// The corresponding path below the archive.
  var resolved: PagePath

  /// - Parameters:
  ///   - link: As in the article: `../b.md#part`, `/posts/b/`, `b`.
  ///   - folder: The article's folder below its archive.
  init?(_ link: String, folder: PagePath) {
    guard !link.hasPrefix("#"), !link.hasPrefix("//"), !Self.hasScheme(link) else { return nil }
    let cut = link.prefix { $0 != "#" && $0 != "?" }
    let path = String(cut).removingPercentEncoding ?? String(cut)
    var components = path.hasPrefix("/") ? [] : folder.components
    var names: [String] = []
    for part in path.split(separator: "/") {
      switch part {
      case ".": break
      case "..":
        // There is nothing above the archive.
        guard components.popLast() != nil else { return nil }
        if !names.isEmpty { names.removeLast() }
      default:
        components.append(String(part))
        names.append(String(part))
      }
    }
    written = PagePath(names.joined(separator: "/"))
    guard !written.components.isEmpty else { return nil }
    resolved = PagePath(components.joined(separator: "/"))
  }

  /// `mailto:a`, `https://a`; `C++: 入门` is a name.
  private static func hasScheme(_ link: String) -> Bool {
    guard let colon = link.firstIndex(of: ":"), colon > link.startIndex else { return false }
    let isWord = link[..<colon].utf8.allSatisfy {
      ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2B || $0 == 0x2D
    }
    let next = link.index(after: colon)
    return isWord && next < link.endIndex && link[next] != " "
  }
}
