import ArticleDump
import ArticleLibrary
import Glibc

/// Writes events to a file, one line each, to be sent with a bug report.
///
/// `YUELAN_TRACE=FILE` switches it on. A line has the time, the process, the kind and the event. It never contains the
/// text of an article, text typed into a field, or a query; it does contain paths of articles.
struct Trace: Sendable {
  /// A line's subject. The raw value is the word in the file.
  enum Kind: String, Sendable {
    case start, event, effect, work, frame, update, notice, error, end
  }

  private let descriptor: Int32

  /// The process's trace; `nil` unless the environment asks for one.
  static let process = Result<Trace?, TraceFailure> { () throws(TraceFailure) in
    guard let path = Environment.process["YUELAN_TRACE"] else { return nil }
    return try Trace(path: path, notIn: archives(named: commandLineArguments()))
  }

  /// The same, once it is known to be writable.
  static var ofProcess: Trace? { try? process.get() }

  /// Opens the file for appending. A new file is readable by its owner only.
  ///
  /// - Parameter archives: Folders in which nothing may be written.
  init(path: String, notIn archives: [String]) throws(TraceFailure) {
    let folder = ArchiveProfiles.realPath(DumpPath(path).folder.text)
    for archive in archives {
      let root = ArchiveProfiles.realPath(archive)
      if folder == root || root == "/" || folder.hasPrefix(root + "/") {
        throw .inArchive(path: path, archive: archive)
      }
    }
    descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path: path, errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notRegular(path: path)
    }
  }

  /// The folders that a command line opens, as far as that is known before it is parsed: those that it names, those of
  /// dumps that it names, and the configuration's; else the current one.
  private static func archives(named arguments: [String]) -> [String] {
    let configured = (try? loadConfiguration().configuration.archives) ?? []
    let named = arguments.filter { !$0.hasPrefix("-") }.compactMap { argument -> String? in
      var status = stat()
      guard stat(argument, &status) == 0 else { return nil }
      if status.st_mode & S_IFMT == S_IFDIR { return argument }
      let path = DumpPath(argument)
      return path.leadsToDump ? path.folder.text : nil
    }
    return named.isEmpty && configured.isEmpty ? ["."] : named + configured
  }

  /// Appends a line.
  ///
  /// - Parameter start: When the event began, if its duration is of interest.
  func record(_ kind: Kind, _ text: String, since start: ContinuousClock.Instant? = nil) {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let moment = Timestamp(secondsSinceEpoch: Int64(time.tv_sec)).iso8601.dropLast()
    let milliseconds = String(1000 + time.tv_nsec / 1_000_000).dropFirst()
    let duration = start.map { "\t" + Self.milliseconds($0.duration(to: .now)) } ?? ""
    let line = "\(moment).\(milliseconds)Z\t\(getpid())\t\(kind.rawValue)\t\(Sanitizer.sanitized(text))\(duration)\n"
    // A single write, so that lines of several threads and processes do not mix.
    _ = Array(line.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  /// `12.3 ms`
  private static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) ms"
  }
}

/// Why a trace cannot be written.
enum TraceFailure: Error, Sendable, Equatable {
  case unwritable(path: String, errno: Int32)
  /// A pipe, a device, a folder.
  case notRegular(path: String)
  /// Nothing is ever written into an archive.
  case inArchive(path: String, archive: String)
}
