/// How far the library is in learning what its archives hold.
public enum LibraryUpdate: Sendable, Equatable {
  /// Folders are being listed; the count of files so far.
  case scanning(filesFound: Int)
  /// Rows appeared: heads that were read, of those found so far.
  case heads(Progress)
  /// Bodies are being indexed, newest first.
  case bodies(Progress)
  /// Another process is at it; this one waits.
  case following(process: Int32?, Progress)
  /// Everything that was in the archives is in the index.
  case finished(UpdateSummary)
  /// The update was stopped or could not go on; the next one resumes.
  case stopped(LibraryError?)
}

public struct Progress: Sendable, Hashable {
  public var done: Int
  public var total: Int
  /// Articles a second over the last second or so; 0 at first.
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

public struct UpdateSummary: Sendable, Hashable {
  /// Articles in the library now.
  public var articleCount: Int = 0
  public var added: Int = 0
  public var changed: Int = 0
  public var removed: Int = 0
  public var unchanged: Int = 0
  /// Files that are not dumps or cannot be read, with the reason; all of them, also those known from before.
  public var passedOver: [PassedOverFile] = []
  public var seconds: Double = 0

  /// Whether articles came, went or became others.
  public var hasChanges: Bool { added + changed + removed > 0 }

  public init() {}
}

/// A file or folder that is not in the library.
public struct PassedOverFile: Sendable, Hashable {
  public var path: DumpPath
  public var reason: PassOverReason

  public init(path: DumpPath, reason: PassOverReason) {
    self.path = path
    self.reason = reason
  }
}
