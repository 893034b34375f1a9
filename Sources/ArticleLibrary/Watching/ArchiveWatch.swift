import ArchiveSources
import Glibc
import Synchronization

/// Waits for changes in a library's archives and updates the library: a crawler that adds files, `git pull`, an editor.
///
/// The folders that the last scan entered are watched (`FolderEvents`). If the system has too few watches, the folders'
/// own times are compared every half a minute instead, which notices files that are added or removed, and containers
/// that change, but not a file that is overwritten in place. Of a repository, the branches are watched. At rest the
/// former costs nothing, the latter a `stat` for each folder.
public final class ArchiveWatch: Sendable {
  /// How often the archives are scanned.
  public struct Pace: Sendable {
    /// Changes that follow each other within this time count as one.
    public var settlingInMilliseconds: Int32 = 500
    /// A continuous stream of changes is scanned after this time at the latest.
    public var longestSettlingInMilliseconds: UInt64 = 5_000
    /// The pause between two scans, as a multiple of the last one's duration, so that scanning an archive that changes
    /// all the time takes a small part of one core.
    public var restPerScan: UInt64 = 20
    /// The time between two comparisons of folders' times, if there are too few watches.
    public var pollingInMilliseconds: Int32 = 30_000
    /// Each watch takes about a kilobyte in the kernel.
    public var largestWatchCount = 20_000

    /// Creates the program's default pace.
    public init() {}
  }

  private let library: Library
  private let pace: Pace

  /// Creates a watch; ``run(observer:)`` starts it.
  public init(_ library: Library, pace: Pace = Pace()) {
    self.library = library
    self.pace = pace
  }

  /// Updates the library after each change of its archives; never returns. The library must have been scanned once
  /// before, or soon be: until then there is nothing to watch.
  ///
  /// - Parameters:
  ///   - observer: Receives the updates; those that find nothing new also end with `finished`.
  public func run(observer: @escaping @Sendable (LibraryUpdate) -> Void) {
    while library.scan == nil { sleep(milliseconds: 200) }
    while true {
      guard let scan = library.scan else { continue }
      if waitForChange(after: scan) { update(observer) }
    }
  }

  /// Waits until the running update has ended, then scans.
  private func update(_ observer: @escaping @Sendable (LibraryUpdate) -> Void) {
    while library.isUpdating { sleep(milliseconds: 200) }
    let start = MonotonicClock.nowInMilliseconds
    _ = try? library.update(patience: .whileOthersWork, observer: observer)
    let took = MonotonicClock.nowInMilliseconds - start
    sleep(milliseconds: min(took * pace.restPerScan, 10 * 60 * 1_000))
  }

  /// - Returns: Whether there was a change; `false` if another scan happened meanwhile.
  func waitForChange(after scan: ArchiveScan) -> Bool {
    let folders = scan.watched.folders
    guard folders.count <= pace.largestWatchCount, let events = FolderEvents(), let watches = watches(events, folders)
    else { return pollForChange(after: scan) }
    // Changes during the scan, before the watches existed.
    if Self.hasChanged(scan) { return true }
    while true {
      // From time to time another scan changes the folders to watch.
      guard events.hasEvents(milliseconds: 60_000) else {
        if library.scan?.number != scan.number { return false }
        continue
      }
      let isChange = events.events().contains { event in
        if event.endsWatch || event.isLoss { return true }
        guard let folder = watches[event.watch], event.name.first != UInt8(ascii: ".") else { return false }
        return folder.names.isEmpty || folder.names.contains(event.name)
      }
      guard isChange else { continue }
      let start = MonotonicClock.nowInMilliseconds
      while MonotonicClock.nowInMilliseconds - start < pace.longestSettlingInMilliseconds,
        events.hasEvents(milliseconds: pace.settlingInMilliseconds)
      {
        _ = events.events()
      }
      return true
    }
  }

  private func watches(
    _ events: borrowing FolderEvents, _ folders: [ArchiveScan.Folder]
  ) -> [Int32: ArchiveScan.Folder]? {
    var watches: [Int32: ArchiveScan.Folder] = [:]
    for folder in folders {
      if let watch = events.watch(folder.path) {
        watches[watch] = folder
      } else if errno == ENOSPC || errno == ENOMEM {
        return nil
      }
    }
    return watches
  }

  private func pollForChange(after scan: ArchiveScan) -> Bool {
    while true {
      if Self.hasChanged(scan) { return true }
      sleep(milliseconds: UInt64(pace.pollingInMilliseconds))
      if library.scan?.number != scan.number { return false }
    }
  }

  /// File times come from a clock that advances only every ten milliseconds (`CLOCK_REALTIME_COARSE`).
  private static let clockLagInNanoseconds: Int64 = 10_000_000

  private static func hasChanged(_ scan: ArchiveScan) -> Bool {
    scan.watched.folders.contains { folder in
      changed(folder.path, since: scan.began)
        || folder.names.contains { name in
          // A name that does not exist has not changed.
          let file = folder.path.appending(name)
          return file.withCString { access($0, F_OK) } == 0 && changed(file, since: scan.began)
        }
    } || scan.watched.files.contains { changed($0, since: scan.began) }
  }

  /// Whether names were added to a folder or removed from it, or a file was written; anything that is gone has changed.
  private static func changed(_ folder: DumpPath, since moment: timespec) -> Bool {
    var status = stat()
    guard folder.withCString({ stat($0, &status) }) == 0 else { return true }
    return status.st_mtim.inNanoseconds >= moment.inNanoseconds - clockLagInNanoseconds
  }

  private func sleep(milliseconds: UInt64) {
    var rest = timespec(tv_sec: Int(milliseconds / 1_000), tv_nsec: Int(milliseconds % 1_000) * 1_000_000)
    while case let time = rest, withUnsafePointer(to: time, { nanosleep($0, &rest) }) != 0, errno == EINTR {}
  }
}

extension Library {
  /// The last scan of this process; `nil` before the first has ended.
  var scan: ArchiveScan? { lastScan.withLock { $0 } }

  /// Remembers a scan as the last one, with what else has to be watched for changes of the archives.
  func scanEnded(began: timespec, _ found: ArchiveScan.Watched) {
    var watched = found
    let entered = Set(found.folders.map(\.path))
    for root in roots.roots {
      var path = DumpPath(root.real)
      if case .source(let location) = root.kind { path = DumpPath(bytes: location.file) }
      if root.kind == .file { watched.add(path, began: began) }
      guard !entered.contains(path), !entered.contains(path.folder) else { continue }
      // For a file that was named, or a folder that is gone and may come back, as a disk does: the nearest folder above
      // it.
      let (folder, name) = path.nearestFolder
      watched.folders.append(ArchiveScan.Folder(path: folder, names: [name]))
    }
    lastScan.withLock { [watched] in $0 = ArchiveScan(number: ($0?.number ?? 0) + 1, began: began, watched: watched) }
  }

  /// Whether an update is running in this process.
  public var isUpdating: Bool { updating.withLock { $0.isRunning } }
}
