import ArchiveSources

/// Something that the reader should be told once, in one line, although everything works.
public enum LibraryNotice: Sendable, Hashable {
  /// The index could not be used (damaged, of another version) and is being rebuilt.
  case indexRebuilt(DatabaseFault)
  /// The cache folder cannot be written: the index is in memory and will be lost.
  case indexNotKept(path: String, reason: LibraryError)
  /// The state folder cannot be written: read marks and positions will be lost.
  case stateNotKept(path: String, reason: LibraryError)
  /// The state database was damaged; it was moved to this path. What could be read of it and of its backups, with marks
  /// and positions of this many articles, is in a new one.
  case stateDamaged(movedTo: String, restoredCount: Int)
  /// What could not be saved before is on disk now.
  case stateKeptAgain(path: String)
  /// The state was written by a newer version of the program: it is read and left as it is.
  case stateOfNewerVersion(path: String)
  /// A requested archive, beside others that are open, cannot be read.
  case archiveUnreadable(path: String, errno: Int32)
  /// A requested container or repository cannot be read.
  case sourceUnreadable(path: String, SourceError)
  /// A dump ended the process that parsed it: it is skipped until it changes or the index is rebuilt.
  case fileEndedTheProgram(path: String)
  /// Another program saved the bookmarks or the highlights while they were being changed; what it saved is at this
  /// path.
  case savedFileKept(path: String, movedTo: String)
  /// Another process is updating this index; its progress is shown.
  case anotherProcessIsIndexing
}
