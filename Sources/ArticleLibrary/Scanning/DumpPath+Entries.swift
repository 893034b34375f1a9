import ArchiveSources
import Glibc

extension DumpPath {
  /// Whether a dump may be at the path: a file that is not a container, or an entry in one.
  public var leadsToDump: Bool {
    var status = stat()
    if withCString({ stat($0, &status) }) == 0 {
      return status.st_mode & S_IFMT == S_IFREG && SourceLocation.source(at: bytes) == nil
    }
    return OpenSources().holdsEntry(at: self)
  }
}
