import ArticleDump
import Foundation
import GRDB
import GRDBSQLite
import Glibc
import Synchronization

/// The archives opened together: their index, searching in it, and the reader's marks.
///
/// Every method may be called from any thread and returns within milliseconds, except `update`, which blocks until
/// everything is indexed, and those documented as reading files. Reading the reader's data waits at most 0.2 s for a
/// lock; changing it may wait several seconds, so call that on a separate thread.
public final class Library: Sendable {
  /// The configuration that the library was opened with.
  public let configuration: LibraryConfiguration
  let roots: ArchiveRoots
  let location: IndexLocation
  /// The archives' names, used wherever something of the reader's refers to an archive.
  public let names: ArchiveNames
  let states: StateStore
  /// The containers and repositories that are open.
  let sources: OpenSources
  let board = NoticeBoard()
  let indexLock: IndexLock
  let journal: ParsingJournal
  let crashSuspects: Mutex<CrashSuspects>
  let trial: ParsingTrial?
  private let opened: Mutex<IndexDatabase>
  /// Held while the open database is replaced by another.
  private let replacing = Mutex(())
  let cache = Mutex(LibraryCache())
  let updating = Mutex(Updating())
  let lastScan = Mutex<ArchiveScan?>(nil)
  private let indexObserver = Mutex<(@Sendable () -> Void)?>(nil)
  /// Which of another person's indexes was seen last, and how many articles it had.
  let othersIndex = Mutex<(number: Int, count: Int)?>(nil)
  /// Whether one of the requested sources could not be read to the end.
  let hasUnreadableSources = Atomic<Bool>(false)

  /// Opens the index of these archives, or one that covers them, or makes an empty one; does not scan anything yet.
  ///
  /// - Throws: `unreadable` if none of the paths exists and can be read, `notADump` for a pipe or a device. If some can
  ///   be read, there is a notice for each of the others, and for an index that cannot be used or kept.
  ///
  /// - Parameters:
  ///   - configuration: What to open, and where to keep what is learned from it.
  ///   - trial: Parses files one at a time that an earlier process was parsing when it died. Without it they are all
  ///     skipped until they change.
  public init(_ configuration: LibraryConfiguration, trial: ParsingTrial? = nil) throws(LibraryError) {
    self.trial = trial
    self.configuration = configuration
    roots = try ArchiveRoots(paths: configuration.paths)
    sources = OpenSources(cacheDirectory: configuration.cacheDirectory)
    location = IndexLocation.choose(
      realPaths: roots.roots.map(\.indexed), cacheDirectory: configuration.cacheDirectory,
      sharedDirectory: configuration.sharedIndexDirectory)
    // Each user has a separate journal of parsed files.
    let journalFolder = location.sharing == .reader ? configuration.cacheDirectory : location.folder
    for missing in roots.missing { board.post(.archiveUnreadable(path: missing.path, errno: missing.errno)) }
    indexLock = IndexLock(path: location.lockPath)
    journal = ParsingJournal(folder: journalFolder)
    crashSuspects = Mutex(CrashSuspects(ParsingJournal.leftovers(in: journalFolder)))
    opened = Mutex(
      try IndexDatabase.open(
        location, lock: indexLock, notices: board, isForOneAnswer: configuration.isForOneAnswer))
    states = try StateStore(configuration.stateDirectory, notices: board)
    names = ArchiveNames(
      configured: configuration.knownArchives.compactMap(ArchiveNames.real),
      known: ArchiveNamesFile.read(in: configuration.stateDirectory),
      opened: location.roots.filter(ArchivePath.isArchive).map { DumpPath($0).display })
    ArchiveNamesFile.keep(names, in: configuration.stateDirectory)
  }

  /// What the reader should know, each once; may grow at any time.
  public var notices: [LibraryNotice] { board.notices }

  /// Passes on every notice, including those so far, on the thread that finds it.
  public func observeNotices(_ observer: @escaping @Sendable (LibraryNotice) -> Void) { board.observe(observer) }

  /// Reports that another index answers from now on, on the thread that finds it: lists and identifiers of articles are
  /// of no use any more.
  public func observeIndex(_ observer: @escaping @Sendable () -> Void) { indexObserver.withLock { $0 = observer } }

  /// A file with the reader's bookmarks or highlights, whose notices go to the library.
  public func bookmarksFile(at path: String) -> BookmarksFile {
    BookmarksFile(path: path, names: names) { [board] in board.post($0) }
  }

  /// Whether a requested archive could not be read.
  public var isMissingArchives: Bool { !roots.missing.isEmpty || hasUnreadableSources.load(ordering: .relaxed) }

  /// Who keeps the index that answers now.
  public var indexKeeper: IndexKeeper {
    if let owner = location.ownerOfSharedIndex { return .otherUser(owner) }
    return location.folder != nil && database.isInMemory ? .nobody : .library
  }

  /// Grows whenever a list may have changed.
  public var generation: UInt64 { (try? view().generation) ?? 0 }

  /// Articles in the library now.
  public var articleCount: Int { (try? list().count) ?? 0 }

  /// How many articles have their bodies in the index, out of how many.
  public var indexProgress: Progress {
    guard let view = try? view() else { return Progress(done: 0, total: 0) }
    return Progress(done: view.indexedCount, total: view.newest.count + view.expectedCount)
  }

  /// Whether a list belongs to the index that answers now: its positions mean nothing in a rebuilt one.
  public func isCurrent(_ list: ArticleList) -> Bool { (try? view().epoch) == list.epoch }

  // MARK: The index

  /// The current index. Another process may have replaced it by a new one.
  var database: IndexDatabase {
    let database = opened.withLock { $0 }
    guard database.isSuperseded else { return database }
    return replacing.withLock { _ in
      let current = opened.withLock { $0 }
      guard current === database,
        let fresh = try? IndexDatabase.open(location, lock: indexLock, notices: board), !fresh.isInMemory
      else { return current }
      putInPlace(fresh)
      return fresh
    }
  }

  func replaceDatabase(with fresh: IndexDatabase) { replacing.withLock { _ in putInPlace(fresh) } }

  private func putInPlace(_ fresh: IndexDatabase) {
    opened.withLock { $0 = fresh }
    cache.withLock { cache in
      // Stars come from the bookmarks file, not from the index.
      let starred = cache.starred
      cache = LibraryCache()
      cache.starred = starred
    }
    indexObserver.withLock { $0 }?()
  }

  /// Reads from the index that `view` last saw, so that one answer comes from one index.
  func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    try readDatabase { try $0.writer.read(body) }
  }

  func readDatabase<Value>(_ body: (IndexDatabase) throws -> Value) throws(LibraryError) -> Value {
    try ask(opened.withLock { $0 }, body)
  }

  /// The current state of the index.
  @discardableResult
  func view() throws(LibraryError) -> IndexView { try ask(database) { try $0.view() } }

  /// Queries the index. If it turns out to be unusable, the next update repairs it, which begins immediately if updates
  /// run by themselves.
  ///
  /// - Throws: `indexUnusable` in that case.
  private func ask<Value>(
    _ database: IndexDatabase, _ body: (IndexDatabase) throws -> Value
  ) throws(LibraryError) -> Value {
    do {
      return try body(database)
    } catch {
      guard database.recordFault(error) else { throw LibraryError(error) }
      updateAgain()
      throw .indexUnusable(database.fault?.reason ?? .sqlite(code: SQLITE_ERROR, message: ""))
    }
  }
}

/// What is kept between calls, each with the generation that it was computed for.
struct LibraryCache: Sendable {
  var orders: [SortOrder: (generation: UInt64, order: [Int32])] = [:]
  var keys: (generation: UInt64, keys: [UInt64])?
  /// The newest article of each story, and how many articles a story has.
  var stories: (generation: UInt64, representatives: [Int32])?
  var scope: (generation: UInt64, members: BitSet)?
  var facetIndex: (generation: UInt64, index: FacetIndex)?
  var pageNames: (generation: UInt64, names: PageNames)?
  var readBits: (generation: UInt64, revision: UInt64, members: BitSet)?
  var starred = StarredArticles()
  var starredBits: (generation: UInt64, revision: UInt64, members: BitSet)?
}
