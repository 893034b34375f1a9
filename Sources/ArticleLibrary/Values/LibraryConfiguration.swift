/// What a library consists of and where it keeps what it learns. The caller resolves environment and settings.
public struct LibraryConfiguration: Sendable, Hashable {
  /// Folders and files as the user gave them, absolute or relative to the working folder.
  public var paths: [String]
  /// Archives of the configuration, absolute, whether they are opened or not: they keep their names (`ArchiveNames`).
  public var knownArchives: [String]
  /// `$XDG_CACHE_HOME/yuelan`; with `nil`, the index is in memory.
  public var cacheDirectory: String?
  /// A folder for indexes that several people use (`IndexSharing`); with `nil`, or if it does not exist, they are in
  /// `cacheDirectory`.
  public var sharedIndexDirectory: String?
  /// `$XDG_STATE_HOME/yuelan`; with `nil`, nothing is remembered after this process.
  public var stateDirectory: String?
  /// The bookmarks file, for stars in rows and `is:starred`; with `nil`, none are shown.
  public var bookmarksFile: String?
  /// The file of the reader's highlights, whose notes `note:` searches; `nil` if there is none.
  public var highlightsFile: String?
  /// The most bytes of a dump that are read; the rest is skipped with a diagnostic.
  public var largestDumpInBytes: Int
  /// The number of threads that read and parse during an update.
  public var threadCount: Int
  /// Which symbolic links inside the archives are followed.
  public var followedLinks = LinkPolicy.inside
  /// Archives, or folders and files in them, whose pages are not cleaned: real paths.
  public var uncleaned: [String] = []
  /// The clock for `date:today`.
  public var clock = ReaderClock.system
  /// Whether the library is opened for one answer, probably from the index as it is: one connection to it is then
  /// enough, which takes half as long to open.
  public var isForOneAnswer = false
  /// How long another process's update may make no progress before waiting for it ends.
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
