import ArchiveSources
import Synchronization

/// Where an article's bytes are in a container, according to the index.
struct EntryPlace: Sendable, Hashable {
  /// The container's path.
  var container: DumpPath
  /// The container as it was when the locator was made.
  var version: SourceVersion
  var locator: SourceLocator
}

extension EntryPlace {
  /// Reads a container's path and version and the locator in it, in that order; `nil` for a separate file.
  init?(_ row: RawStatement, column: Int32) {
    let container = row.blob(column)
    let locator = row.blob(column + 2)
    guard !container.isEmpty, !locator.isEmpty else { return nil }
    self.init(
      container: DumpPath(bytes: container), version: SourceVersion(bytes: row.blob(column + 1)),
      locator: SourceLocator(bytes: locator))
  }
}

/// May know where the entries of containers are, so that no container is listed for one of them.
protocol EntryIndex: Sendable {
  /// - Returns: `nil` for an entry that is not known.
  func place(ofEntryAt file: DumpPath) -> EntryPlace?
}

/// Some of the containers and repositories, kept open: opening one costs reading its directory, or starting a process.
public final class OpenSources: Sendable {
  private struct Opened {
    var source: any ArchiveSource
    /// The stamp of the file when it was opened; `nil` for a repository, which notices its changes itself.
    var stamp: FileStamp?
    var lastUse: UInt64
    /// How many entries were requested by path, and the locators of all once there were several requests.
    var lookups = 0
    var places: [[UInt8]: SourceLocator]?
  }

  private struct State {
    var opened: [DumpPath: Opened] = [:]
    var uses: UInt64 = 0
  }

  private let options: SourceOptions
  private let index: (any EntryIndex)?
  private let unpacking: (@Sendable (_ share: Double?) -> Void)?
  private let state = Mutex(State())

  /// Each holds a descriptor, its directory, or a process.
  private static let capacity = 12

  /// - Parameters:
  ///   - cacheDirectory: Where unpacked containers may be kept, in a folder of their own.
  ///   - unpacking: Receives how much of a container has been unpacked, 0 to 1, while an entry waits for it; `nil` at
  ///     the end.
  public convenience init(
    cacheDirectory: String? = nil, unpacking: (@Sendable (_ share: Double?) -> Void)? = nil
  ) {
    self.init(cacheDirectory: cacheDirectory, index: nil, unpacking: unpacking)
  }

  /// - Parameter index: May know where entries are that are requested by path.
  init(
    cacheDirectory: String?, index: (any EntryIndex)?, unpacking: (@Sendable (_ share: Double?) -> Void)?
  ) {
    self.index = index
    self.unpacking = unpacking
    var options = SourceOptions()
    if let unpacking {
      options.progress = { progress in
        unpacking(Double(progress.done) / Double(max(1, progress.total)))
        return true
      }
    }
    options.cacheDirectory = cacheDirectory.map { Array(Self.unpackedFolder(in: $0).utf8) }
    self.options = options
  }

  private static func unpackedFolder(in cacheDirectory: String) -> String { cacheDirectory + "/unpacked" }

  /// The unpacked copies of containers without random access.
  public struct UnpackedArchives: Sendable, Hashable {
    /// The folder in the cache.
    public var folder: String
    /// Sum of the files' sizes.
    public var sizeInBytes: Int64
    /// The size that it may grow to.
    public var largestSizeInBytes: Int64
  }

  /// Examines only the folder; none of the archives needs to be open.
  public static func unpackedArchives(in cacheDirectory: String) -> UnpackedArchives {
    let folder = unpackedFolder(in: cacheDirectory)
    return UnpackedArchives(
      folder: folder, sizeInBytes: UnpackedCache.sizeInBytes(of: Array(folder.utf8)),
      largestSizeInBytes: SourceOptions().cacheSizeInBytes)
  }

  /// Opens the source that a path names.
  ///
  /// - Throws: `notFound` for anything but a source.
  func source(at path: DumpPath) throws(SourceError) -> any ArchiveSource {
    if let opened = openedSource(path) { return opened }
    guard let location = SourceLocation.source(at: path.bytes) else { throw .notFound }
    return try source(location)
  }

  /// Opens a source, or returns the one that is open.
  func source(_ location: SourceLocation) throws(SourceError) -> any ArchiveSource {
    let path = DumpPath(bytes: location.source)
    if let opened = openedSource(path) { return opened }
    let stamp = location.isRepository ? nil : FileStamp(path)
    let source = try location.open(options)
    state.withLock { state in
      state.uses += 1
      state.opened[path] = Opened(source: source, stamp: stamp, lastUse: state.uses)
      while state.opened.count > Self.capacity,
        let oldest = state.opened.min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        state.opened[oldest.key] = nil
      }
    }
    return source
  }

  private func openedSource(_ path: DumpPath) -> (any ArchiveSource)? {
    let opened = state.withLock { state -> Opened? in
      guard state.opened[path] != nil else { return nil }
      state.uses += 1
      state.opened[path]?.lastUse = state.uses
      return state.opened[path]
    }
    guard let opened else { return nil }
    if let stamp = opened.stamp, FileStamp(path) != stamp {
      // A different file is there, or someone has written to it.
      state.withLock { $0.opened[path] = nil }
      return nil
    }
    return opened.source
  }

  // MARK: Entries

  /// Reads an entry whose place the index knows.
  ///
  /// - Parameter path: The article's path, used if the container is no longer the indexed one.
  func content(of place: EntryPlace, at path: DumpPath, atMost limit: Int) throws(LibraryError) -> DumpFile.Content {
    let content: SourceContent?
    do throws(SourceError) {
      content = try readAsIndexed(place, atMost: limit)
    } catch {
      throw LibraryError(error, path: path.display)
    }
    if let content { return try Self.dump(content, path) }
    guard let found = try self.content(at: path, atMost: limit) else {
      throw .source(path: path.display, .notFound)
    }
    return found
  }

  /// - Returns: `nil` if the container has changed.
  private func readAsIndexed(_ place: EntryPlace, atMost limit: Int) throws(SourceError) -> SourceContent? {
    let source: any ArchiveSource
    do throws(SourceError) { source = try self.source(at: place.container) } catch .notFound { return nil }
    if !source.locatorsEndure, try source.version() != place.version { return nil }
    return try source.read(place.locator, atMost: limit)
  }

  /// Reads a dump, whether a file on disk or an entry of a container or repository.
  ///
  /// - Parameter isExamined: Whether a scan has just found the file to be a regular one.
  func content(
    of file: DumpPath, _ place: EntryPlace?, atMost limit: Int, isExamined: Bool = false
  ) throws(LibraryError) -> DumpFile.Content {
    if let place { return try content(of: place, at: file, atMost: limit) }
    return try DumpFile.read(file: file, atMost: limit, isExamined: isExamined) { () throws(LibraryError) in
      try content(at: file, atMost: limit)
    }
  }

  /// Reads the entry that a path leads to; `nil` if it leads into no source.
  func content(at path: DumpPath, atMost limit: Int) throws(LibraryError) -> DumpFile.Content? {
    guard let location = SourceLocation.entry(at: path.bytes) else { return nil }
    defer { unpacking?(nil) }
    let source: any ArchiveSource
    do throws(SourceError) {
      source = try self.source(location)
    } catch .unsupported {
      // A file in the middle of the path is an ordinary file.
      return nil
    } catch {
      throw LibraryError(error, path: path.display)
    }
    let content: SourceContent
    do throws(SourceError) {
      content = try source.read(locator(of: path, location, in: source), atMost: limit)
    } catch {
      throw LibraryError(error, path: path.display)
    }
    return try Self.dump(content, path)
  }

  /// Whether an entry is at a path in a source.
  func containsEntry(at path: DumpPath) -> Bool {
    guard let location = SourceLocation.entry(at: path.bytes), let source = try? source(location) else { return false }
    return (try? source.entry(at: location.entry)) != nil
  }

  /// Whether entries are below a path in a source. The source is listed up to the first of them.
  func holdsFolder(at path: DumpPath) -> Bool {
    guard let location = SourceLocation.entry(at: path.bytes), let source = try? source(location) else { return false }
    let folder = location.entry + [0x2F]
    var isFound = false
    _ = try? source.list(since: nil) { entry in
      isFound = entry.path.starts(with: folder)
      return !isFound
    }
    return isFound
  }

  /// The locator of an entry: from an index, otherwise from its source. Several requests for entries that are in no
  /// index do not list the container once for each.
  private func locator(
    of path: DumpPath, _ location: SourceLocation, in source: any ArchiveSource
  ) throws(SourceError) -> SourceLocator {
    let entry = location.entry
    if source.locatorsEndure { return try source.entry(at: entry).locator }
    let container = DumpPath(bytes: location.source)
    let (places, lookups) = state.withLock { state in
      state.opened[container]?.lookups += 1
      return (state.opened[container]?.places, state.opened[container]?.lookups ?? 0)
    }
    if let places {
      guard let place = places[entry] else { throw .notFound }
      return place
    }
    if let place = index?.place(ofEntryAt: path), try source.version() == place.version { return place.locator }
    guard lookups > 1 else { return try source.entry(at: entry).locator }
    var made: [[UInt8]: SourceLocator] = [:]
    let listing = try source.list(since: nil) { entry in
      made[entry.path] = entry.locator
      return true
    }
    let listed = made
    state.withLock { $0.opened[container]?.places = listed }
    guard let place = listed[entry] else { throw listing.faults.first { $0.path == entry }?.reason ?? .notFound }
    return place
  }

  private static func dump(_ content: SourceContent, _ path: DumpPath) throws(LibraryError) -> DumpFile.Content {
    if let kind = ForeignKind.named(byFirst: content.bytes) { throw .notADump(path: path.display, kind) }
    let read = content.bytes.count
    let size = content.isCut ? max(read + 1, content.sizeInBytes.map(Int.init(clamping:)) ?? 0) : read
    return DumpFile.Content(bytes: content.bytes, fileSizeInBytes: size)
  }
}

extension LibraryError {
  /// The error of a source or an entry, with its path.
  init(_ error: SourceError, path: String) {
    switch error {
    case .unreadable(let code): self = .unreadable(path: path, errno: code)
    default: self = .source(path: path, error)
    }
  }
}
