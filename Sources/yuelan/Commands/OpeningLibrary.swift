import ArticleLibrary
import Glibc

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

extension Library {
  /// Opens the library of these archives and brings its index up to date, showing progress to a person.
  ///
  /// Everything is waited for, not only heads: what a body tells (the page's own time, its author) belongs to a row.
  static func opened(_ paths: [String], _ configuration: Configuration) throws(CommandFailure) -> Library {
    let library = try asCommand { () throws(LibraryError) in try Library(configuration.library(of: paths)) }
    let progress = ProgressLine()
    try asCommand { () throws(LibraryError) in _ = try library.update { progress.show($0) } }
    progress.clear()
    library.setStarred((try? BookmarksFile(path: configuration.bookmarksPath).bookmarks()) ?? [])
    for notice in library.notices { complain(notice.sentence) }
    return library
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
