import ArticleDump

extension FuzzTarget {
  /// Dumps of all publishers and dialects. The first byte selects the path, which decides both.
  static let article = FuzzTarget(name: "article") { input in
    guard let first = input.first else { return }
    let paths = [
      "articles/rfi/1.md", "articles/cdt/1.md", "articles/bbc/1.md", "articles/rfa/1.md", "x/1.html", "x/1.txt",
      "x/1.md", "_posts/2020-01-02-x.md",
    ]
    let path = paths[Int(first) % paths.count]
    let bytes = Array(input.dropFirst())
    ArticleChecks.check(ArticleParser().article(from: bytes, path: path))
    _ = ArticleParser().head(from: Array(bytes.prefix(4096)), path: path)
  }
}
