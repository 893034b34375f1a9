import CRename
import Glibc

/// Replacing a file whole: readers see the old content or the new, also after a crash.
enum AtomicFile {
  /// Writes a new file beside `path`, syncs it, gives it the old one's mode, renames it over `path` and syncs the
  /// folder. The new file is 0600 unless there was an old one.
  ///
  /// - Throws: `unwritable`; the old file is then untouched and nothing is left over.
  /// - Parameter mark: Ends the new file's name. Callers that hold no lock pass a name of their own, so that no other
  ///   process writes under it; with a lock, a file of that name was left by a crash and is taken away.
  static func replace(
    _ path: String, with bytes: [UInt8], mark: String = ".yuelan-new"
  ) throws(LibraryError) {
    let target = try resolved(path)
    let temporary = target + mark
    close(try writeBeside(target, bytes, as: temporary, path: path))
    try rename(temporary, over: target, path: path)
    try syncFolder(of: target)
  }

  /// Replaces a file that others may replace or write at any moment without asking, unless it is no longer what was
  /// read. The two files are given each other's names in one step; if what came out is not `old`, they are given back.
  /// Callers hold the file's lock.
  ///
  /// - Returns: Whether the new content is there; if not, the file is as someone else has left it.
  /// - Throws: `unwritable`; as with `replace`.
  static func replace(_ path: String, old: [UInt8], with new: [UInt8]) throws(LibraryError) -> Bool {
    let target = try resolved(path)
    let temporary = target + ".yuelan-new"
    guard holds(target, old) else { return false }
    // Locked as the old one is: no process that takes the lock writes to it before it is final.
    let descriptor = try writeBeside(target, new, as: temporary, path: path)
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .unwritable(path: path, errno: errno) }
    switch yuelan_exchange_names(temporary, target) {
    case 0: break
    case ENOENT:
      // Taken away just now.
      unlink(temporary)
      return false
    default:
      // No exchange on this file system: what is left is to look once more, right before the renaming.
      guard holds(target, old) else {
        unlink(temporary)
        return false
      }
      try rename(temporary, over: target, path: path)
      try syncFolder(of: target)
      return true
    }
    let isReplaced = holds(temporary, old)
    if !isReplaced, yuelan_exchange_names(temporary, target) == 0, !holds(temporary, new) {
      // Given back; but yet another file had been put over ours, and that is the newest.
      _ = yuelan_exchange_names(temporary, target)
    }
    unlink(temporary)
    try syncFolder(of: target)
    return isReplaced
  }

  /// Whether a file has exactly this content.
  private static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
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

  /// The folder that a file lies in, open; -1 with `errno` where that cannot be.
  static func openFolder(of path: String) -> Int32 {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    return open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }

  /// Makes a new or renamed name in the file's folder lasting.
  static func syncFolder(of path: String) throws(LibraryError) {
    let descriptor = openFolder(of: path)
    guard descriptor >= 0 else { throw .unwritable(path: path, errno: errno) }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder and say EINVAL; they have nothing to sync then.
    if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { throw .unwritable(path: path, errno: errno) }
  }

  /// The file that a path means: the user's own symbolic links are followed, another user's never.
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
