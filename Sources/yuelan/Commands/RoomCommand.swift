import ArgumentParser
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
    try Self.open(paths, settings: settings.given)
  }

  /// Opens the room.
  ///
  /// - Parameter settings: Values for settings' keys that go before the configuration's.
  static func open(_ paths: [String], settings: [String: String] = [:]) throws {
    let loaded = try loadConfiguration(options: settings)
    let configuration = loaded.configuration
    let folder = currentFolder()
    let archives = configuration.archives(named: paths).map {
      withoutDots(configuration.paths.resolve($0, from: folder))
    }
    // What reading the columns of 100,000 articles needs for a moment, 3 MB, would stay with the process else.
    _ = yuelan_give_back_blocks_from(128 << 10)
    TerminfoFallback.offer()
    // Commands run on the main thread, from `Yuelan.main`.
    let status = MainActor.assumeIsolated { openReadingRoom(archives: archives, loaded) }
    if status != .done { throw CommandFailure.reported(status) }
  }
}

/// A path as people would write it: what has `.` or `..` on its way is resolved, any other stays as it was named, links
/// and all.
private func withoutDots(_ path: String) -> String {
  guard path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }), let real = realpath(path, nil) else {
    return path
  }
  defer { free(real) }
  return String(cString: real)
}
