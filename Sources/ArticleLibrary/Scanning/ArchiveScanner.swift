import ArchiveSources
import Foundation
import Glibc
import Synchronization
import Text

/// A file that may be a dump and whose current state is not in the index.
struct FoundFile: Sendable {
  /// Position in the scanner's `folders`.
  var folder: Int32
  var name: [UInt8]
  var sizeInBytes: Int64
  /// Seconds since 1970, for reading the newest first while nothing else is known.
  var modified: Int64
  var signature: UInt64
  /// Position in the scanner's `containers` of the container that it is in; -1 for a separate file.
  var container: Int32 = -1
  /// Where it is in its container.
  var locator: SourceLocator?
  /// Why it is skipped, if that is known before it is read.
  var reason: SkipReason?
}

/// Lists archives on several threads.
///
/// Folders are entered once, however many names they have; links to folders are entered after everything else, so that
/// a file is found by its plain path if it has one. Hidden files and folders (`.git`) are left out. Containers in
/// folders, and bare repositories, are listed too (`ArchiveScanner+Containers`).
final class ArchiveScanner: Sendable {
  struct Result: Sendable {
    /// Numbers of known files that are unchanged.
    var seen: BitSet
    var found: [FoundFile] = []
    var skipped: [SkippedFile] = []
    var fileCount = 0
  }

  func folder(_ position: Int) -> DumpPath? {
    state.withLock { $0.folders.indices.contains(position) ? $0.folders[position] : nil }
  }

  /// The paths of the folders that contain what was found, by position.
  var folders: [DumpPath] { state.withLock { $0.folders } }

  /// The containers that were found, by position.
  var containers: [ScannedContainer] { state.withLock { $0.containers } }

  /// A container's path and version.
  func container(_ position: Int) -> (path: DumpPath, version: SourceVersion?)? {
    state.withLock { state in
      guard state.containers.indices.contains(position) else { return nil }
      return (state.containers[position].path, state.containers[position].version)
    }
  }

  /// What to watch for changes.
  var watched: ArchiveScan.Watched { state.withLock { $0.watched } }

  /// When the scan began.
  var began: timespec { state.withLock { $0.began } }

  enum Job {
    case folder(DumpPath)
    case source(SourceLocation, isNamed: Bool)
  }

  struct State {
    var bounds = LinkBounds(.inside, roots: [])
    var waiting: [Job] = []
    var links: [DumpPath] = []
    var active = 0
    var entered: Set<FileIdentity> = []
    var folders: [DumpPath] = []
    var began = timespec()
    var watched = ArchiveScan.Watched()
    var containers: [ScannedContainer] = []
    var result: Result
  }

  struct FileIdentity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  let indexed: IndexedFiles
  let sources: OpenSources
  private let links: LinkPolicy
  let state: Mutex<State>
  private let condition = NSCondition()
  /// Called on any thread with new files in chunks, as they are found.
  private let observer: @Sendable ([FoundFile], Int) -> Void

  init(
    indexed: IndexedFiles, sources: OpenSources, links: LinkPolicy,
    observer: @escaping @Sendable ([FoundFile], Int) -> Void
  ) {
    self.indexed = indexed
    self.sources = sources
    self.links = links
    self.observer = observer
    state = Mutex(State(result: Result(seen: BitSet(capacity: indexed.capacity))))
  }

  /// - Parameter roots: Folders, files, and sources.
  func scan(_ roots: [DumpPath], threadCount: Int) -> Result {
    let bounds = LinkBounds(links, roots: roots)
    var began = timespec()
    clock_gettime(CLOCK_REALTIME, &began)
    state.withLock { [began] state in
      state.bounds = bounds
      state.began = began
    }
    var files: [DumpPath] = []
    for root in roots {
      if let location = SourceLocation.source(at: root.bytes) {
        state.withLock { $0.waiting.append(.source(location, isNamed: true)) }
        continue
      }
      var status = stat()
      guard root.withCString({ stat($0, &status) }) == 0 else {
        skip(root, .unreadable(errno: errno))
        continue
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        state.withLock { $0.waiting.append(.folder(root)) }
      } else {
        files.append(root)
      }
    }
    for file in files { scanSingle(file) }
    runInParallel(threadCount: threadCount) { _ in self.work() }
    // Moved out, so that the consumer does not copy.
    return state.withLock { state in
      let result = state.result
      state.result = Result(seen: BitSet(capacity: 0))
      return result
    }
  }

  private func work() {
    var seen = BitSet(capacity: indexed.capacity)
    while let job = next() {
      switch job {
      case .folder(let folder): list(folder, seen: &seen)
      case .source(let location, let isNamed): list(location, isNamed: isNamed, seen: &seen)
      }
      condition.lock()
      state.withLock { $0.active -= 1 }
      condition.broadcast()
      condition.unlock()
    }
    state.withLock { [seen] state in state.result.seen.formUnion(seen) }
  }

  private func next() -> Job? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      let (job, isDone) = state.withLock { state -> (Job?, Bool) in
        if let job = state.waiting.popLast() {
          state.active += 1
          return (job, false)
        }
        if state.active > 0 { return (nil, false) }
        if let link = state.links.popLast() {
          state.active += 1
          return (.folder(link), false)
        }
        return (nil, true)
      }
      if job != nil || isDone { return job }
      condition.wait()
    }
  }

  func skip(_ path: DumpPath, _ reason: SkipReason) {
    state.withLock { $0.result.skipped.append(SkippedFile(path: path, reason: reason)) }
  }

  private func list(_ path: DumpPath, seen: inout BitSet) {
    let descriptor = path.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { return skip(path, errno == ENOENT ? .vanished : .unreadable(errno: errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      skip(path, .unreadable(errno: errno))
      close(descriptor)
      return
    }
    let identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    let folderNumber = state.withLock { state -> Int32? in
      guard state.entered.insert(identity).inserted else { return nil }
      state.folders.append(path)
      state.watched.folders.append(ArchiveScan.Folder(path: path))
      state.watched.add(path, status, began: state.began)
      return Int32(state.folders.count - 1)
    }
    guard let folderNumber else {
      close(descriptor)
      return skip(path, .linkLoop)
    }
    if Self.mayBeRepository(descriptor), let location = SourceLocation.source(at: path.bytes) {
      close(descriptor)
      return list(location, isNamed: false, seen: &seen)
    }
    var lister = Lister(scanner: self, path: path, folder: folderNumber, descriptor: descriptor)
    do throws(LibraryError) {
      try FolderListing.forEach(in: descriptor, path: path.display) { lister.visit($0, seen: &seen) }
    } catch {
      if case .unreadable(_, let code) = error { skip(path, .unreadable(errno: code)) }
    }
    lister.flush()
  }

  /// One check saves the others for nearly every folder.
  private static func mayBeRepository(_ folder: Int32) -> Bool { faccessat(folder, "HEAD", F_OK, 0) == 0 }

  /// A file that the user named is accepted whatever its name.
  private func scanSingle(_ path: DumpPath) {
    let parent = path.bytes.lastIndex(of: 0x2F).map { Array(path.bytes[..<max($0, 1)]) } ?? [0x2E]
    let folder = state.withLock { state in
      state.folders.append(DumpPath(bytes: parent))
      return Int32(state.folders.count - 1)
    }
    var lister = Lister(scanner: self, path: DumpPath(bytes: parent), folder: folder, descriptor: AT_FDCWD)
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return skip(path, .unreadable(errno: errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return skip(path, .notRegular) }
    var seen = BitSet(capacity: indexed.capacity)
    lister.addFile(Array(path.name), status, seen: &seen)
    lister.flush()
    state.withLock { [seen] state in state.result.seen.formUnion(seen) }
  }

  /// The listing of one folder while it is in progress.
  struct Lister {
    let scanner: ArchiveScanner
    let path: DumpPath
    let folder: Int32
    let descriptor: Int32
    let pathHash: StableHash
    let bounds: LinkBounds
    var found: [FoundFile] = []
    var containers: [SourceLocation] = []
    var folders: [DumpPath] = []
    var links: [DumpPath] = []
    var skipped: [SkippedFile] = []
    var count = 0

    /// Small enough that the first rows come early, large enough that locks cost nothing.
    static let chunk = 512

    init(scanner: ArchiveScanner, path: DumpPath, folder: Int32, descriptor: Int32) {
      self.scanner = scanner
      self.path = path
      self.folder = folder
      self.descriptor = descriptor
      bounds = scanner.state.withLock { $0.bounds }
      var hash = StableHash()
      hash.combine(path.bytes)
      pathHash = hash
    }

    mutating func visit(_ entry: FolderListing.Entry, seen: inout BitSet) {
      if entry.name.first == 0x2E { return }
      var kind = Int(entry.kind)
      var status = stat()
      if kind == Int(DT_REG) || kind == Int(DT_UNKNOWN) || kind == Int(DT_LNK) {
        // A link is followed; for everything else the entry itself is examined.
        let flags = kind == Int(DT_LNK) ? 0 : AT_SYMLINK_NOFOLLOW
        let code = withName(entry.name) { fstatat(descriptor, $0, &status, flags) }
        guard code == 0 else {
          let reason: SkipReason =
            kind == Int(DT_LNK) && (errno == ENOENT || errno == ELOOP)
            ? .danglingLink : errno == ENOENT ? .vanished : .unreadable(errno: errno)
          return skip(entry.name, reason)
        }
        let isLink = kind == Int(DT_LNK)
        if isLink, let reason = bounds.reasonToSkip(path.appending(entry.name), status) {
          return skip(entry.name, reason)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = Int(DT_REG)
        case S_IFDIR: kind = isLink ? Int(DT_LNK) : Int(DT_DIR)
        default: kind = Int(DT_FIFO)
        }
      }
      switch kind {
      case Int(DT_REG):
        if SourceKind.mayBeContainer(name: entry.name) {
          return containers.append(SourceLocation(container: path.appending(entry.name).bytes))
        }
        if DumpRecognition.isOtherKind(name: entry.name) {
          count += 1
          return skip(entry.name, .notADump)
        }
        addFile(entry.name, status, seen: &seen)
      case Int(DT_DIR):
        if let reason = DumpRecognition.reasonToSkip(folder: entry.name) { return skip(entry.name, reason) }
        folders.append(path.appending(entry.name))
      case Int(DT_LNK): links.append(path.appending(entry.name))
      default: skip(entry.name, .notRegular)
      }
    }

    mutating func addFile(_ name: [UInt8], _ status: stat, seen: inout BitSet) {
      count += 1
      let signature = Self.signature(pathHash, name, status)
      if let number = scanner.indexed.files.number(of: signature) {
        seen.insert(Int(number))
      } else {
        found.append(
          FoundFile(
            folder: folder, name: name, sizeInBytes: Int64(status.st_size), modified: Int64(status.st_mtim.tv_sec),
            signature: signature))
      }
      if found.count >= Self.chunk { flush() }
    }

    static func signature(_ pathHash: StableHash, _ name: [UInt8], _ status: stat) -> UInt64 {
      var hash = pathHash
      hash.combine(name)
      hash.combine(UInt64(bitPattern: Int64(status.st_size)))
      hash.combine(UInt64(bitPattern: Int64(status.st_mtim.tv_sec)))
      hash.combine(UInt64(bitPattern: Int64(status.st_mtim.tv_nsec)))
      hash.combine(UInt64(status.st_ino))
      return hash.value
    }

    private mutating func skip(_ name: [UInt8], _ reason: SkipReason) {
      skipped.append(SkippedFile(path: path.appending(name), reason: reason))
    }

    private func withName<Value>(_ name: [UInt8], _ body: (UnsafePointer<CChar>) -> Value) -> Value {
      DumpPath(bytes: name).withCString(body)
    }

    mutating func flush() {
      let jobs = folders.map(Job.folder) + containers.map { Job.source($0, isNamed: false) }
      scanner.add(found, skipped, fileCount: count, jobs: jobs, links: links)
      self.found = []
      self.folders = []
      self.containers = []
      self.links = []
      self.skipped = []
      self.count = 0
    }
  }

  /// Adds what a part of a listing found.
  func add(
    _ found: [FoundFile], _ skipped: [SkippedFile] = [], fileCount: Int, jobs: [Job] = [], links: [DumpPath] = []
  ) {
    condition.lock()
    let total = state.withLock { state in
      state.result.found += found
      state.result.skipped += skipped
      state.result.fileCount += fileCount
      state.waiting += jobs
      state.links += links
      return state.result.fileCount
    }
    if !jobs.isEmpty { condition.broadcast() }
    condition.unlock()
    observer(found, total)
  }
}
