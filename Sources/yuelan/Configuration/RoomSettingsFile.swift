import Glibc
import ReadingRoom

/// What a person changed in the room, one `key = value` a line, for the next start.
///
/// TOML like `config.toml`, so that the same reader reads it; a person may take lines out, or the whole file.
struct RoomSettingsFile: Sendable {
  let path: String

  /// Replaces the former value; other lines stay as they are.
  func remember(_ setting: RoomSetting, _ value: String) throws(FileFailure) {
    guard let known = Setting.named(setting.rawValue)?.shape.value(fromText: value) else { return }
    var lines =
      try bytesIfThere(of: path).map { String(decoding: $0, as: UTF8.self) }?
      .split(separator: "\n").map(String.init)
      ?? ["# What was changed in the reading room. config.toml, the environment and the command line go before it."]
    lines.removeAll { $0.hasPrefix(setting.rawValue + " =") }
    lines.append("\(setting.rawValue) = \(known.toml)")
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
    try writeFile(path, Array((lines.joined(separator: "\n") + "\n").utf8))
  }
}
