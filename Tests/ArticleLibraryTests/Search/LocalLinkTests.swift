import Testing

@testable import ArticleLibrary

/// Links that lead to other articles of the same archive.
@Suite struct LocalLinkTests {
  @Test(arguments: [
    // Paths beside the article, with and without an ending, a part, a folder's index.
    ("b.md", "b"), ("./b.md#节", "b"), ("../notes/c.md", "c"), ("../notes/c", "c"), ("bundle/", "束"),
    ("bundle/index.md", "束"),
    ("../%E4%B8%AD%E6%96%87%20%E5%90%8D.md", "中文名"),
    // From the archive's root, as generators write it.
    ("/notes/c.md", "c"), ("/posts/b/", "b"), ("/2020/01/02/old-post.html", "旧文"),
    // Names of pages: wiki links, post_link, ref.
    ("c", "c"), ("2020-01-02-old-post", "旧文"), ("old-post", "旧文"), ("中文 名", "中文名"), ("旧文", "旧文"), ("B", "b"),
    // Of two pages with the same name, the nearer one is meant, or the one that the path names.
    ("same", "近"), ("notes/same", "远"), ("../notes/same.md", "远"),
  ])
  func localLinksLeadToTheirArticle(link: String, title: String) throws {
    let folder = try TestFolder()
    let library = try Self.library(in: folder)
    let start = try #require(try library.list(ListQuery(text: "title:起点")).first)
    #expect(try library.rows(forLinks: [link], in: start)[link]?.title == title)
  }

  @Test(arguments: [
    "#节", "https://example.org/b.md", "mailto:b@example.org", "//example.org/b", "nowhere.md", "../../b.md", "",
    "../archive/../../other/x.md", "x",
  ])
  func linksToOtherPlacesLeadToNoArticle(link: String) throws {
    let folder = try TestFolder()
    let library = try Self.library(in: folder)
    let start = try #require(try library.list(ListQuery(text: "title:起点")).first)
    #expect(try library.rows(forLinks: [link], in: start).isEmpty)
  }

  @Test func linksAreResolvedWithinTheirArchive() throws {
    let folder = try TestFolder()
    try folder.write("one/a.md", "# 起点\n\n见 [[b]]，另有一段足够长的正文。\n")
    try folder.write("two/b.md", "# 别处\n\n另一个库里的一篇文章，正文也足够长。\n")
    let library = try folder.library(["one", "two"])
    try library.update()
    let start = try #require(try library.list(ListQuery(text: "title:起点")).first)
    #expect(try library.rows(forLinks: ["b", "../two/b.md"], in: start).isEmpty)
  }

  private static func library(in folder: TestFolder) throws -> Library {
    for (path, title) in [
      ("posts/a.md", "起点"), ("posts/b.md", "b"), ("notes/c.md", "c"), ("posts/bundle/index.md", "束"),
      ("中文 名.md", "中文名"), ("_posts/2020-01-02-old-post.md", "旧文"), ("posts/same.md", "近"), ("notes/same.md", "远"),
    ] {
      try folder.write("archive/" + path, "---\ntitle: \(title)\n---\n\n\(title)的正文，江边的渡船一天开四趟。\n")
    }
    try folder.write("other/x.md", "# x\n\n库外的文章。\n")
    let library = try folder.library()
    try library.update()
    return library
  }
}
