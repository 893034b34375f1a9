import Glibc

/// The properties of a file that change when it does.
public struct FileStamp: Sendable, Equatable {
  private var inode: UInt64
  private var size: Int64
  private var seconds: Int64
  private var nanoseconds: Int64

  /// `nil` if there is no such file.
  public init?(path: String) { self.init(DumpPath(path)) }

  init?(_ path: DumpPath) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    seconds = Int64(status.st_mtim.tv_sec)
    nanoseconds = Int64(status.st_mtim.tv_nsec)
  }
}

/// Which file is at a path.
struct FileIdentity: Sendable, Equatable {
  private var device: UInt64
  private var inode: UInt64

  /// `nil` if there is none.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}
