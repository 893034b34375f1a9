/// Why a source or one of its entries cannot be read. A value: sentences are made where people read them.
public enum SourceError: Error, Sendable, Hashable {
  /// The system refused; `errno` says why.
  case unreadable(errno: Int32)
  /// It ends or continues in a way that its format does not allow.
  case damaged
  /// It needs a password; encryption is not supported.
  case encrypted
  /// It unpacks, or claims to unpack, to more than a source may hold.
  case tooLarge
  /// Its path leads out of its source: absolute, or with `..`.
  case pathOutside
  /// A container in a container in a container.
  case nested
  /// A link, a device, a folder: something without bytes of its own.
  case noFile
  /// More than ``SourceLimits/mostEntries``; the rest was not listed.
  case tooManyEntries
  /// A program that reads this kind of source is not installed.
  case missingProgram(name: String)
  /// There is no entry at the path, or at the locator.
  case notFound
  /// There is no such branch, tag or commit, or it has no commit yet.
  case noRevision
  /// An object that a repository refers to, and that it does not have: it is damaged, or left out of a partial clone.
  case missingObject
  /// A format or compression method that is not supported.
  case unsupported
  /// The caller cancelled it.
  case cancelled
}
