import ArchiveSources

/// Why the library could not do what was requested.
public enum LibraryError: Error, Sendable, Hashable {
  /// A requested path cannot be read: `errno` says why.
  case unreadable(path: String, errno: Int32)
  /// One of the user's files is not a regular file: a pipe, a socket, a device.
  case notRegular(path: String)
  /// What is at a path is not a dump: it is not a file, or has another format.
  case notADump(path: String, ForeignKind)
  /// A container or a repository, or an entry in one, cannot be read.
  case source(path: String, SourceError)
  /// A process that parsed this dump has ended, and so did another that tried it alone.
  case endedTheProgram(path: String)
  /// The query cannot be understood.
  case query(QueryError)
  /// The database reported an error: SQLite's extended code, message and statement.
  case database(code: Int32, message: String, sql: String?)
  /// The index is damaged or of another version; the next update rebuilds it.
  case indexUnusable(DatabaseFault)
  /// Something of the user's could not be written: bookmarks or state.
  case unwritable(path: String, errno: Int32)
  /// One of the user's files stayed locked by another program for longer than anybody should wait.
  case locked(path: String)
  /// Another process is making the index; its number, if it has left one.
  case indexBusy(process: Int32?)
  /// An entry that was to be changed is no longer there.
  case noSuchEntry(String)
  /// A bookmarks file is not UTF-8 but UTF-16 or UTF-32; it was not touched.
  case notText(path: String)
  /// The bookmarks file would not show a new entry; it was not added.
  case starNotSeen(path: String)
}

/// What is wrong with one of the library's databases.
public enum DatabaseFault: Sendable, Hashable {
  /// Another version of the program wrote it.
  case otherVersion
  /// A file without bytes, where a database was.
  case emptyFile
  /// SQLite's extended result code, and its words.
  case sqlite(code: Int32, message: String)
}

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
