import ArchiveSources
import Text

/// The listing of a container while it is in progress: which of its entries are known, and which may be dumps.
struct ContainerListing {
  let path: DumpPath
  let position: Int32
  let indexed: IndexedFiles
  /// Whether the index has entries of this container.
  let isKnown: Bool
  let folderNumber: (DumpPath) -> Int32

  /// `nil` for one that was replaced.
  var found: [FoundFile?] = []
  var seen: Set<Int32> = []
  var locators: [Int32: SourceLocator] = [:]
  /// Hashes of the paths that were listed, or are gone.
  var changed: Set<UInt64> = []
  var count = 0

  /// Where the entry with a path is recorded, by the path's hash; empty if no path is repeated.
  private var recorded: [UInt64: Recorded] = [:]
  private let repeatsPaths: Bool

  private enum Recorded {
    /// In `found`.
    case found(Int)
    /// By its number in the index.
    case seen(Int32)
  }

  private struct Folder {
    var number: Int32
    var hash: StableHash
  }
  /// By their paths in the container; `nil` for those that are left out.
  private var folders: [[UInt8]: Folder?] = [:]

  init(
    path: DumpPath, position: Int32, indexed: IndexedFiles, isKnown: Bool, repeatsPaths: Bool,
    folderNumber: @escaping (DumpPath) -> Int32
  ) {
    self.path = path
    self.position = position
    self.indexed = indexed
    self.isKnown = isKnown
    self.repeatsPaths = repeatsPaths
    self.folderNumber = folderNumber
  }

  static func pathHash(_ file: DumpPath) -> UInt64 {
    var hash = ArchiveScanner.pathHash(file.folder)
    hash.combine(file.name)
    return hash.value
  }

  mutating func record(changed paths: [[UInt8]]) {
    for removed in paths { changed.insert(Self.pathHash(path.appending(removed))) }
  }

  mutating func record(_ entry: SourceEntry) {
    let (folderPath, name) = Self.parts(entry.path)
    let isFile = entry.madeUpCount == 0
    if isFile, name.first == 0x2E { return }
    guard let folder = folder(folderPath, named: entry.path.count - entry.madeUpCount) else { return }
    count += 1
    // Containers are not among them: the source lists what those contain, or says why not.
    let reason: SkipReason? = isFile && DumpRecognition.isOtherKind(name: name) ? .notADump : nil
    add(
      FoundFile(
        folder: folder.number, name: name, sizeInBytes: entry.sizeInBytes ?? 0, modified: entry.modified,
        signature: entry.signature, container: position, locator: entry.locator, reason: reason), folder.hash)
  }

  mutating func record(_ fault: SourceFault) {
    // A fault that concerns the rest of the container is reported for the container itself.
    guard !fault.path.isEmpty else { return addSkipped(path, .source(fault.reason)) }
    let (folderPath, name) = Self.parts(fault.path)
    guard name.first != 0x2E, folder(folderPath, named: folderPath.count) != nil else { return }
    // Pictures and programs would not be read in any case.
    if DumpRecognition.isOtherKind(name: name), fault.reason == .noFile { return }
    addSkipped(path.appending(fault.path), .source(fault.reason))
  }

  private mutating func addSkipped(_ path: DumpPath, _ reason: SkipReason) {
    add(
      FoundFile(
        folder: folderNumber(path.folder), name: Array(path.name), sizeInBytes: 0, modified: 0,
        signature: StableHash.hash(reason.storedName), container: position, reason: reason),
      ArchiveScanner.pathHash(path.folder))
  }

  /// - Parameter file: With the entry's own signature, which does not depend on its place.
  private mutating func add(_ file: FoundFile, _ folderHash: StableHash) {
    var file = file
    var hash = folderHash
    hash.combine(file.name)
    if isKnown { changed.insert(hash.value) }
    let pathHash = hash.value
    hash.combine(file.signature)
    // Another archive may have the same bytes at the same path, as a folder.
    hash.combine(UInt64(1))
    file.signature = hash.value
    let replaces = repeatsPaths && file.locator != nil
    if replaces { forgetEntry(withPathHash: pathHash) }
    guard let number = indexed.files.number(of: file.signature) else {
      if replaces { recorded[pathHash] = .found(found.count) }
      return found.append(file)
    }
    if replaces { recorded[pathHash] = .seen(number) }
    seen.insert(number)
    if isKnown, let locator = file.locator, Int(number) < indexed.firstSkipped { locators[number] = locator }
  }

  /// Removes the entry that a later one with the same path replaces.
  private mutating func forgetEntry(withPathHash hash: UInt64) {
    switch recorded[hash] {
    case nil: return
    case .found(let index): found[index] = nil
    case .seen(let number):
      seen.remove(number)
      locators[number] = nil
    }
    count -= 1
  }

  /// A folder of the container, unless it is hidden or holds no articles.
  ///
  /// - Parameter count: How many bytes of its path are names that somebody gave; the others were made up for an entry
  ///   that has none, and hide nothing.
  private mutating func folder(_ folderPath: [UInt8], named count: Int) -> Folder? {
    if let known = folders[folderPath] { return known }
    var made: Folder?
    let hiding = hidingFolder(of: Array(folderPath.prefix(count)))
    if let hiding {
      if let reason = hiding.reason, folders[hiding.path] == nil { addSkipped(path.appending(hiding.path), reason) }
      folders[hiding.path] = .some(nil)
    } else {
      let folder = folderPath.isEmpty ? path : path.appending(folderPath)
      made = Folder(number: folderNumber(folder), hash: ArchiveScanner.pathHash(folder))
    }
    folders[folderPath] = .some(made)
    return made
  }

  /// The outermost folder in the path that hides its contents, and why; without a reason if its name begins with a dot.
  private func hidingFolder(of folderPath: [UInt8]) -> (path: [UInt8], reason: SkipReason?)? {
    for part in folderPath.split(separator: 0x2F) {
      let reason = DumpRecognition.reasonToSkip(folder: part)
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
