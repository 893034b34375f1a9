/// The contents of a commit of a git repository, read from its objects through the `git` program: no working tree is
/// needed, and nothing is written.
///
/// An entry's locator is its object's name, so that it can be read whatever the branch contains later. The version is
/// the name of the commit's tree.
public struct GitSource: ArchiveSource {
  private let repository: GitRepository
  private let objects: GitObjects
  private let limits: SourceLimits
  /// The full names to which the revision may refer, the likeliest first.
  private let candidates: [[UInt8]]

  /// The most bytes of a folder's list of names: a million names of two hundred bytes.
  private static let largestTreeInBytes = 256 << 20
  /// A commit names its tree in its first line.
  private static let commitHeadInBytes = 256

  /// - Parameter revision: A branch, a tag, or the beginning of a commit's name; `nil` for `HEAD`.
  public init(_ repository: GitRepository, revision: [UInt8]? = nil, limits: SourceLimits = SourceLimits()) {
    self.repository = repository
    self.limits = limits
    objects = GitObjects(gitDirectory: repository.gitDirectory)
    candidates = revision.map(Self.candidates) ?? [Array("HEAD".utf8)]
  }

  /// The names to which a person's name for a revision may refer; never a git expression, which could search or count.
  private static func candidates(for revision: [UInt8]) -> [[UInt8]] {
    guard !revision.isEmpty, revision.first != 0x2D, !revision.contains(where: isForbidden),
      revision.firstRange(of: Array("..".utf8)) == nil, revision.firstRange(of: Array("@{".utf8)) == nil
    else { return [] }
    var names = ["refs/heads/", "refs/tags/", "refs/remotes/"].map { Array($0.utf8) + revision }
    if revision.starts(with: "refs/".utf8) || revision == Array("HEAD".utf8) { names.append(revision) }
    if (4...64).contains(revision.count), revision.allSatisfy({ GitObjectName.value(of: $0) != nil }) {
      names.append(revision)
    }
    return names
  }

  /// Bytes that never occur in the name of a branch (git-check-ref-format(1)).
  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || [0x7E, 0x5E, 0x3A, 0x3F, 0x2A, 0x5B, 0x5C].contains(byte)
  }

  // MARK: What it holds

  /// - Throws: `noRevision` if there is no such branch, or it has no commit yet.
  public func version() throws(SourceError) -> SourceVersion { SourceVersion(bytes: try tree().bytes) }

  private func tree() throws(SourceError) -> GitObjectName {
    for candidate in candidates {
      let object: GitObjects.Object
      do throws(SourceError) {
        object = try objects.read(candidate + Array("^{commit}".utf8), atMost: Self.commitHeadInBytes)
      } catch .missingObject {
        continue
      }
      let line = object.content.bytes.prefix { $0 != 0x0A }
      guard object.kind == .commit, line.starts(with: "tree ".utf8), let tree = GitObjectName(digits: line.dropFirst(5))
      else { throw .damaged }
      return tree
    }
    throw .noRevision
  }

  public func list(
    since former: SourceVersion?, _ body: (SourceEntry) -> Bool
  ) throws(SourceError) -> SourceListing {
    let tree = try tree()
    let version = SourceVersion(bytes: tree.bytes)
    if let former = former.flatMap({ GitObjectName(bytes: $0.bytes) }), former.bytes.count == tree.bytes.count {
      if former == tree { return SourceListing(version: version, isWhole: false) }
      if let listing = try changes(since: former, to: tree, body) { return listing }
    }
    var listing = SourceListing(version: version, isWhole: true)
    try listAll(tree, into: &listing, body)
    return listing
  }

  /// - Returns: `nil` if git cannot compare the two: the former one may have been deleted since.
  private func changes(
    since former: GitObjectName, to tree: GitObjectName, _ body: (SourceEntry) -> Bool
  ) throws(SourceError) -> SourceListing? {
    var listing = SourceListing(version: SourceVersion(bytes: tree.bytes), isWhole: false)
    var changes: [GitDifference.Change] = []
    // All of them are read before the first is reported, so that a failed attempt has reported nothing.
    guard try GitDifference.between(former, tree, gitDirectory: repository.gitDirectory, { changes.append($0) }) else {
      return nil
    }
    for change in changes {
      switch change {
      case .removed(let path): listing.removed.append(path)
      case .renamed(let from, let to): listing.renamed.append(.init(from: from, to: to))
      case .present(let path, .file, let object):
        if !body(entry(path, object)) { return listing }
      case .present(let path, _, _):
        listing.removed.append(path)
        listing.faults.append(SourceFault(path: path, reason: .noFile))
      }
    }
    return listing
  }

  /// Goes through all folders, listing the files of a folder before its subfolders.
  private func listAll(
    _ root: GitObjectName, into listing: inout SourceListing, _ body: (SourceEntry) -> Bool
  ) throws(SourceError) {
    var waiting: [(path: [UInt8], object: GitObjectName)] = [([], root)]
    // Folders count too: a tree can contain itself many times under different names, and still be small.
    var count = 0
    while let folder = waiting.popLast() {
      var tree: GitTree
      do throws(SourceError) {
        tree = try self.tree(folder.object)
      } catch {
        if case .missingProgram = error { throw error }
        listing.faults.append(SourceFault(path: folder.path, reason: error))
        continue
      }
      var folders: [(path: [UInt8], object: GitObjectName)] = []
      while let entry = tree.next() {
        count += 1
        guard count <= limits.mostEntries else {
          listing.faults.append(SourceFault(path: [], reason: .tooManyEntries))
          return
        }
        let path = folder.path.isEmpty ? entry.name : folder.path + [0x2F] + entry.name
        guard GitTree.isName(entry.name), path.count <= limits.longestPathInBytes else {
          listing.faults.append(SourceFault(path: folder.path, reason: .pathOutside))
          continue
        }
        switch entry.kind {
        case .file:
          if !body(self.entry(path, entry.object)) { return }
        case .folder: folders.append((path, entry.object))
        case .link, .submodule: listing.faults.append(SourceFault(path: path, reason: .noFile))
        }
      }
      if tree.isDamaged { listing.faults.append(SourceFault(path: folder.path, reason: .damaged)) }
      waiting += folders.reversed()
    }
  }

  private func tree(_ name: GitObjectName) throws(SourceError) -> GitTree {
    let object = try objects.read(name.digits, atMost: Self.largestTreeInBytes)
    guard object.kind == .tree else { throw .damaged }
    guard !object.content.isCut else { throw .tooLarge }
    return GitTree(object.content.bytes, objectNameSizeInBytes: name.bytes.count)
  }

  private func entry(_ path: [UInt8], _ object: GitObjectName) -> SourceEntry {
    // git stores no file times, and gives an object's size only when it reads the object.
    SourceEntry(
      path: path, locator: SourceLocator(bytes: object.bytes), sizeInBytes: nil, modified: 0, signature: object.number)
  }

  // MARK: One entry

  public var locatorsEndure: Bool { true }

  public func read(_ locator: SourceLocator, atMost limit: Int) throws(SourceError) -> SourceContent {
    guard let name = GitObjectName(bytes: locator.bytes) else { throw .notFound }
    let object = try objects.read(name.digits, atMost: limit)
    guard object.kind == .blob else { throw .noFile }
    return object.content
  }

  public func entry(at path: [UInt8]) throws(SourceError) -> SourceEntry {
    var name = try tree()
    var rest = path.split(separator: 0x2F, omittingEmptySubsequences: false)[...]
    while let part = rest.popFirst() {
      var tree = try tree(name)
      var found: GitTreeEntry?
      while found == nil, let entry = tree.next() {
        if entry.name.elementsEqual(part) { found = entry }
      }
      guard let found else { throw .notFound }
      switch found.kind {
      case .folder where !rest.isEmpty: name = found.object
      case .file where rest.isEmpty: return entry(path, found.object)
      case .file: throw .notFound
      case .folder, .link, .submodule: throw .noFile
      }
    }
    throw .notFound
  }
}
