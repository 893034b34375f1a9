import ArticleDump

extension FuzzTarget {
  /// Articles and bookmarks in JSON.
  static let json = FuzzTarget(name: "json") { input in
    _ = JSONReader.value(input)
    guard let article = Article(json: input) else { return }
    let json = article.jsonUTF8()
    promise(Article(json: json)?.jsonUTF8() == json, "JSON does not round-trip")
    promise(ArticleChecks.isHarmless(article.sanitized().plainText()), "a control in plain text")
  }
}
