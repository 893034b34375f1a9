/// The library's progress in reading its archives.
public struct LibraryProgress: Sendable, Hashable {
  /// The library's current activity.
  public enum Phase: Sendable, Hashable {
    /// Listing folders and containers.
    case scanning
    /// Reading articles.
    case indexing
  }
  /// The current activity.
  public var phase: Phase
  /// Files found while scanning, articles read while indexing.
  public var done: Int
  /// 0 while unknown.
  public var total: Int
  /// At the current rate; `nil` while that is unknown.
  public var secondsLeft: Int?

  public init(phase: Phase, done: Int, total: Int = 0, secondsLeft: Int? = nil) {
    self.phase = phase
    self.done = done
    self.total = total
    self.secondsLeft = secondsLeft
  }
}
