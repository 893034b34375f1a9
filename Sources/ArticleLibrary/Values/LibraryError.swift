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
  /// An article's file is no longer there; its title, if it is known.
  case articleGone(title: String?)
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
