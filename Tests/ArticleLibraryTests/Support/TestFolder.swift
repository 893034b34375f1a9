import ArticleDump
import Foundation
import Glibc

@testable import ArticleLibrary

/// A folder that is removed when the test ends.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("\(NSTemporaryDirectory())/yuelan-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template), let real = realpath(made, nil) else { throw CocoaError(.fileWriteUnknown) }
    defer { free(real) }
    path = String(cString: real)
  }

  deinit { try? remove(path) }

  /// Writes a file below the folder, creating the folders above it.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// Writes a dump in the `feed` dialect.
  @discardableResult
  func writeDump(
    _ name: String, title: String, url: String? = nil, milliseconds: Int64 = 1_689_561_074_000,
    body: String = "<p>正文。</p>"
  ) throws -> String {
    let address = url ?? "https://www.rfi.fr/cn/\(name)"
    return try write(name, "<!--\(milliseconds)-->\n[\(title)](\(address))\n------\n\n<div>\(body)</div>\n")
  }

  /// Removes a folder below this one, in which a library that was let go may still be removing its own files.
  func remove(_ name: String) throws {
    let folder = name.hasPrefix("/") ? name : path + "/" + name
    for _ in 0..<100 {
      do { return try FileManager.default.removeItem(atPath: folder) } catch { usleep(1_000) }
    }
    try FileManager.default.removeItem(atPath: folder)
  }

  /// A library of the folder's `archive`, with its cache and state beside it.
  func library(_ paths: [String] = ["archive"], keepsIndex: Bool = true) throws -> Library {
    try Library(
      LibraryConfiguration(
        paths: paths.map { $0.hasPrefix("/") ? $0 : path + "/" + $0 },
        cacheDirectory: keepsIndex ? path + "/cache" : nil,
        stateDirectory: path + "/state", bookmarksFile: path + "/bookmarks.md", highlightsFile: path + "/highlights.md")
    )
  }
}

/// The package's root.
let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path

/// A folder of the corpus of real dumps, if it exists.
func corpus(_ name: String) -> String? {
  let shared = ProcessInfo.processInfo.environment["YUELAN_SHARED"] ?? packageRoot + "/../shared"
  let path = shared + "/corpus/" + name
  return FileManager.default.fileExists(atPath: path) ? path : nil
}
