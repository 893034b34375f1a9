import Foundation

/// Data that is not part of the package: `../shared`, or `$YUELAN_SHARED`.
enum Shared {
  static let packageRoot = (0..<4).reduce(URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()) { url, _ in
    url.deletingLastPathComponent()
  }

  static func url(_ path: String) -> URL {
    let folder = ProcessInfo.processInfo.environment["YUELAN_SHARED"].map { URL(fileURLWithPath: $0) }
    return (folder ?? packageRoot.deletingLastPathComponent().appendingPathComponent("shared"))
      .appendingPathComponent(path)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url(path).path)
  }
}

enum Fixtures {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static func url(_ name: String) -> URL {
    folder.appendingPathComponent(name)
  }
}
