/// How far the library has come in reading its archives.
public enum LibraryUpdate: Sendable, Equatable {
  /// Folders are being listed; the count of files so far.
  case scanning(filesFound: Int)
  /// Rows appeared: how many heads have been read, out of those found so far.
  case heads(Progress)
  /// Bodies are being indexed, newest first.
  case bodies(Progress)
  /// Another process is updating; this one waits.
  case following(process: Int32?, Progress)
  /// Everything that was in the archives is in the index.
  case finished(UpdateSummary)
  /// The update could not continue; the next one resumes.
  case failed(LibraryError)
}

/// How much of a piece of work is done.
public struct Progress: Sendable, Hashable {
  /// Articles, or files while heads are read, that are done.
  public var done: Int
  /// All that are known so far; increases while folders are being listed.
  public var total: Int
  /// Articles per second over about the last second; 0 at first.
  public var perSecond: Double
  /// Seconds that remain at this rate; `nil` while unknown.
  public var secondsRemaining: Double?

  public init(done: Int, total: Int, perSecond: Double = 0, secondsRemaining: Double? = nil) {
    self.done = done
    self.total = total
    self.perSecond = perSecond
    self.secondsRemaining = secondsRemaining
  }
}

/// What an update found.
public struct UpdateSummary: Sendable, Hashable {
  /// Articles in the library now.
  public var articleCount: Int = 0
  /// Articles that were not in the index before.
  public var added: Int = 0
  /// Articles whose file changed.
  public var changed: Int = 0
  /// Articles whose file is gone, or is no longer a dump.
  public var removed: Int = 0
  /// Articles whose file was not read again.
  public var unchanged: Int = 0
  /// Files that are not dumps or cannot be read, with the reason; all of them, including those already known.
  public var skipped: [SkippedFile] = []
  /// Elapsed time of the whole update.
  public var seconds: Double = 0

  /// Whether articles were added, removed or changed.
  public var hasChanges: Bool { added + changed + removed > 0 }

  /// Creates the summary of an update that found nothing.
  public init() {}
}

/// A file or folder that is not in the library.
public struct SkippedFile: Sendable, Hashable {
  /// The file or folder; for an entry, the container's path and the entry's.
  public var path: DumpPath
  /// Why it was skipped.
  public var reason: SkipReason

  public init(path: DumpPath, reason: SkipReason) {
    self.path = path
    self.reason = reason
  }
}
