import ArchiveSources
import Glibc
import Synchronization

/// Containers and repositories in archives.
extension ArchiveScanner {
  /// Lists a source, or only what changed in it since the index was made; one that is as the index has it is not listed.
  ///
  /// - Parameter isNamed: Whether a person named it; else it was found in a folder, and may be no container at all.
  func list(_ location: SourceLocation, isNamed: Bool, seen: inout BitSet) {
    let path = DumpPath(bytes: location.source)
    var signature: UInt64 = 0
    var status = stat()
    if !location.isRepository {
      guard path.withCString({ stat($0, &status) }) == 0 else {
        return passOver(path, errno == ENOENT ? .vanished : .unreadable(errno: errno))
      }
      signature = Lister.signature(Self.pathHash(path.folder), Array(path.name), status)
      if let number = known.files.number(of: signature) {
        // It is no container, or one that cannot be read.
        seen.insert(Int(number))
        return add([], fileCount: 1)
      }
    }
    watch(location)
    let former = known.containers[path]
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
      takeOrdinary(path, status, seen: &seen)
    } catch {
      // What was read of it stays: a disk may come back, a program be installed.
      keepFormer()
      let reason = PassOverReason.source(error)
      guard !location.isRepository, !reason.isPassing, former == nil else { return passOver(path, reason) }
      add([found(path, signature, status, reason)], fileCount: 1)
    }
  }

  private func watch(_ location: SourceLocation) {
    guard let gitDirectory = location.gitDirectory.map({ DumpPath(bytes: $0) }) else {
      return state.withLock { $0.watched.files.append(DumpPath(bytes: location.file)) }
    }
    // What a branch holds is in `HEAD`, in one file below `refs`, or in a file of all of them; the objects came before.
    let names = ["HEAD", "packed-refs", "refs", "reftable"].map { Array($0.utf8) }
    let refs = Self.foldersBelow(["refs", "reftable"].map { gitDirectory.appending(Array($0.utf8)) })
    state.withLock { state in
      state.watched.folders.removeAll { $0.path == gitDirectory }
      state.watched.folders.append(Library.Look.Folder(path: gitDirectory, names: Set(names)))
      state.watched.folders += refs.map { Library.Look.Folder(path: $0) }
    }
  }

  /// Branches are filed in folders by the slashes in their names; of more than these the rest is not watched.
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

  /// A file that could have been a container by its name.
  private func takeOrdinary(_ path: DumpPath, _ status: stat, seen: inout BitSet) {
    let name = Array(path.name)
    let signature = Lister.signature(Self.pathHash(path.folder), name, status)
    let reason: PassOverReason? = DumpRecognition.isOtherKind(name: name) ? .notADump : nil
    add([found(path, signature, status, reason)], fileCount: 1)
  }

  private func found(_ path: DumpPath, _ signature: UInt64, _ status: stat, _ reason: PassOverReason?) -> FoundFile {
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
    _ source: any ArchiveSource, _ path: DumpPath, _ position: Int, _ former: KnownContainer?, seen: inout BitSet
  ) throws(SourceError) {
    var listing = ContainerListing(path: path, position: Int32(position), known: known, isKnown: former != nil) {
      self.folderNumber($0)
    }
    let listed = try source.list(since: former?.version) { entry in
      if isStopped() { return false }
      listing.take(entry)
      return true
    }
    if isStopped() { return }
    for fault in listed.faults { listing.take(fault) }
    for number in listing.seen { seen.insert(Int(number)) }
    if !listed.isWhole, let former {
      listing.note(changed: listed.removed)
      let passedOver = known.passedOver.filter { $0.container == former.number }.map { entry in
        (number: Int32(entry.number), hash: ContainerListing.pathHash(entry.file.path))
      }
      for (number, hash) in known.pathHashes(former.number) + passedOver where !listing.changed.contains(hash) {
        seen.insert(Int(number))
      }
    }
    state.withLock { [listing] state in
      state.containers[position].version = listed.version
      state.containers[position].locators = listing.locators
      state.containers[position].renamed = listed.renamed.map { (path.appending($0.from), path.appending($0.to)) }
    }
    // Only now: reading heads asks the source again.
    let found = listing.found
    for start in stride(from: 0, to: found.count, by: Lister.chunk) {
      add(Array(found[start..<min(start + Lister.chunk, found.count)]), fileCount: 0)
    }
    add([], fileCount: listing.count)
  }
}

/// A container's listing under way: which of its entries are known, which may be dumps.
struct ContainerListing {
  let path: DumpPath
  let position: Int32
  let known: KnownArchive
  /// Whether the index has entries of this container.
  let isKnown: Bool
  let folderNumber: (DumpPath) -> Int32

  var found: [FoundFile] = []
  var seen: [Int32] = []
  var locators: [(number: Int32, locator: SourceLocator)] = []
  /// Hashes of the paths that were listed, or are gone.
  var changed: Set<UInt64> = []
  var count = 0

  private struct Folder {
    var number: Int32
    var hash: StableHash
  }
  /// By their paths in the container; `nil` for those that are left out.
  private var folders: [[UInt8]: Folder?] = [:]

  init(
    path: DumpPath, position: Int32, known: KnownArchive, isKnown: Bool, folderNumber: @escaping (DumpPath) -> Int32
  ) {
    self.path = path
    self.position = position
    self.known = known
    self.isKnown = isKnown
    self.folderNumber = folderNumber
  }

  static func pathHash(_ file: DumpPath) -> UInt64 {
    var hash = ArchiveScanner.pathHash(file.folder)
    hash.combine(file.name)
    return hash.value
  }

  mutating func note(changed paths: [[UInt8]]) {
    for removed in paths { changed.insert(Self.pathHash(path.appending(removed))) }
  }

  mutating func take(_ entry: SourceEntry) {
    let (folderPath, name) = Self.parts(entry.path)
    if name.first == 0x2E { return }
    guard let folder = folder(folderPath) else { return }
    count += 1
    // Containers are not among them: the source lists what those hold, or says why not.
    let reason: PassOverReason? = DumpRecognition.isOtherKind(name: name) ? .notADump : nil
    add(
      FoundFile(
        folder: folder.number, name: name, sizeInBytes: entry.sizeInBytes ?? 0, modified: entry.modified,
        signature: entry.signature, container: position, locator: entry.locator, reason: reason), folder.hash)
  }

  mutating func take(_ fault: SourceFault) {
    // What concerns the rest of the container is told of the container itself.
    guard !fault.path.isEmpty else { return addPassedOver(path, .source(fault.reason)) }
    let (folderPath, name) = Self.parts(fault.path)
    guard name.first != 0x2E, folder(folderPath) != nil else { return }
    // Pictures and programs cannot be read either way.
    if DumpRecognition.isOtherKind(name: name), fault.reason == .noFile { return }
    addPassedOver(path.appending(fault.path), .source(fault.reason))
  }

  private mutating func addPassedOver(_ path: DumpPath, _ reason: PassOverReason) {
    add(
      FoundFile(
        folder: folderNumber(path.folder), name: Array(path.name), sizeInBytes: 0, modified: 0,
        signature: StableHash.hash(reason.storedName), container: position, reason: reason),
      ArchiveScanner.pathHash(path.folder))
  }

  /// - Parameter file: With the entry's own signature, which tells nothing of its place.
  private mutating func add(_ file: FoundFile, _ folderHash: StableHash) {
    var file = file
    var hash = folderHash
    hash.combine(file.name)
    if isKnown { changed.insert(hash.value) }
    hash.combine(file.signature)
    // Another archive may have the same bytes at the same path, as a folder.
    hash.combine(UInt64(1))
    file.signature = hash.value
    guard let number = known.files.number(of: file.signature) else { return found.append(file) }
    seen.append(number)
    if isKnown, let locator = file.locator, Int(number) < known.firstPassedOver { locators.append((number, locator)) }
  }

  /// A folder of the container, unless it is hidden or holds no articles.
  private mutating func folder(_ folderPath: [UInt8]) -> Folder? {
    if let known = folders[folderPath] { return known }
    var made: Folder?
    let hiding = hidingFolder(of: folderPath)
    if let hiding {
      if let reason = hiding.reason, folders[hiding.path] == nil { addPassedOver(path.appending(hiding.path), reason) }
      folders[hiding.path] = .some(nil)
    } else {
      let folder = folderPath.isEmpty ? path : path.appending(folderPath)
      made = Folder(number: folderNumber(folder), hash: ArchiveScanner.pathHash(folder))
    }
    folders[folderPath] = .some(made)
    return made
  }

  /// The outermost folder on the way that hides what is in it, and why; no reason where its name begins with a dot.
  private func hidingFolder(of folderPath: [UInt8]) -> (path: [UInt8], reason: PassOverReason?)? {
    for part in folderPath.split(separator: 0x2F) {
      let reason = DumpRecognition.reasonToPassOver(folder: part)
      if part.first == 0x2E || reason != nil { return (Array(folderPath[..<part.endIndex]), reason) }
    }
    return nil
  }

  /// The folder and the name.
  private static func parts(_ path: [UInt8]) -> (folder: [UInt8], name: [UInt8]) {
    guard let slash = path.lastIndex(of: 0x2F) else { return ([], path) }
    return (Array(path[..<slash]), Array(path[(slash + 1)...]))
  }
}
