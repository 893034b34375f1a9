import Glibc

/// Creating folders and files that only the user can access.
package enum PrivateFiles {
  /// Creates a folder and those above it, each with mode 0700; an existing one keeps its mode.
  ///
  /// - Throws: `unwritable` if the folder belongs to another user, is not a folder, or cannot be written.
  static func makeFolder(_ path: String) throws(LibraryError) {
    try makeMissingFolders(path)
    var status = stat()
    guard stat(path, &status) == 0 else { throw .unwritable(path: path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .unwritable(path: path, errno: ENOTDIR) }
    guard status.st_uid == geteuid() else { throw .unwritable(path: path, errno: EPERM) }
    guard access(path, W_OK | X_OK) == 0 else { throw .unwritable(path: path, errno: errno) }
  }

  /// Creates the folders of a path that do not exist yet.
  package static func makeMissingFolders(_ path: String, mode: mode_t = 0o700) throws(LibraryError) {
    if isFolder(path) { return }
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      if isFolder(made) { continue }
      if mkdir(made, mode) == 0 || (errno == EEXIST && isFolder(made)) { continue }
      throw .unwritable(path: made, errno: errno == EEXIST ? ENOTDIR : errno)
    }
  }

  /// Creates an empty file of mode 0600 unless there is one. A symbolic link there must be the user's own.
  static func makeFile(_ path: String) throws(LibraryError) {
    try refuseForeignLink(path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path: path, errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unwritable(path: path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path: path) }
    guard status.st_uid == geteuid() else { throw .unwritable(path: path, errno: EPERM) }
  }

  /// Makes sure that the write-ahead log beside a non-empty database is not empty.
  ///
  /// GRDB writes a transaction into an empty log when it opens one, which waits for the disk two or three times before
  /// anything is read. To SQLite a single zero byte is not a log (the header has 32 bytes), but it satisfies GRDB.
  /// Allocating never shortens or overwrites what another process has put there meanwhile.
  static func makeLog(besideDatabase path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_size > 0 else { return }
    let descriptor = open(path + "-wal", O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size == 0 {
      posix_fallocate(descriptor, 0, 1)
    }
  }

  /// - Throws: `unwritable` with `ELOOP` if the path is a symbolic link that another user owns.
  static func refuseForeignLink(_ path: String) throws(LibraryError) {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, status.st_uid != geteuid() {
      throw .unwritable(path: path, errno: ELOOP)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
