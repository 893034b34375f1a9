import Glibc
import Text

/// The state of a folder or a file as the file system reports it, as one number: another number means that names came
/// or went in the folder, or that the file was written or replaced.
struct PathStamp: Sendable, Hashable {
  var path: DumpPath
  /// 0 where there is nothing.
  var value: UInt64

  /// Looks at the path, through links.
  init(path: DumpPath) {
    var status = stat()
    let isThere = path.withCString { stat($0, &status) } == 0
    self.init(path: path, isThere ? status : nil)
  }

  init(path: DumpPath, value: UInt64) {
    self.path = path
    self.value = value
  }

  /// - Parameter status: What `stat` told of the path; `nil` where nothing stands.
  init(path: DumpPath, _ status: stat?) {
    self.path = path
    guard let status else {
      value = 0
      return
    }
    var hash = StableHash()
    hash.combine(UInt64(status.st_ino))
    for time in [status.st_mtim, status.st_ctim] {
      hash.combine(UInt64(bitPattern: Int64(time.tv_sec)))
      hash.combine(UInt64(bitPattern: Int64(time.tv_nsec)))
    }
    // The size of a folder says nothing, and some file systems change it when they please.
    if status.st_mode & S_IFMT == S_IFREG { hash.combine(UInt64(bitPattern: Int64(status.st_size))) }
    value = hash.value | 1
  }

  /// Whether the path is as it was.
  var holds: Bool { PathStamp(path: path).value == value }

  /// Whether the path changed so shortly before a moment that another change since may have been dated alike.
  ///
  /// Linux dates files by a clock that stands still for up to ten milliseconds (`CLOCK_REALTIME_COARSE`, time(7)); a file
  /// system without fractions of seconds counts in steps of up to two (FAT).
  static func isUnsettled(_ status: stat, before moment: timespec) -> Bool {
    [status.st_mtim, status.st_ctim].contains { time in
      let lag: Int64 = time.tv_nsec == 0 ? 2_000_000_000 : 10_000_000
      return nanoseconds(time) >= nanoseconds(moment) - lag
    }
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue &+ Int64(time.tv_nsec)
  }
}
