import ArticleDump
import Foundation
import Glibc
import Testing

@testable import ArticleLibrary

@Suite struct BookmarksFileTests {
  private let folder: TestFolder
  private let file: BookmarksFile

  init() throws {
    folder = try TestFolder()
    file = BookmarksFile(path: folder.path + "/home/bookmarks.md")
  }

  private var text: String { (try? String(contentsOfFile: file.path, encoding: .utf8)) ?? "" }

  private func bookmark(_ number: Int, title: String? = nil) -> Bookmark {
    Bookmark(
      title: title ?? "第\(number)篇", url: "https://example.org/\(number)", description: "法广, 2023-07-17",
      path: "articles/rfi/\(number).md", added: "2026-11-22T10:00:00Z")
  }

  @Test func anEntryIsOneLineInTheDocumentedForm() throws {
    try file.add(bookmark(1))
    #expect(
      text
        == "- [第1篇](https://example.org/1) — 法广, 2023-07-17 <!-- yuelan: articles/rfi/1.md · added 2026-11-22T10:00:00Z -->\n"
    )
    var status = stat()
    stat(file.path, &status)
    #expect(status.st_mode & 0o777 == 0o600)
    stat(folder.path + "/home", &status)
    #expect(status.st_mode & 0o777 == 0o700)
  }

  @Test func addedEntriesAreReadBack() throws {
    let odd = Bookmark(
      title: "[快讯] a\\b ](x) --> <!-- yuelan: \u{1B}[31m", url: "https://example.org/a_(b)?q=气候", description: "某刊",
      path: "a/100% -->.md", added: "2026-11-22T10:00:00Z", note: "记下 #气候 的事\n\n第二段 #todo。")
    try file.add(odd)
    try file.add(bookmark(2))
    let read = try file.bookmarks()
    #expect(read.count == 2)
    #expect(read[0].url == odd.url)
    #expect(read[0].path == odd.path)
    #expect(read[0].added == odd.added)
    #expect(read[0].description == odd.description)
    #expect(read[0].note == odd.note)
    #expect(read[0].tags == ["气候", "todo"])
    #expect(read[0].title.contains("[快讯] a\\b ](x) --> <!-- yuelan:"))
    #expect(!text.utf8.contains(0x1B))
  }

  @Test func severalEntriesAreAddedUnderTheirHeadingsInOneWrite() throws {
    try file.add(bookmark(1))
    let many = [
      Bookmark(title: "甲", url: "https://example.org/a", note: "读 #茶", tags: ["茶", "a b，c", "#"], heading: "菜单"),
      Bookmark(title: "乙", url: "https://example.org/b"),
      Bookmark(title: "一", url: "http://www.example.org/1", heading: "菜单"),
      Bookmark(title: "丙", url: "https://example.org/c", tags: ["月"], heading: "其他\n##"),
      Bookmark(title: "又甲", url: "https://example.org/a"),
      Bookmark(title: "丁", url: "https://example.org/d", heading: "菜单"),
    ]
    #expect(try file.add(many) == 4)
    let read = try file.bookmarks()
    #expect(read.map(\.title) == ["第1篇", "乙", "甲", "丁", "丙"])
    #expect(read.map(\.heading) == [nil, nil, "菜单", "菜单", "其他 ##"])
    #expect(read.map(\.tags) == [[], [], ["茶", "a-b-c"], [], ["月"]])
    #expect(try file.add([Bookmark(title: "戊", url: "https://example.org/e", heading: "其他 ##")]) == 1)
    #expect(text.hasSuffix("  #月\n- [戊](https://example.org/e)\n"))
    #expect(try file.add(many) == 0)
  }

  @Test func thousandsAreAddedInOneWrite() throws {
    let many = (0..<5000).map { bookmark($0) }
    let start = ContinuousClock.now
    #expect(try file.add(many) == 5000)
    #expect(try file.bookmarks().count == 5000)
    // Entry by entry, this took minutes.
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  private static let handWritten = """
    # 我的书签\r
    随手写的一行 [链接](https://example.org/9)，不是条目。
    \t
    ## 气候
    - [手写的](https://example.org/hand)
      - 缩进的一条是笔记 #手写
    * [第3篇](https://example.org/3) — 法广, 2023-07-17 <!-- yuelan: articles/rfi/3.md · added 2026-11-22T10:00:00Z -->

        再一段笔记
    1. [编号的](https://example.org/n)
    <<<<<<< ours
    - [第4篇](https://example.org/4) — 法广 <!-- yuelan: articles/rfi/4.md · added 2026-11-22T10:00:00Z -->
    =======
    - [第5篇](https://example.org/5) — 法广 <!-- yuelan: articles/rfi/5.md · added 2026-11-22T10:00:00Z -->
    >>>>>>> theirs
    ```
    - [代码里的](https://example.org/code)
    ```
    最后一行没有换行
    """

  @Test func onlyTheLatestChangesCanBeUndone() throws {
    let bookmarks = (0..<2 * BookmarksFile.mostChangesKept).map { bookmark($0) }
    for bookmark in bookmarks { try file.add(bookmark) }
    #expect(file.keptChangeCount == BookmarksFile.mostChangesKept)
    try file.remove(key: "https://example.org/7")
    #expect(file.keptChangeCount == BookmarksFile.mostChangesKept)
    try file.undo()
    try file.undo()
    #expect(try file.bookmarks().map(\.key) == bookmarks.dropLast().map(\.key))
  }

  @Test func otherLinesAreKeptByteForByte() throws {
    try folder.write("home/bookmarks.md", Self.handWritten)
    #expect(try file.bookmarks().map(\.title) == ["手写的", "第3篇", "编号的", "第4篇", "第5篇"])
    #expect(try file.bookmarks().map(\.heading) == ["气候", "气候", "气候", "气候", "气候"])
    #expect(try file.bookmarks()[0].tags == ["手写"])
    #expect(try file.bookmarks()[1].note == "\n  再一段笔记")
    try file.add(bookmark(6))
    #expect(text.hasPrefix(Self.handWritten + "\n- [第6篇]"))
    try file.remove(key: "https://example.org/4")
    try file.remove(key: "https://example.org/6")
    let fourth = "- [第4篇](https://example.org/4) — 法广 <!-- yuelan: articles/rfi/4.md · added 2026-11-22T10:00:00Z -->\n"
    #expect(text == Self.handWritten.replacing(fourth, with: "") + "\n")
  }

  @Test func addingTwiceKeepsTheFirstEntry() throws {
    #expect(try file.add(bookmark(1)))
    #expect(try !file.add(bookmark(1, title: "另一题")))
    #expect(try !file.add(Bookmark(title: "同址", url: "http://www.example.org/1/#x")))
    #expect(try file.bookmarks().map(\.title) == ["第1篇"])
  }

  @Test func removingAnEntryRemovesItsNoteAndUndoRestoresBoth() throws {
    try file.add(bookmark(1))
    try file.add(bookmark(2))
    try file.setNote("好文 #读\n第二行", key: "https://example.org/1")
    let before = text
    try file.remove(key: "https://example.org/1")
    #expect(try file.bookmarks().map(\.title) == ["第2篇"])
    try folder.write("home/bookmarks.md", "手写一行\n" + text)
    #expect(try file.undo())
    // It is still above the same line.
    #expect(text == "手写一行\n" + before)
    #expect(try file.undo())
    #expect(try file.bookmarks().allSatisfy { $0.note.isEmpty })
    #expect(try file.undo())
    #expect(try file.bookmarks().map(\.title) == ["第1篇"])
    #expect(try file.undo())
    #expect(try file.bookmarks().isEmpty)
    #expect(try !file.undo())
    #expect(text.hasPrefix("手写一行\n"))
  }

  /// The room identifies entries by their keys, which contain an address and other things.
  @Test func anEntryIsIdentifiedByItsKey() throws {
    try file.add(bookmark(1))
    try file.add(Bookmark(title: "甲", url: "https://example.org/2", path: "a/2.md"))
    let key = try #require(try file.bookmarks().last?.key)
    try file.setNote("好 #读", key: key)
    #expect(try file.bookmarks().map(\.tags) == [[], ["读"]])
    try file.remove(key: key)
    #expect(try file.bookmarks().map(\.title) == ["第1篇"])
  }

  @Test func aMissingEntryCannotBeRemoved() throws {
    #expect(throws: LibraryError.noSuchEntry("x")) { try file.remove(key: "x") }
    #expect(throws: LibraryError.noSuchEntry("x")) { try file.setNote("n", key: "x") }
  }

  @Test func theUsersOwnSymbolicLinkIsFollowedAndKept() throws {
    try folder.write("dotfiles/marks.md", "# 我的\n")
    try FileManager.default.createDirectory(atPath: folder.path + "/home", withIntermediateDirectories: true)
    symlink("../dotfiles/marks.md", file.path)
    try file.add(bookmark(1))
    try file.add(bookmark(2))
    try file.remove(key: "https://example.org/1")
    let target = try String(contentsOfFile: folder.path + "/dotfiles/marks.md", encoding: .utf8)
    #expect(target.hasPrefix("# 我的\n- [第2篇]"))
    var status = stat()
    lstat(file.path, &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/dotfiles") == ["marks.md"])
  }

  @Test func circularLinksAreRefused() throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/home", withIntermediateDirectories: true)
    symlink("other.md", file.path)
    symlink("bookmarks.md", folder.path + "/home/other.md")
    #expect(throws: LibraryError.self) { try file.add(bookmark(1)) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/home").count == 2)
  }

  @Test func anotherUsersLinkIsRefused() throws {
    guard geteuid() == 0 else { return }
    try folder.write("victim", "theirs\n")
    try FileManager.default.createDirectory(atPath: folder.path + "/home", withIntermediateDirectories: true)
    symlink(folder.path + "/victim", file.path)
    lchown(file.path, 12345, 12345)
    #expect(throws: LibraryError.unwritable(path: file.path, errno: ELOOP)) { try file.add(bookmark(1)) }
    #expect(try String(contentsOfFile: folder.path + "/victim", encoding: .utf8) == "theirs\n")
  }

  @Test func aPipeIsRefused() throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/home", withIntermediateDirectories: true)
    mkfifo(file.path, 0o600)
    #expect(throws: LibraryError.self) { try file.add(bookmark(1)) }
    #expect(throws: LibraryError.self) { try file.bookmarks() }
  }

  @Test func theFilesModeIsKept() throws {
    try folder.write("home/bookmarks.md", "# 我的\n")
    chmod(file.path, 0o644)
    try file.add(bookmark(1))
    try file.remove(key: "https://example.org/1")
    var status = stat()
    stat(file.path, &status)
    #expect(status.st_mode & 0o777 == 0o644)
    #expect(text == "# 我的\n")
  }

  @Test func starsAddedByManyThreadsAreAllKept() async throws {
    let path = file.path
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<8 {
        group.addTask {
          let own = BookmarksFile(path: path)
          for number in 0..<10 {
            let entry = Bookmark(title: "\(worker)-\(number)", url: "https://example.org/\(worker)/\(number)")
            _ = try? own.add(entry)
            if number % 3 == 2 { try? own.remove(key: "https://example.org/\(worker)/\(number - 1)") }
          }
        }
      }
    }
    let expected = (0..<8).flatMap { worker in [0, 2, 3, 5, 6, 8, 9].map { "\(worker)-\($0)" } }
    #expect(Set(try file.bookmarks().map(\.title)) == Set(expected))
    #expect(try file.bookmarks().count == expected.count)
  }

  @Test func starsAppearInTheLibrary() throws {
    try folder.writeDump("archive/1.md", title: "有星", url: "https://example.org/1")
    try folder.writeDump("archive/2.md", title: "无星", url: "https://example.org/2")
    let library = try folder.library()
    try library.update()
    #expect(try library.titles("is:starred").isEmpty)
    let stars = BookmarksFile(path: folder.path + "/bookmarks.md")
    let row = try #require(library.row(try library.list(ListQuery(text: "title:有星"))[0]))
    #expect(try library.star(row.id, in: stars, added: Timestamp(secondsSinceEpoch: 1_795_000_000)))
    #expect(try library.titles("is:starred") == ["有星"])
    #expect(library.row(row.id)?.isStarred == true)
    // A path alone would not say in which archive.
    #expect(try stars.bookmarks()[0].path == "archive/1.md")
    #expect(try !library.star(row.id, in: stars, added: Timestamp(secondsSinceEpoch: 1_795_000_001)))
    #expect(try library.unstar(row.id, in: stars) == 1)
    #expect(try library.titles("is:starred").isEmpty)
  }
}
