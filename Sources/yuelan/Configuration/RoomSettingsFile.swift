import ArticleLibrary
import ReadingRoom

/// What was changed in the room, as `key = value` lines, for the next start.
///
/// It is TOML like `config.toml`, read by the same parser; users may delete lines or the whole file.
struct RoomSettingsFile: Sendable {
  let path: String

  /// Replaces the setting's former value; other lines stay as they are.
  func remember(_ setting: RoomSetting, _ value: String) throws(FileFailure) {
    guard let known = Setting.named(setting.rawValue)?.shape.value(fromText: value) else { return }
    var lines =
      try bytesIfThere(of: path).map { String(decoding: $0, as: UTF8.self) }?
      .split(separator: "\n").map(String.init)
      ?? ["# What was changed in the reading room. config.toml, the environment and the command line go before it."]
    lines.removeAll { $0.hasPrefix(setting.rawValue + " =") }
    lines.append("\(setting.rawValue) = \(known.toml)")
    do throws(LibraryError) {
      try PrivateFiles.makeMissingFolders(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    } catch {
      throw FileFailure(error)
    }
    try writeFile(path, Array((lines.joined(separator: "\n") + "\n").utf8))
  }
}
