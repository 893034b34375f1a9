/// Who keeps the index that answers.
public enum IndexKeeper: Sendable, Hashable {
  /// The library: on disk, or in memory for single files, which need no index on disk.
  case library
  /// Nobody: the index is in memory although it should be on disk. A notice, `indexNotKept`, says why.
  case nobody
  /// Another user, by number, whose shared index it is; only that user updates it.
  case otherUser(UInt32)
}
