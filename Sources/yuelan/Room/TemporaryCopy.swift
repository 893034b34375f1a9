import Foundation
import Glibc

/// A copy of a container's entry, for programs that open files; removed with its folder when this object is released.
///
/// It is read-only: changes in it would be lost.
final class TemporaryCopy {
  let path: String
  private let folder: String

  /// - Parameter name: The file's name; editors depend on its extension.
  init(_ bytes: [UInt8], name: String) throws(FileFailure) {
    var template = Array((NSTemporaryDirectory() + "/yuelan-XXXXXX").utf8CString)
    guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) else {
      throw FileFailure(path: NSTemporaryDirectory())
    }
    folder = String(cString: made)
    // Names in a repository may be longer than file systems allow (255 bytes); the extension matters, so the end is
    // kept.
    path = folder + "/" + String(decoding: Array(name.utf8).suffix(200), as: UTF8.self)
    do throws(FileFailure) {
      try writeFile(path, bytes)
    } catch {
      rmdir(folder)
      throw error
    }
    chmod(path, 0o400)
  }

  deinit {
    // Some editors leave a file of their own next to it.
    try? FileManager.default.removeItem(atPath: folder)
  }
}
