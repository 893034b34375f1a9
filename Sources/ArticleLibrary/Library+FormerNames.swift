import ArticleDump
import GRDB
import Text

/// What was kept for an article under its former names: those of version 0.1.0, those from before its address was found
/// to belong to other articles too, those from before blanks in addresses were encoded, those from before its archive
/// became part of a larger one, and those from before its archive's folder was renamed.
extension Library {
  /// Which names the state was last adapted to: the version of `ArticleIdentity`, the archives' names, and how many
  /// articles are identified by their files.
  private static let memoryKey = "identities"

  /// Gives every article what was kept under its former names, if names have changed.
  func moveStateFromFormerNames() {
    guard let view = try? view(), let marker = try? marker(view), remembered(Self.memoryKey) != marker else { return }
    do throws(LibraryError) {
      let known = try states.keys()
      if !known.isEmpty {
        // Marks that 0.1.0 kept under a name of several articles were shown on all of them; later marks have their
        // path.
        try states.rename(renamings(known), forAll: remembered(Self.memoryKey) == nil)
        try states.rename(renamingsOfRenamedArchives(), forAll: false)
      }
      try remember(Self.memoryKey, as: marker)
    } catch {
      // Tried again after the next update.
    }
  }

  private func marker(_ view: IndexView) throws(LibraryError) -> String {
    let sharing = try read { try Int64.fetchOne($0, sql: "SELECT count(*) FROM articles WHERE flags & 64") ?? 0 }
    var hash = StableHash()
    for archive in names.archives { hash.combine((archive.name + "\t" + archive.root).utf8) }
    return "3 \(String(hash.value, radix: 16)) \(sharing)"
  }

  private func renamings(_ known: Set<String>) throws(LibraryError) -> [StateStore.Renaming] {
    try read { db in
      var renamings: [StateStore.Renaming] = []
      let sql = """
        SELECT a.url, a.flags & 64, f.path, a.name FROM articles a JOIN folders f ON f.id = a.folder WHERE a.flags & 1
        """
      try RawStatement(db, sql).forEach { row in
        let url = row.text(0)
        let isShared = row.integer(1) != 0
        let file = DumpPath(bytes: row.blob(2)).appending(row.blob(3)).display
        let place = names.place(of: file)
        let key = ArticleIdentity(url: url, sharesAddress: isShared) { place }
        var former: [String] = []
        if isShared, let address = url.flatMap(ArticleAddress.init) { former.append(address.text) }
        if let old = url.flatMap(ArticleAddress.formerText) { former.append(old) }
        if let url, let old = Self.nameInFirstVersion(url) { former.append(old) }
        for place in [file, place] + names.formerPlaces(of: file) { former.append(ArticleIdentity(place: place).text) }
        guard let former = former.first(where: { $0 != key.text && known.contains($0) }), !known.contains(key.text)
        else {
          return
        }
        renamings.append(StateStore.Renaming(key: key, former: former, path: file))
      }
      return renamings
    }
  }

  /// What was kept for articles without an address in an archive that is gone, if another archive has them at the same
  /// paths: its folder was renamed.
  private func renamingsOfRenamedArchives() throws(LibraryError) -> [StateStore.Renaming] {
    var renamings: [StateStore.Renaming] = []
    for gone in names.archives where !gone.name.isEmpty && !ArchivePath.isArchive(gone.root) {
      let known = try states.titles(ofKeysFrom: ArticleIdentity(place: gone.name + "/").text)
      guard !known.isEmpty else { continue }
      let found = try read { db in
        var found: [String: SamePaths] = [:]
        let sql = """
          SELECT a.title, f.path, a.name FROM articles a JOIN folders f ON f.id = a.folder
          WHERE a.key <> a.address AND a.flags & 1
          """
        try RawStatement(db, sql).forEach { row in
          let file = DumpPath(bytes: row.blob(1)).appending(row.blob(2)).display
          guard let root = names.root(of: file) else { return }
          let path = file.dropFirst(root.utf8.count)
          let former = ArticleIdentity(place: gone.name + path).text
          guard let title = known[former] else { return }
          let key = ArticleIdentity(place: names.place(of: file))
          found[root, default: SamePaths()].add(
            StateStore.Renaming(key: key, former: former, path: gone.root + path), former: title, now: row.text(0))
        }
        return found
      }
      let renamed = found.values.filter { $0.isRenamed(with: known.count) }
      if let renamed = renamed.max(by: { $0.sameTitles < $1.sameTitles }) { renamings += renamed.renamings }
    }
    return renamings
  }

  /// The articles of an archive at whose paths something was kept for another archive.
  private struct SamePaths {
    var renamings: [StateStore.Renaming] = []
    var sameTitles = 0
    var otherTitles = 0
    /// Without any titles, one path or two (`README.md`) may be the same by chance.
    private static let leastCountWithoutTitles = 3

    /// - Parameter former: The title when the article was opened, if it was.
    mutating func add(_ renaming: StateStore.Renaming, former: String?, now: String?) {
      renamings.append(renaming)
      guard let former else { return }
      if former == now { sameTitles += 1 } else { otherTitles += 1 }
    }

    /// - Parameter count: For how many articles of the other archive something was kept.
    func isRenamed(with count: Int) -> Bool {
      guard otherTitles * 9 <= sameTitles else { return false }
      return sameTitles > 0 || renamings.count == count && count >= Self.leastCountWithoutTitles
    }
  }

  /// The name that version 0.1.0 used for an article with a URL: the URL without scheme, fragment, `www.` and final
  /// slashes.
  private static func nameInFirstVersion(_ url: String) -> String? {
    var rest = Substring(url)
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    guard !rest.isEmpty else { return nil }
    guard let slash = rest.firstIndex(of: "/") else { return rest.lowercased() }
    return rest[..<slash].lowercased() + rest[slash...]
  }
}
