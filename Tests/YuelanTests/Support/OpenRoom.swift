import ArticleLibrary
import CursesTerminal
import Dispatch
import Foundation
import ReadingRoom

@testable import yuelan

/// A room that has an archive of three articles open.
@MainActor final class OpenRoom {
  let program: Program
  let terminal = ScriptedTerminal()
  let library: Library
  let runtime: RoomRuntime
  var handles: ArticleHandles { runtime.dependencies.library.handles }
  let bookmarks: String

  /// - Parameters:
  ///   - bookmarks: The bookmarks file, if it is not the usual one.
  ///   - set: Sets what is not as usual, given the folder of the reader.
  init(bookmarks: String? = nil, _ set: (inout Configuration, Program) throws -> Void = { _, _ in }) throws {
    program = try Program()
    for (number, title) in ["茶与月亮", "旧事", "河灯"].enumerated() {
      try program.write(
        "archive/rfi/\(number).md",
        feedDump(
          title: title, url: "https://example.org/\(number)", epoch: 1_689_597_902_000 + Int64(number) * 86_400_000,
          body: "<p>\(title)的正文写在这里，只有这一段，也就够了。</p>"))
    }
    var configuration = Configuration(paths: UserPaths(environment: Environment(["HOME": program.home.path])))
    self.bookmarks = bookmarks ?? configuration.paths.bookmarksFile
    configuration.bookmarksPath = self.bookmarks
    configuration.settings.language = .simplified
    try set(&configuration, program)
    library = try Library(configuration.library(of: [program.home.path + "/archive"]))
    _ = try library.update()
    runtime = RoomRuntime(
      RoomRuntime.Dependencies(
        terminal: terminal,
        library: RoomLibrary(
          library: library, bookmarks: BookmarksFile(path: self.bookmarks, names: library.names),
          highlights: BookmarksFile(path: configuration.highlightsPath, names: library.names), language: .simplified),
        libraryQueue: DispatchQueue(label: "library"), configuration: configuration,
        opener: URLOpener(configured: nil, environment: Environment([:])),
        memory: TerminalMemory(stateFolder: configuration.paths.stateFolder),
        trace: try? Trace(path: program.home.path + "/trace.txt", notIn: [])),
      state: State(size: terminal.size, settings: configuration.settings), waitsForProbe: false)
  }

  /// Runs until the script has left, and returns the trace.
  func run() throws -> [String] {
    _ = runtime.run(notices: [])
    let trace = try String(contentsOfFile: program.home.path + "/trace.txt", encoding: .utf8)
    return trace.split(separator: "\n").map { $0.split(separator: "\t").dropFirst(2).joined(separator: " ") }
  }
}
