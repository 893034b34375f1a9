import ArticleLibrary
import Dispatch
import Glibc
import Synchronization

/// Bytes of a dump that are read at most (`yuelan(1)`, "LIMITS").
let largestDumpInBytes = 16 << 20

extension Configuration {
  /// The archives to open: those named, else those of the configuration, else the current folder.
  func archives(named paths: [String]) -> [String] {
    if !paths.isEmpty { return paths }
    return archives.isEmpty ? ["."] : archives
  }

  /// What to open a library with.
  func library(of paths: [String]) -> LibraryConfiguration {
    LibraryConfiguration(
      paths: archives(named: paths), cacheDirectory: self.paths.cacheFolder, stateDirectory: self.paths.stateFolder,
      bookmarksFile: bookmarksPath, largestDumpInBytes: largestDumpInBytes,
      threadCount: max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
  }
}

/// How much a command must know of the articles.
enum IndexDepth: Sendable {
  /// Titles and dates.
  case heads
  /// The text too.
  case bodies
}

extension Library {
  /// Opens the library of these archives and brings its index up to date, showing progress to a person.
  static func opened(
    _ paths: [String], _ configuration: Configuration, depth: IndexDepth
  ) throws(CommandFailure) -> Library {
    let library = try asCommand { () throws(LibraryError) in try Library(configuration.library(of: paths)) }
    let progress = ProgressLine()
    switch depth {
    case .bodies:
      try asCommand { () throws(LibraryError) in _ = try library.update { progress.show($0) } }
    case .heads:
      try library.updateHeads { progress.show($0) }
    }
    progress.clear()
    library.setStarred((try? BookmarksFile(path: configuration.bookmarksPath).bookmarks()) ?? [])
    for notice in library.notices { complain(notice.sentence) }
    return library
  }

  /// Updates until every head is known, and leaves the bodies for another time.
  private func updateHeads(observer: @escaping @Sendable (LibraryUpdate) -> Void) throws(CommandFailure) {
    let isEnough = DispatchSemaphore(value: 0)
    let failure = Mutex<LibraryError?>(nil)
    startUpdating { update in
      observer(update)
      switch update {
      case .bodies, .finished: isEnough.signal()
      case .stopped(let error):
        failure.withLock { $0 = error }
        isEnough.signal()
      case .scanning, .heads: break
      }
    }
    isEnough.wait()
    stopUpdating()
    if let error = failure.withLock({ $0 }) { throw CommandFailure(error) }
  }
}

/// Runs something of the library, and makes its error a command's.
func asCommand<Result>(_ body: () throws(LibraryError) -> Result) throws(CommandFailure) -> Result {
  do { return try body() } catch { throw CommandFailure(error) }
}

extension CommandFailure {
  init(_ error: LibraryError) {
    switch error {
    case .unreadable(let path, let code), .unwritable(let path, let code):
      self = .file(FileFailure(path: path, code: code))
    case .notRegular(let path):
      self = .file(FileFailure(path: path, reason: "is no regular file"))
    case .query(let mistake):
      self = .usage("query, from byte \(mistake.utf8Range.lowerBound + 1): \(mistake.message)")
    case .database(let code, let message, _):
      self = .file(FileFailure(path: "index", reason: "SQLite \(code): \(message)"))
    case .indexUnusable(let reason):
      self = .file(FileFailure(path: "index", reason: reason))
    case .noSuchEntry(let key):
      self = .file(FileFailure(path: key, reason: "is not in the library"))
    }
  }
}

extension LibraryNotice {
  /// The notice for standard error.
  var sentence: String {
    switch self {
    case .indexRebuilt(let reason): "the index was made anew: \(reason)"
    case .indexNotKept(let path, let reason): "\(path): \(reason); the index is not kept"
    case .stateNotKept(let path, let reason): "\(path): \(reason); read marks and positions are not kept"
    case .stateDamaged(let path): "the state database was damaged; it is kept as \(path), and a new one begun"
    case .anotherProcessIsIndexing: "another yuelan is indexing these archives"
    }
  }
}
