import ArticleDump

extension FuzzTarget {
  /// Notes and clippings in Markdown.
  static let markdown = FuzzTarget(name: "markdown") { input in
    let article = ArticleParser().article(from: input, path: "notes/1.md")
    ArticleChecks.check(article)
    // Written Markdown can be read again.
    ArticleChecks.check(ArticleParser().article(from: Array(article.markdown().utf8), path: "notes/1.md"))
  }
}
