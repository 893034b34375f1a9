import ArchiveSources
import Foundation
import RepositoryFixture
import Testing

@Suite struct GitSourceTests {
  private func source(_ path: String, _ revision: String? = nil) throws -> GitSource {
    let repository = try #require(GitRepository(at: Array(path.utf8)))
    return GitSource(repository, revision: revision.map { Array($0.utf8) })
  }

  private struct Listed {
    var listing: SourceListing
    var entries: [SourceEntry]
    var paths: [String] { entries.map { String(decoding: $0.path, as: UTF8.self) } }
  }

  private func list(_ source: GitSource, since former: SourceVersion? = nil) throws -> Listed {
    var entries: [SourceEntry] = []
    let listing = try source.list(since: former) { entry in
      entries.append(entry)
      return true
    }
    return Listed(listing: listing, entries: entries)
  }

  private func text(_ source: GitSource, _ path: String, atMost limit: Int = 1 << 20) throws -> String {
    let entry = try source.entry(at: Array(path.utf8))
    return String(decoding: try source.read(entry.locator, atMost: limit).bytes, as: UTF8.self)
  }

  @Test func aBareRepositoryContainsTheFilesOfItsCommit() throws {
    let fixture = try Repository()
    try fixture.write("甲", to: "文章/一.md")
    try fixture.write("乙", to: "b.md")
    try fixture.commit()
    let source = try source(try fixture.bareClone(options: "--depth", "1"))
    let listed = try list(source)
    #expect(listed.listing.isWhole && listed.listing.faults.isEmpty)
    #expect(listed.paths == ["b.md", "文章/一.md"])
    #expect(try text(source, "文章/一.md") == "甲")
    #expect(throws: SourceError.notFound) { try source.entry(at: Array("c.md".utf8)) }
    #expect(throws: SourceError.noFile) { try source.entry(at: Array("文章".utf8)) }
    #expect(throws: SourceError.notFound) { try source.entry(at: Array("b.md/c".utf8)) }
  }

  @Test func aBranchIsReadByItsName() throws {
    let fixture = try Repository()
    try fixture.write("一", to: "a.md")
    try fixture.commit()
    try fixture.git("checkout", "-q", "-b", "feature/new")
    try fixture.write("二", to: "a.md")
    try fixture.commit()
    try fixture.git("tag", "v1")
    try fixture.git("checkout", "-q", "main")
    #expect(try text(source(fixture.repository), "a.md") == "一")
    #expect(try text(source(fixture.repository, "feature/new"), "a.md") == "二")
    #expect(try text(source(fixture.repository, "v1"), "a.md") == "二")
    let commit = try fixture.git("rev-parse", "feature/new")
    #expect(try text(source(fixture.repository, String(commit.prefix(10))), "a.md") == "二")
    for revision in ["no", "main~1", "-x", "main^{/x}", "a..b", ":/x", "main:a.md", "@{1}", "ma in", ""] {
      #expect(throws: SourceError.noRevision, "\(revision)") { try source(fixture.repository, revision).version() }
    }
  }

  @Test func onlyWhatChangedIsListedAgain() throws {
    let fixture = try Repository()
    for number in 0..<50 { try fixture.write("第\(number)篇，各不相同的正文。", to: "d/\(number).md") }
    try fixture.commit()
    let source = try source(fixture.repository, "main")
    let first = try list(source)
    #expect(first.entries.count == 50)
    try fixture.write("改", to: "d/1.md")
    try fixture.git("rm", "-q", "d/2.md")
    try fixture.git("mv", "d/3.md", "e.md")
    try fixture.write("新", to: "新.md")
    try fixture.commit()
    let second = try list(source, since: first.listing.version)
    #expect(!second.listing.isWhole)
    #expect(Set(second.paths) == ["d/1.md", "e.md", "新.md"])
    #expect(Set(second.listing.removed) == [Array("d/2.md".utf8), Array("d/3.md".utf8)])
    #expect(second.listing.renamed == [.init(from: Array("d/3.md".utf8), to: Array("e.md".utf8))])
    let third = try list(source, since: second.listing.version)
    #expect(third.entries.isEmpty && third.listing.removed.isEmpty && !third.listing.isWhole)
    let unknown = SourceVersion(bytes: [UInt8](repeating: 7, count: 20))
    #expect(try list(source, since: unknown).listing.isWhole)
    #expect(try list(source, since: SourceVersion(bytes: [1])).listing.isWhole)
  }

  @Test func linksAndSubmodulesAreFaults() throws {
    let fixture = try Repository()
    try fixture.write("一", to: "a.md")
    try fixture.commit()
    let commit = try fixture.git("rev-parse", "HEAD")
    let target = try fixture.git("hash-object", "-w", "--stdin", input: "../../etc/passwd")
    try fixture.git("update-index", "--add", "--cacheinfo", "120000,\(target),link.md")
    try fixture.git("update-index", "--add", "--cacheinfo", "160000,\(commit),module")
    try fixture.git("commit", "-q", "-m", "links")
    let source = try source(fixture.repository, "main")
    let listed = try list(source)
    #expect(listed.paths == ["a.md"])
    #expect(listed.listing.faults.map(\.reason) == [.noFile, .noFile])
    #expect(throws: SourceError.noFile) { try source.entry(at: Array("link.md".utf8)) }
  }

  @Test func missingObjectsAreFaultsAndTheRestIsRead() throws {
    let fixture = try Repository()
    try fixture.write("一", to: "a/1.md")
    try fixture.write("二", to: "b/2.md")
    try fixture.write("三", to: "c.md")
    try fixture.commit()
    for name in ["HEAD:a", "HEAD:c.md"] {
      let object = try fixture.git("rev-parse", name)
      let file = fixture.repository + "/.git/objects/\(object.prefix(2))/\(object.dropFirst(2))"
      try FileManager.default.removeItem(atPath: file)
    }
    let source = try source(fixture.repository, "main")
    let listed = try list(source)
    #expect(listed.paths == ["c.md", "b/2.md"])
    #expect(listed.listing.faults == [SourceFault(path: Array("a".utf8), reason: .missingObject)])
    #expect(throws: SourceError.missingObject) { try text(source, "c.md") }
    #expect(try text(source, "b/2.md") == "二")
  }

  @Test func aDamagedObjectAffectsNoOtherEntry() throws {
    let fixture = try Repository()
    try fixture.write("一", to: "a.md")
    try fixture.write("二", to: "b.md")
    try fixture.commit()
    let object = try fixture.git("rev-parse", "HEAD:a.md")
    let file = fixture.repository + "/.git/objects/\(object.prefix(2))/\(object.dropFirst(2))"
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    try Data([0x78, 0x01, 0xFF, 0xFF, 0x00]).write(to: URL(fileURLWithPath: file))
    let source = try source(fixture.repository, "main")
    #expect(throws: SourceError.self) { try text(source, "a.md") }
    #expect(try text(source, "b.md") == "二")
  }

  @Test func nothingBeyondTheLimitIsRead() throws {
    let fixture = try Repository()
    try fixture.write(String(repeating: "x", count: 20 << 20), to: "large.txt")
    try fixture.write("二", to: "b.md")
    try fixture.commit()
    let source = try source(fixture.repository, "main")
    let entry = try source.entry(at: Array("large.txt".utf8))
    let content = try source.read(entry.locator, atMost: 100)
    #expect(content.bytes.count == 100 && content.isCut && content.sizeInBytes == 20 << 20)
    #expect(try text(source, "b.md") == "二")
  }

  /// A tree that contains itself ten times, ten levels deep, is small on disk.
  @Test func aTreeThatGrowsExponentiallyIsCutOff() throws {
    let fixture = try Repository()
    let blob = try fixture.git("hash-object", "-w", "--stdin", input: "一")
    var tree = try fixture.git("mktree", input: "100644 blob \(blob)\ta.md\n")
    for _ in 0..<10 {
      let names = (0..<10).map { "040000 tree \(tree)\td\($0)\n" }.joined()
      tree = try fixture.git("mktree", input: names)
    }
    let commit = try fixture.git("commit-tree", tree, "-m", "bomb")
    try fixture.git("update-ref", "refs/heads/bomb", commit)
    let repository = try #require(GitRepository(at: Array(fixture.repository.utf8)))
    var limits = SourceLimits()
    limits.mostEntries = 3_000
    let source = GitSource(repository, revision: Array("bomb".utf8), limits: limits)
    let listed = try list(source)
    #expect(listed.entries.count <= 3_000)
    #expect(listed.listing.faults.contains { $0.reason == .tooManyEntries })
  }

  /// Everything that a repository's own configuration could make git run.
  @Test func theRepositorysConfigurationCannotRunPrograms() throws {
    let fixture = try Repository()
    try fixture.write("一", to: "a.md")
    try fixture.write("* filter=x diff=x textconv\n", to: ".gitattributes")
    try fixture.commit()
    try fixture.write("二", to: "a.md")
    try fixture.commit()
    let mark = fixture.folder + "/ran"
    let script = fixture.folder + "/run.sh"
    try Data("#!/bin/sh\ntouch '\(mark)'\ncat\n".utf8).write(to: URL(fileURLWithPath: script))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    for key in [
      "core.fsmonitor", "core.pager", "core.sshCommand", "core.gitProxy", "core.askPass", "core.editor",
      "core.alternateRefsCommand", "diff.external", "diff.x.textconv", "diff.x.command", "filter.x.smudge",
      "filter.x.clean", "filter.x.process", "pager.cat-file", "pager.diff-tree", "credential.helper",
      "uploadpack.packObjectsHook", "alias.cat-file",
    ] { try fixture.git("config", key, script) }
    try fixture.git("config", "core.hooksPath", fixture.folder)
    try fixture.git("config", "remote.origin.url", "ext::\(script)")
    try fixture.git("config", "remote.origin.promisor", "true")
    try fixture.git("config", "extensions.partialClone", "origin")
    try fixture.git("config", "core.repositoryFormatVersion", "1")
    let source = try source(fixture.repository, "main")
    let former = SourceVersion(bytes: try #require(objectName(fixture.git("rev-parse", "HEAD~1^{tree}"))))
    _ = try list(source)
    _ = try list(source, since: former)
    #expect(try text(source, "a.md") == "二")
    let missing = SourceLocator(bytes: [UInt8](repeating: 9, count: 20))
    #expect(throws: SourceError.missingObject) { try source.read(missing, atMost: 10) }
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  private func objectName(_ digits: String) -> [UInt8]? {
    stride(from: 0, to: digits.count, by: 2).map { offset in
      UInt8(digits.dropFirst(offset).prefix(2), radix: 16) ?? 0
    }
  }

  @Test func aPartialCloneReportsMissingFilesWithoutFetchingThem() throws {
    let fixture = try Repository()
    try fixture.write("一", to: "a.md")
    try fixture.commit()
    try fixture.git("config", "uploadpack.allowFilter", "true")
    let source = try source(try fixture.bareClone(options: "--filter=blob:none"))
    let listed = try list(source)
    #expect(listed.paths == ["a.md"])
    #expect(throws: SourceError.missingObject) { try text(source, "a.md") }
  }

  @Test func aRepositoryWithoutACommitIsEmpty() throws {
    let fixture = try Repository()
    #expect(throws: SourceError.noRevision) { try source(fixture.repository).version() }
  }

  @Test func newCommitsAreSeenByAnOpenSource() throws {
    let fixture = try Repository()
    try fixture.write("一", to: "a.md")
    try fixture.commit()
    let source = try source(fixture.repository, "main")
    let first = try source.version()
    try fixture.write("二", to: "a.md")
    try fixture.commit()
    try fixture.git("gc", "-q")
    #expect(try source.version() != first)
    #expect(try text(source, "a.md") == "二")
    try fixture.git("commit", "-q", "--allow-empty", "-m", "nothing")
    let second = try source.version()
    #expect(try source.version() == second)
  }

  @Test func foldersAreDistinguishedFromRepositories() throws {
    let fixture = try Repository()
    try fixture.write("一", to: "a.md")
    try fixture.commit()
    let bare = try fixture.bareClone()
    #expect(GitRepository(at: Array(bare.utf8))?.isBare == true)
    #expect(GitRepository(at: Array(fixture.repository.utf8))?.isBare == false)
    #expect(GitRepository(at: Array(fixture.folder.utf8)) == nil)
    try fixture.git("worktree", "add", "-q", fixture.folder + "/second", "-b", "second")
    let second = try #require(GitRepository(at: Array((fixture.folder + "/second").utf8)))
    #expect(!second.isBare)
    #expect(try text(GitSource(second), "a.md") == "一")
  }
}
