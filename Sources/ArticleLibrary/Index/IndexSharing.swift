import Glibc

/// An index in a shared place: one person makes it, others read it without any right to write.
///
/// A database that counts there is never written again: SQLite may read it as one that cannot change (`immutable=1`),
/// which needs neither locks nor files beside it. An update works on a copy and lets that count when it is whole, by
/// renaming one small file (`IndexLocation.makeCurrent`); a process that has the former one open keeps reading it, and
/// opens the new one at the next check. An index that the owner's process left unfinished is not in use.
///
/// The folder of an index belongs to its owner, and no other user writes or deletes in it. It is named after the
/// version of the tables too, so that older and newer programs have one each.
enum IndexSharing: Sendable, Hashable {
  /// The index is this person's alone.
  case none
  case maker
  case reader

  /// Where in a shared place the indexes of this version are.
  static func directory(in shared: String) -> String { shared + "/v\(IndexSchema.version)" }
}

extension IndexLocation {
  /// Chooses the shared index for these paths where there is one or this person can make it; else their own.
  static func choose(realPaths: [String], cacheDirectory: String?, sharedDirectory: String?) -> IndexLocation {
    let own = choose(realPaths: realPaths, cacheDirectory: cacheDirectory)
    guard let sharedDirectory else { return own }
    var shared = choose(realPaths: realPaths, cacheDirectory: IndexSharing.directory(in: sharedDirectory))
    guard let folder = shared.folder else { return own }
    shared.sharing = canBeMade(folder) ? .maker : .reader
    if shared.sharing == .maker { return shared }
    return IndexDatabase.readOnly(shared) == nil ? own : shared
  }

  /// Whether the folder is this person's, or can be made.
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
