import Glibc
import Text

/// The state of a folder or file as the file system reports it, as one number: another number means that names were
/// added to or removed from the folder, or that the file was written or replaced.
struct PathStamp: Sendable, Hashable {
  var path: DumpPath
  /// 0 if nothing is there.
  var value: UInt64

  /// Examines the path, following links.
  init(path: DumpPath) {
    var status = stat()
    let isThere = path.withCString { stat($0, &status) } == 0
    self.init(path: path, isThere ? status : nil)
  }

  init(path: DumpPath, value: UInt64) {
    self.path = path
    self.value = value
  }

  /// - Parameter status: The result of `stat` for the path; `nil` if nothing is there.
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
    // The size of a folder says nothing, and some file systems change it at will.
    if status.st_mode & S_IFMT == S_IFREG { hash.combine(UInt64(bitPattern: Int64(status.st_size))) }
    value = hash.value | 1
  }

  /// Whether the path is unchanged.
  var isUnchanged: Bool { PathStamp(path: path).value == value }

  /// Whether the path changed so shortly before a moment that a later change may have the same date.
  ///
  /// Linux dates files by a clock that advances only every ten milliseconds or less (`CLOCK_REALTIME_COARSE`, time(7));
  /// a file system without fractions of seconds counts in steps of up to two (FAT).
  static func isUnsettled(_ status: stat, before moment: timespec) -> Bool {
    [status.st_mtim, status.st_ctim].contains { time in
      let lag: Int64 = time.tv_nsec == 0 ? 2_000_000_000 : 10_000_000
      return time.inNanoseconds >= moment.inNanoseconds - lag
    }
  }
}

extension timespec {
  /// Any file may have any date, so this may wrap around.
  var inNanoseconds: Int64 {
    Int64(tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue &+ Int64(tv_nsec)
  }
}
