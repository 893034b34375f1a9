import Foundation
import RepositoryFixture
import Testing

@testable import yuelan

/// A bare repository on the command line: other commands can read what `list` prints.
@Suite struct RepositoryCommandTests {
  private func withRepository(_ body: (Program, _ bare: String) throws -> Void) throws {
    let fixture = try Repository()
    try fixture.write(feedDump(), to: "articles/tea.md")
    try fixture.write("# 桥\n\n桥上的人。\n", to: "articles/桥 一.md")
    try fixture.write("# 路\n\n路上的人。\n", to: "b/c.md")
    try fixture.commit()
    let bare = try fixture.bareClone("news.git", options: "--depth", "1")
    let program = try Program()
    defer { program.remove() }
    try FileManager.default.moveItem(atPath: bare, toPath: program.home.path + "/news.git")
    try body(program, "news.git")
  }

  @Test func pathsFromAListAreRead() throws {
    try withRepository { program, bare in
      let list = try program.run(["list", bare, "--print0", "--sort", "path"])
      #expect(list.status == 0)
      let paths = list.output.split(separator: "\0").map(String.init)
      #expect(paths == ["news.git/articles/tea.md", "news.git/articles/桥 一.md", "news.git/b/c.md"])
      let read = try program.run(["read", "--format", "json"] + paths)
      #expect(read.status == 0, "\(read.complaints)")
      #expect(read.output.contains("\"title\":\"桥\"") && read.output.contains("\"path\":\"news.git/b/c.md\""))
      let explained = try program.run(["read", "--explain", paths[0]])
      #expect(explained.status == 0 && explained.output.contains("keep"))
      let hits = try program.run(["search", "桥上", bare, "--format", "tsv"])
      #expect(hits.output.hasPrefix("news.git/articles/桥 一.md\t"))
    }
  }

  /// A folder in a branch is what its name says for every command, as a file in it is for `read`.
  @Test func foldersInBranchesAreListed() throws {
    try withRepository { program, bare in
      for branch in ["news.git", "news.git@main"] {
        let list = try program.run(["list", branch + "/articles", "--print0", "--sort", "path"])
        #expect(list.status == 0, "\(list)")
        #expect(list.output == "\(branch)/articles/tea.md\0\(branch)/articles/桥 一.md\0")
        let index = try program.run(["index", branch + "/b"])
        #expect(index.status == 0 && index.output.hasPrefix("3 articles: "), "\(index)")
        let export = try program.run(["export", "-ftext", branch + "/b"])
        #expect(export.status == 0 && export.output.contains("路上的人"), "\(export)")
        for command in ["list", "index"] {
          let missing = try program.run([command, branch + "/none"])
          #expect(missing.status == 3, "\(missing)")
          #expect(missing.complaints == "yuelan: \(branch)/none: is not in the archive\n", "\(missing)")
        }
      }
      let noBranch = try program.run(["list", "news.git@none/articles"])
      #expect(noBranch.status == 3, "\(noBranch)")
      #expect(noBranch.complaints.contains("news.git@none/articles: names no branch, tag or commit"), "\(noBranch)")
    }
  }

  @Test func bookmarksNameTheRepositoryAndTheEntry() throws {
    try withRepository { program, bare in
      #expect(try program.run(["index", bare]).status == 0)
      #expect(try program.run(["bookmarks", "add", "news.git/b/c.md", "--bookmarks", "m.md"]).status == 0)
      let text = try String(contentsOfFile: program.home.path + "/m.md", encoding: .utf8)
      #expect(text.contains("yuelan: news.git/b/c.md"), "\(text)")

      #expect(try program.run(["bookmarks", "remove", "news.git/b/c.md", "--bookmarks", "m.md"]).status == 0)
    }
  }

  @Test func missingEntriesAreReported() throws {
    try withRepository { program, bare in
      let entry = try program.run(["read", "news.git/none.md"])
      #expect(entry.status == 3)
      #expect(entry.complaints.contains("news.git/none.md: is not in the archive"), "\(entry.complaints)")
      let branch = try program.run(["list", "news.git@none"])
      #expect(branch.status == 3)
      #expect(branch.complaints.contains("news.git@none: names no branch, tag or commit"), "\(branch.complaints)")
    }
  }

  @Test func withoutGitTheErrorSaysSo() throws {
    try withRepository { program, bare in
      let list = try program.run(["list", bare], environment: ["PATH": "/nonexistent"])
      #expect(list.status == 3)
      #expect(list.complaints.contains("can only be read with git, which is not installed"), "\(list.complaints)")
      let read = try program.run(["read", "news.git/b/c.md"], environment: ["PATH": "/nonexistent"])
      #expect(read.status == 3 && read.complaints.contains("git"), "\(read.complaints)")
    }
  }

  /// Containers without random access are cached unpacked, and the doctor reports their size.
  @Test func theDoctorReportsUnpackedContainers() throws {
    let program = try Program()
    defer { program.remove() }
    let home = program.home.path
    try FileManager.default.createDirectory(atPath: home + "/clips", withIntermediateDirectories: true)
    try Data(feedDump().utf8).write(to: URL(fileURLWithPath: home + "/clips/tea.md"))
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "-C", home, "-czf", home + "/clips.tar.gz", "clips"]
    try tar.run()
    tar.waitUntilExit()
    #expect(!(try program.run(["doctor"]).output.contains("unpacked")))
    #expect(try program.run(["index", "clips.tar.gz"]).status == 0)
    #expect(try program.run(["read", "clips.tar.gz/clips/tea.md"]).status == 0)
    let report = try program.run(["doctor", "--language", "en"])
    #expect(report.output.contains("cache.unpacked"), "\(report.output)")
    #expect(report.output.contains("1 MiB of unpacked archives, at most 4096 MiB"), "\(report.output)")
  }
}
