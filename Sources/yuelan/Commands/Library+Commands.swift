import ArticleDump
import ArticleLibrary
import Glibc
import ReadingRoom

/// The most bytes of a dump that are read (`yuelan(1)`, "LIMITS").
let largestDumpInBytes = ParsingLimits.standard.dumpSizeInBytes

extension Configuration {
  /// The archives to open: those named, else those of the configuration, else the current folder.
  func archives(named paths: [String]) -> [String] {
    if !paths.isEmpty { return paths }
    return archives.isEmpty ? ["."] : archives
  }

  /// The configuration to open a library with.
  func library(of paths: [String]) -> LibraryConfiguration {
    var library = LibraryConfiguration(
      paths: archives(named: paths), knownArchives: archives, cacheDirectory: self.paths.cacheFolder,
      stateDirectory: self.paths.stateFolder,
      bookmarksFile: bookmarksPath, highlightsFile: highlightsPath, largestDumpInBytes: largestDumpInBytes,
      threadCount: max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    library.followedLinks = followedLinks
    library.sharedIndexDirectory = indexFolder
    library.uncleaned = uncleaned.map(ArchiveProfiles.realPath)
    return library
  }
}

extension Library {
  /// Opens the library of these archives and brings its index up to date, showing progress on a terminal.
  ///
  /// It waits for everything, not only for heads: facts from the body (the page's own time, its author) are part of a
  /// row.
  ///
  /// - Parameter refreshes: Whether to check every file; otherwise only if the index may be out of date (`isUpToDate`).
  static func opened(
    _ paths: [String], _ configuration: Configuration, waits: Bool, refreshes: Bool = true
  ) throws(CommandFailure) -> Library {
    let start = ContinuousClock.now
    var options = configuration.library(of: paths)
    options.isForOneAnswer = !refreshes
    let library = try asCommand { [options] () throws(LibraryError) in try Library(options, trial: runTrial) }
    Trace.ofProcess?.recordOpening(library, since: start)
    let progress = ProgressLine()
    library.observeNotices { notice in
      progress.clear()
      complain(notice.commandText)
    }
    if refreshes || !library.isUpToDate {
      try library.updateShowingProgress(progress, patience: waits ? .thenInMemory : .none)
    }
    return library
  }

  @discardableResult
  func updateShowingProgress(
    _ progress: ProgressLine = ProgressLine(), rebuilding: Bool = false, patience: UpdatePatience = .thenInMemory
  ) throws(CommandFailure) -> UpdateSummary {
    defer { progress.clear() }
    return try asCommand { () throws(LibraryError) in
      try update(rebuilding: rebuilding, patience: patience) { step in
        Trace.ofProcess?.record(step)
        progress.show(step)
      }
    }
  }

  /// Runs a query of the library. If the index turns out to be damaged, it is rebuilt and the query runs again.
  func asking<Answer>(_ question: () throws(LibraryError) -> Answer) throws(CommandFailure) -> Answer {
    for _ in 0..<3 {
      do throws(LibraryError) {
        return try question()
      } catch .indexUnusable {
        try updateShowingProgress()
      } catch {
        throw CommandFailure(error)
      }
    }
    return try asCommand(question)
  }

  /// Rows of the results of a query, from a list that is made again if the index was rebuilt.
  func rows<Row>(
    _ list: inout ArticleList, _ positions: Range<Int>,
    _ page: (ArticleList, Range<Int>) throws(LibraryError) -> [Row]
  ) throws(CommandFailure) -> [Row] {
    var current = list
    defer { list = current }
    return try asking { () throws(LibraryError) in
      while true {
        let rows = try page(current, positions)
        if !rows.isEmpty || isCurrent(current) { return rows }
        current = try self.list(current.query)
      }
    }
  }

  /// Checks the files of the rows that will be printed. If one has changed since it was indexed, and this process has
  /// not checked all files yet, it updates the index and makes the list again.
  ///
  /// - Returns: Articles of the list that no longer exist: in an index of another user, or because they were deleted
  ///   just now.
  func checkShownFiles(
    of list: inout ArticleList, limit: Int?, waits: Bool
  ) throws(CommandFailure) -> Set<ArticleID> {
    func changes(in list: ArticleList) throws(CommandFailure) -> Changes {
      try asking { () throws(LibraryError) in try self.changes(in: list, 0..<min(limit ?? list.count, list.count)) }
    }
    let found = try changes(in: list)
    if found.isEmpty || hasScanned { return found.gone }
    try updateShowingProgress(patience: waits ? .thenInMemory : .none)
    let query = list.query
    list = try asking { () throws(LibraryError) in try self.list(query) }
    return try changes(in: list).gone
  }

  /// Ends a command that has printed its results, although some of its archives could not be read.
  func endingForMissingArchives() throws(CommandFailure) {
    if isMissingArchives { throw .reported(.couldNotRead) }
  }
}

/// Runs a library call, turning its error into a command's.
func asCommand<Result>(_ body: () throws(LibraryError) -> Result) throws(CommandFailure) -> Result {
  do { return try body() } catch { throw CommandFailure(error) }
}

extension CommandFailure {
  init(_ error: LibraryError) {
    switch error {
    case .query(let mistake):
      self = .query(mistake)
    case .indexBusy(let process): self = .indexBusy(process: process)
    default: self = .file(FileFailure(error))
    }
  }
}

/// The configuration with the command line's values on top (`loadConfiguration`).
func commandConfiguration(
  options: [String: String], opened: [String] = []
) throws(CommandFailure) -> LoadedConfiguration {
  do { return try loadConfiguration(options: options, opened: opened) } catch { throw .option(error) }
}
