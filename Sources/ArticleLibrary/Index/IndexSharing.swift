import Glibc

/// An index in a shared place: one person makes it, and others read it without permission to write.
///
/// A current database there is never written again: SQLite may read it as one that cannot change (`immutable=1`), which
/// needs neither locks nor files beside it. An update works on a copy and makes it current when it is complete, by
/// renaming one small file (`IndexLocation.makeCurrent`); a process that has the former one open continues to read it,
/// and opens the new one at its next check. An index that the owner's process left unfinished is not used.
///
/// The folder of an index belongs to its owner, and no other user writes or deletes in it. Its name includes the
/// version of the tables, so that older and newer programs each have their own.
enum IndexSharing: Sendable, Hashable {
  /// The index is used by one person.
  case none
  case maker
  case reader

  /// Where the indexes of this version are in a shared place.
  static func directory(in shared: String) -> String { shared + "/v\(IndexSchema.version)" }
}

extension IndexLocation {
  /// Chooses the shared index for these paths if there is one or this person can make it; otherwise their own.
  static func choose(realPaths: [String], cacheDirectory: String?, sharedDirectory: String?) -> IndexLocation {
    let own = choose(realPaths: realPaths, cacheDirectory: cacheDirectory)
    // A folder that is named wrongly must not be created.
    guard let sharedDirectory, ArchivePath.isFolder(sharedDirectory) else { return own }
    var shared = choose(realPaths: realPaths, cacheDirectory: IndexSharing.directory(in: sharedDirectory))
    guard let folder = shared.folder else { return own }
    shared.sharing = canBeMade(folder) ? .maker : .reader
    if shared.sharing == .maker { return shared }
    return IndexDatabase.readOnly(shared) == nil ? own : shared
  }

  /// The user whose index this person reads; `nil` if it is this person's own.
  var ownerOfSharedIndex: UInt32? {
    var status = stat()
    guard sharing == .reader, let folder, stat(folder, &status) == 0 else { return nil }
    return status.st_uid
  }

  /// Whether the folder belongs to this person, or can be created.
  private static func canBeMade(_ folder: String) -> Bool {
    var path = folder
    var status = stat()
    while stat(path, &status) != 0 {
      guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return false }
      path = String(path[..<slash])
    }
    return (path != folder || status.st_uid == geteuid()) && access(path, W_OK | X_OK) == 0
  }
}
