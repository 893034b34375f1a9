import ArticleDump

extension FuzzTarget {
  /// The content between the fences of a post: YAML between `---`, TOML between `+++`.
  static let frontMatter = FuzzTarget(name: "front-matter") { input in
    for fence in ["---\n", "+++\n"] {
      let bytes = Array(fence.utf8) + input + Array("\n\(fence)\n正文的第一段。\n".utf8)
      ArticleChecks.check(ArticleParser().article(from: bytes, path: "_posts/2020-01-02-x.md"))
      _ = ArticleParser().head(from: Array(bytes.prefix(4096)), path: "_posts/2020-01-02-x.md")
    }
  }
}
