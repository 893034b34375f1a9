import ArchiveSources
import Glibc
import Synchronization
import Text

/// Containers and repositories in archives.
extension ArchiveScanner {
  /// Lists a source, or only what has changed in it since the index was made; a source that matches the index is not
  /// listed.
  ///
  /// - Parameter isNamed: Whether a person named it; otherwise it was found in a folder, and may not be a container at
  ///   all.
  func list(_ location: SourceLocation, isNamed: Bool, seen: inout BitSet) {
    let path = DumpPath(bytes: location.source)
    var signature: UInt64 = 0
    var status = stat()
    if !location.isRepository {
      guard path.withCString({ stat($0, &status) }) == 0 else {
        return skip(path, errno == ENOENT ? .vanished : .unreadable(errno: errno))
      }
      signature = Lister.signature(Self.pathHash(path.folder), Array(path.name), status)
      if let number = indexed.files.number(of: signature) {
        // It is not a container, or one that cannot be read.
        seen.insert(Int(number))
        return add([], fileCount: 1)
      }
    }
    watch(location)
    let former = indexed.containers[path]
    func keepFormer() { for number in former?.entries ?? [] { seen.insert(Int(number)) } }
    let position = state.withLock { state in
      state.containers.append(ScannedContainer(path: path, signature: signature))
      return state.containers.count - 1
    }
    if let former, former.version != nil, signature != 0, former.signature == signature {
      keepFormer()
      return add([], fileCount: former.entries.count)
    }
    do throws(SourceError) {
      let source = try sources.source(location)
      if let former, let version = former.version, try source.version() == version {
        keepFormer()
        state.withLock { $0.containers[position].version = version }
        return add([], fileCount: former.entries.count)
      }
      try list(source, path, position, former, seen: &seen)
    } catch .unsupported where !isNamed {
      state.withLock { $0.containers[position].version = nil }
      addOrdinary(path, status, seen: &seen)
    } catch {
      // Entries that were read stay: a disk may come back, or a program be installed.
      keepFormer()
      let reason = SkipReason.source(error)
      guard !location.isRepository, !reason.isTemporary, former == nil else { return skip(path, reason) }
      add([found(path, signature, status, reason)], fileCount: 1)
    }
  }

  private func watch(_ location: SourceLocation) {
    guard let gitDirectory = location.gitDirectory.map({ DumpPath(bytes: $0) }) else {
      let file = DumpPath(bytes: location.file)
      return state.withLock { state in
        state.watched.files.append(file)
        state.watched.add(file, began: state.began)
      }
    }
    // A branch's commit is in `HEAD`, in one file below `refs`, or in `packed-refs`; its objects were written before.
    let names = ["HEAD", "packed-refs", "refs", "reftable"].map { Array($0.utf8) }
    let refs = Self.foldersBelow(["refs", "reftable"].map { gitDirectory.appending(Array($0.utf8)) })
    state.withLock { state in
      state.watched.folders.removeAll { $0.path == gitDirectory }
      state.watched.stamps.removeAll { $0.path == gitDirectory }
      state.watched.folders.append(ArchiveScan.Folder(path: gitDirectory, names: Set(names)))
      state.watched.folders += refs.map { ArchiveScan.Folder(path: $0) }
      for path in names.map(gitDirectory.appending) + refs { state.watched.add(path, began: state.began) }
    }
  }

  /// Branches are in folders, by the slashes in their names; if there are more folders than this, the rest is not
  /// watched.
  private static let mostWatchedRefFolders = 500

  private static func foldersBelow(_ roots: [DumpPath]) -> [DumpPath] {
    var found: [DumpPath] = []
    var waiting = roots
    while let folder = waiting.popLast(), found.count < mostWatchedRefFolders {
      let descriptor = folder.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW) }
      guard descriptor >= 0 else { continue }
      found.append(folder)
      try? FolderListing.forEach(in: descriptor, path: folder.display) { entry in
        if Int(entry.kind) == Int(DT_DIR) { waiting.append(folder.appending(entry.name)) }
      }
    }
    return found
  }

  /// A file that could be a container by its name.
  private func addOrdinary(_ path: DumpPath, _ status: stat, seen: inout BitSet) {
    let name = Array(path.name)
    let signature = Lister.signature(Self.pathHash(path.folder), name, status)
    let reason: SkipReason? = DumpRecognition.isOtherKind(name: name) ? .notADump : nil
    add([found(path, signature, status, reason)], fileCount: 1)
  }

  private func found(_ path: DumpPath, _ signature: UInt64, _ status: stat, _ reason: SkipReason?) -> FoundFile {
    FoundFile(
      folder: folderNumber(path.folder), name: Array(path.name), sizeInBytes: Int64(status.st_size),
      modified: Int64(status.st_mtim.tv_sec), signature: signature, reason: reason)
  }

  private func folderNumber(_ folder: DumpPath) -> Int32 {
    state.withLock { state in
      state.folders.append(folder)
      return Int32(state.folders.count - 1)
    }
  }

  static func pathHash(_ folder: DumpPath) -> StableHash {
    var hash = StableHash()
    hash.combine(folder.bytes)
    return hash
  }

  private func list(
    _ source: any ArchiveSource, _ path: DumpPath, _ position: Int, _ former: IndexedContainer?, seen: inout BitSet
  ) throws(SourceError) {
    var listing = ContainerListing(
      path: path, position: Int32(position), indexed: indexed, isKnown: former != nil, repeatsPaths: source.repeatsPaths
    ) { self.folderNumber($0) }
    let listed = try source.list(since: former?.version) { entry in
      listing.record(entry)
      return true
    }
    for fault in listed.faults { listing.record(fault) }
    for number in listing.seen { seen.insert(Int(number)) }
    if !listed.isWhole, let former {
      listing.record(changed: listed.removed)
      let skipped = indexed.skipped.filter { $0.container == former.number }.map { entry in
        (number: Int32(entry.number), hash: ContainerListing.pathHash(entry.file.path))
      }
      for (number, hash) in indexed.pathHashes(former.number) + skipped where !listing.changed.contains(hash) {
        seen.insert(Int(number))
      }
    }
    state.withLock { [listing] state in
      state.containers[position].version = listed.version
      state.containers[position].locators = listing.locators.map { ($0.key, $0.value) }
      state.containers[position].renamed = listed.renamed.map { (path.appending($0.from), path.appending($0.to)) }
    }
    // Only now, because reading heads uses the source again.
    let found = listing.found.compactMap(\.self)
    for start in stride(from: 0, to: found.count, by: Lister.chunk) {
      add(Array(found[start..<min(start + Lister.chunk, found.count)]), fileCount: 0)
    }
    add([], fileCount: listing.count)
  }
}
