import Testing

@testable import ArticleLibrary

/// The groupings of articles: tags, categories, authors and folders.
@Suite struct FacetTests {
  private func library() throws -> (TestFolder, Library) {
    let folder = try TestFolder()
    func post(_ name: String, _ fields: String) throws {
      try folder.write("archive/" + name, "---\n\(fields)\n---\n\n江边的渡船一天开四趟，船老大姓何。\n")
    }
    try post("posts/2021/a.md", "title: 甲\ntags: [读书, 江]\ncategories: [随笔]\nauthor: 何船")
    try post("posts/2022/b.md", "title: 乙\ntags: [读书会]\ncategories: [随笔, 旅行]\nauthors: [何船, 林渡]")
    try post("notes/c.md", "title: 丙\ntags: [江]")
    let library = try folder.library()
    try library.update()
    return (folder, library)
  }

  @Test func tagsCategoriesAndAuthorsAreSearchFields() throws {
    let (_, library) = try library()
    func found(_ query: String) throws -> Set<String> { Set(try library.titles(query)) }
    #expect(try found("tag:读书") == ["甲", "乙"])
    #expect(try found("tag:\"读书\"") == ["甲"])
    #expect(try found("tag:讀書 -tag:江") == ["乙"])
    #expect(try found("tag:dushu") == ["甲", "乙"])
    #expect(try found("category:旅行") == ["乙"])
    #expect(try found("category:随笔 author:林渡") == ["乙"])
    #expect(try found("category:江").isEmpty)
    #expect(throws: LibraryError.self) { try library.list(ListQuery(text: "tags:江")) }
  }

  @Test func tagsCategoriesAuthorsAndFoldersAreCounted() throws {
    let (_, library) = try library()
    let facets = try library.facets(of: library.list())
    #expect(facets.tags.map { "\($0.value) \($0.count)" } == ["江 2", "读书 1", "读书会 1"])
    #expect(facets.categories.map { "\($0.value) \($0.count)" } == ["随笔 2", "旅行 1"])
    #expect(facets.authors.map { "\($0.value) \($0.count)" } == ["何船 2", "林渡 1"])
    #expect(facets.folders.map { "\($0.value) \($0.count)" } == ["notes 1", "posts 2"])
    // Within a folder, only its own are counted.
    let posts = try library.list(ListQuery(filter: ArticleFilter([.folder("posts")])))
    #expect(try library.facets(of: posts).folders.map(\.value) == ["posts/2021", "posts/2022"])
    #expect(Set(try library.titles(ListQuery(filter: ArticleFilter([.folder("posts")])))) == ["甲", "乙"])
    #expect(Set(try library.titles(ListQuery(filter: ArticleFilter([.tag("江")])))) == ["甲", "丙"])
    #expect(try library.titles(ListQuery(filter: ArticleFilter([.tag("江"), .category("随笔")]))) == ["甲"])
    #expect(try library.titles(ListQuery(filter: ArticleFilter([.author("林渡")]))) == ["乙"])
  }

  @Test func facetsFollowChangesOfTheirArticles() throws {
    let (folder, library) = try library()
    try folder.write("archive/notes/c.md", "---\ntitle: 丙\ntags: [山]\n---\n\n改过的正文，比先前长一些，说的是山。\n")
    try library.update()
    #expect(try library.titles("tag:江") == ["甲"])
    #expect(try library.titles("tag:山") == ["丙"])
    #expect(try library.facets(of: library.list()).tags.first { $0.value == "江" }?.count == 1)
  }
}
