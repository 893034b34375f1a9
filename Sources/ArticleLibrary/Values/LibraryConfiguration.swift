/// What a library is made of and where it keeps what it learns. The caller resolves environment and settings.
public struct LibraryConfiguration: Sendable, Hashable {
  /// Folders and files as the user gave them, absolute or relative to the working folder.
  public var paths: [String]
  /// Archives of the configuration, absolute, whether they are opened or not: they keep their names (`ArchiveNames`).
  public var knownArchives: [String]
  /// `$XDG_CACHE_HOME/yuelan`; `nil` keeps the index in memory.
  public var cacheDirectory: String?
  /// A folder for indexes that several people use (`IndexSharing`); `nil` keeps them in `cacheDirectory`.
  public var sharedIndexDirectory: String?
  /// `$XDG_STATE_HOME/yuelan`; `nil` remembers nothing past this process.
  public var stateDirectory: String?
  /// The bookmarks file, for stars in rows and `is:starred`; `nil` shows none.
  public var bookmarksFile: String?
  /// The file of the reader's highlights, whose notes `note:` searches; `nil` without one.
  public var highlightsFile: String?
  /// Bytes of a dump that are read at most; what follows is skipped with a diagnostic.
  public var largestDumpInBytes: Int
  /// Threads that read and parse while the index is brought up to date.
  public var threadCount: Int
  /// Which symbolic links inside the archives are followed.
  public var followedLinks = LinkPolicy.inside
  /// Archives, or folders and files in them, whose pages are not cleaned: real paths.
  public var uncleaned: [String] = []
  /// The clock for `date:today`.
  public var clock = ReaderClock.system
  /// How long another process's update may make no progress before waiting ends.
  public var patienceWithStalledUpdatesInSeconds = 60

  public init(
    paths: [String], knownArchives: [String] = [], cacheDirectory: String?, stateDirectory: String? = nil,
    bookmarksFile: String? = nil, highlightsFile: String? = nil,
    largestDumpInBytes: Int = 8 << 20, threadCount: Int = 2
  ) {
    self.paths = paths
    self.knownArchives = knownArchives
    self.cacheDirectory = cacheDirectory
    self.stateDirectory = stateDirectory
    self.bookmarksFile = bookmarksFile
    self.highlightsFile = highlightsFile
    self.largestDumpInBytes = largestDumpInBytes
    self.threadCount = threadCount
  }

  /// Whether the pages of a file are cleaned.
  func cleans(_ file: DumpPath) -> Bool {
    uncleaned.isEmpty || !uncleaned.contains { ArchivePath.contains($0, file.display) }
  }
}
