import CRename
import Glibc

/// Replacing a whole file: readers see either the old or the new content, even after a crash.
enum AtomicFile {
  /// Writes a new file beside `path`, syncs it, gives it the old one's mode, renames it over `path` and syncs the
  /// folder. The new file has mode 0600 if there was no old one.
  ///
  /// - Throws: `unwritable`; the old file is then untouched and no other file is left.
  /// - Parameter mark: The ending of the new file's name. Callers that hold no lock pass a unique one, so that no other
  ///   process writes to that name; with a lock, a file with that name was left by a crash and is removed.
  static func replace(
    _ path: String, with bytes: [UInt8], mark: String = ".yuelan-new"
  ) throws(LibraryError) {
    let target = try resolved(path)
    let temporary = target + mark
    close(try writeBeside(target, bytes, as: temporary, path: path))
    try rename(temporary, over: target, path: path)
    try syncFolder(of: target)
  }

  /// The result of replacing a file that others may also replace.
  struct Replacement: Sendable, Equatable {
    /// Whether the new content is in place; if not, the file is as someone else has left it.
    var isDone = false
    /// Files that others had saved, and that are neither back in their place nor contained in the file.
    var kept: [String] = []
  }

  /// Replaces a file that others may replace or write at any moment without a lock, unless it no longer has the content
  /// that was read. The names of the two files are exchanged in one step; if the file that was replaced is not `old`,
  /// they are exchanged back. Callers hold the file's lock.
  ///
  /// What others have saved is never deleted: if two of their saves occur between those steps, the second one gets the
  /// name, and the first one stays beside it, unless the second contains all its lines.
  ///
  /// - Parameter exchange: Exchanges the names of two files; tests simulate saves by others in it.
  /// - Throws: `unwritable`; as with `replace`.
  static func replace(
    _ path: String, old: [UInt8], with new: [UInt8],
    exchange: (_ one: String, _ other: String) -> Int32 = { yuelan_exchange_names($0, $1) }
  ) throws(LibraryError) -> Replacement {
    let target = try resolved(path)
    let temporary = target + ".yuelan-new"
    var replacement = Replacement()
    // A process that died between the steps may have left a file there that someone had saved.
    try keep(temporary, beside: target, in: &replacement)
    guard hasContent(target, old) else { return replacement }
    // Locked as the old one is: no process that takes the lock writes to it before it is final.
    let descriptor = try writeBeside(target, new, as: temporary, path: path)
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .unwritable(path: path, errno: errno) }
    switch exchange(temporary, target) {
    case 0: break
    case ENOENT:
      // Taken away just now.
      unlink(temporary)
      return replacement
    default:
      // This file system cannot exchange names: all that can be done is to check once more, right before renaming.
      guard hasContent(target, old) else {
        unlink(temporary)
        return replacement
      }
      try rename(temporary, over: target, path: path)
      try syncFolder(of: target)
      replacement.isDone = true
      return replacement
    }
    if hasContent(temporary, old) {
      unlink(temporary)
      replacement.isDone = true
    } else if exchange(temporary, target) == 0, hasContent(temporary, new) {
      // Given back.
      unlink(temporary)
    } else {
      // Yet another file had been put over ours: that one is the newest.
      _ = exchange(temporary, target)
      try keep(temporary, beside: target, in: &replacement)
    }
    try syncFolder(of: target)
    return replacement
  }

  /// Gives a file, if it exists, a permanent name of its own; if another one contains all its lines, it is deleted.
  private static func keep(
    _ file: String, beside target: String, in replacement: inout Replacement
  ) throws(LibraryError) {
    var status = stat()
    guard lstat(file, &status) == 0 else { return }
    if let lines = lines(of: file), let known = self.lines(of: target), lines.isSubset(of: known) {
      unlink(file)
      return
    }
    for number in 1...Self.mostKept {
      let name = "\(target).kept-\(number)"
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { throw .unwritable(path: name, errno: errno) }
      close(descriptor)
      guard Glibc.rename(file, name) == 0 else { throw .unwritable(path: name, errno: errno) }
      replacement.kept.append(name)
      return
    }
    throw .unwritable(path: file, errno: EEXIST)
  }

  /// A longer file is kept without a comparison.
  private static let largestComparedInBytes = 256 << 20

  /// With more files than this something is wrong, and nothing is changed any more.
  private static let mostKept = 999

  /// The non-empty lines of a file, without their line ends; `nil` if it cannot be read to its end.
  private static func lines(of path: String) -> Set<ArraySlice<UInt8>>? {
    guard let content = try? RegularFile.read(DumpPath(path), atMost: largestComparedInBytes), !content.isCut
    else {
      return nil
    }
    return Set(content.bytes.split { $0 == 0x0A || $0 == 0x0D }.filter { line in line.contains { $0 > 0x20 } })
  }

  /// Whether a file has exactly this content.
  private static func hasContent(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard let content = try? RegularFile.read(DumpPath(path), atMost: bytes.count + 1) else { return false }
    return content.bytes == bytes
  }

  /// - Returns: The new file, open; the caller closes it.
  private static func writeBeside(
    _ target: String, _ bytes: [UInt8], as temporary: String, path: String
  ) throws(LibraryError) -> Int32 {
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path: path, errno: errno) }
    do throws(LibraryError) {
      var status = stat()
      if stat(target, &status) == 0 { fchmod(descriptor, status.st_mode & 0o777) }
      try write(bytes, to: descriptor, path: path)
      guard fsync(descriptor) == 0 else { throw .unwritable(path: path, errno: errno) }
      return descriptor
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
  }

  private static func rename(_ temporary: String, over target: String, path: String) throws(LibraryError) {
    guard Glibc.rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw .unwritable(path: path, errno: code)
    }
  }

  /// Writes all bytes, however often the system takes only some.
  static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(LibraryError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .unwritable(path: path, errno: count == 0 ? ENOSPC : errno) }
      written += count
    }
  }

  /// The folder that contains a file, open; -1 with `errno` if that fails.
  static func openFolder(of path: String) -> Int32 {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    return open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }

  /// Makes a new or renamed name in the file's folder durable.
  static func syncFolder(of path: String) throws(LibraryError) {
    let descriptor = openFolder(of: path)
    guard descriptor >= 0 else { throw .unwritable(path: path, errno: errno) }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder and return EINVAL; then there is nothing to sync.
    if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { throw .unwritable(path: path, errno: errno) }
  }

  /// The file that a path refers to: the user's own symbolic links are followed, another user's never.
  static func resolved(_ path: String) throws(LibraryError) -> String {
    var path = path
    for _ in 0..<16 {
      try PrivateFiles.refuseForeignLink(path)
      var target = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(path, &target, target.count)
      guard count >= 0 else { return path }
      let link = String(decoding: target[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
      if link.hasPrefix("/") {
        path = link
      } else {
        path = path.lastIndex(of: "/").map { String(path[...$0]) + link } ?? link
      }
    }
    throw .unwritable(path: path, errno: ELOOP)
  }
}
