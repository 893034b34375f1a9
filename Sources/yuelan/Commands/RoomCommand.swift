import ArgumentParser
import ArticleLibrary
import CAllocator
import Glibc

struct RoomCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "room", abstract: HelpSentence.room.text)

  @Argument(help: ArgumentHelp(.roomPaths, valueName: "path"), completion: .file())
  var paths: [String] = []
  @Flag(name: .customShort("V"), help: ArgumentHelp(.version))
  var showsVersion = false
  @OptionGroup(title: HelpSentence.settings.text)
  var settings: SettingOptions

  func run() throws {
    if showsVersion { throw CleanExit.message(Yuelan.configuration.version) }
    try Self.open(paths, settings: settings.given, ofText: settings.text.given)
  }

  /// Opens the reading room.
  ///
  /// - Parameters:
  ///   - settings: Values by setting key that override the configuration's.
  ///   - textSettings: Those of them that `read` has too.
  static func open(
    _ paths: [String], settings: [String: String] = [:], ofText textSettings: [String: String] = [:]
  ) throws {
    if isForPipe(paths) {
      // When standard output is not a terminal, prints the articles' text.
      let options = textSettings.sorted { $0.key < $1.key }.map { "--\($0.key)=\($0.value)" }
      var command = try Yuelan.parseAsRoot(["read"] + options + paths)
      return try command.run()
    }
    var loaded = try commandConfiguration(options: settings)
    let folder = currentFolder()
    let userPaths = loaded.configuration.paths
    func absolute(_ path: String) -> String { withoutDots(userPaths.resolve(path, from: folder)) }
    let file = paths.count == 1 && isFile(paths[0]) ? absolute(paths[0]) : nil
    var archives = loaded.configuration.archives(named: paths).map(absolute)
    if let file {
      let archive = Library.archive(
        holding: file, known: loaded.configuration.archives.map(absolute), cacheDirectory: userPaths.cacheFolder,
        sharedIndexDirectory: loaded.configuration.indexFolder)
      archives = [archive ?? file]
    }
    if loaded.hasArchiveSections { loaded = try commandConfiguration(options: settings, opened: archives) }
    // Otherwise the process would keep the 3 MB that reading the columns of 100,000 articles needs for a moment.
    _ = yuelan_give_back_blocks_from(128 << 10)
    TerminfoFallback.offer()
    // Commands run on the main thread, from `Yuelan.main`.
    let status = MainActor.assumeIsolated { openReadingRoom(archives: archives, file: file, loaded) }
    if status != .done { throw CommandFailure.reported(status) }
  }

  /// Whether named dumps are to be printed as text: standard input, or files when standard output is not a terminal.
  private static func isForPipe(_ paths: [String]) -> Bool {
    if paths.contains("-") { return true }
    return !paths.isEmpty && isatty(STDOUT_FILENO) == 0 && paths.allSatisfy(isFile)
  }

  private static func isFile(_ path: String) -> Bool { DumpPath(path).leadsToDump }
}

/// A path as people would write it: paths with `.` or `..` are resolved, others stay as given, including links.
private func withoutDots(_ path: String) -> String {
  path.split(separator: "/").contains { $0 == "." || $0 == ".." } ? ArchiveProfiles.realPath(path) : path
}
