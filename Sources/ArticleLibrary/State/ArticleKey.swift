/// What names an article past its place in an archive: its URL, or its file when it has none.
///
/// A moved file keeps its URL, so what the reader did stays with it.
struct ArticleKey: Sendable, Hashable {
  /// The URL without scheme, `www.`, fragment and final slash; or `file:` and the path.
  let text: String

  /// The same as a number, for columns and indexes.
  var hash: UInt64 { StableHash.hash(text) }

  init(url: String?, file: DumpPath) {
    if let url, let key = Self.normalized(url) {
      text = key
    } else {
      text = "file:" + file.display
    }
  }

  init?(url: String) {
    guard let key = Self.normalized(url) else { return nil }
    text = key
  }

  private static func normalized(_ url: String) -> String? {
    var rest = Substring(url)
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    guard !rest.isEmpty else { return nil }
    guard let slash = rest.firstIndex(of: "/") else { return rest.lowercased() }
    return rest[..<slash].lowercased() + rest[slash...]
  }
}
