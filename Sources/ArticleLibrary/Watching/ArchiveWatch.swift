import ArchiveSources
import Glibc
import Synchronization

/// Waits for changes in a library's archives and takes them in: a crawler that adds files, `git pull`, an editor.
///
/// The folders that the last scan entered are watched (`FolderEvents`). Where the system has not enough watches, the
/// folders' own times are compared every half a minute instead, which sees files come and go, and containers change,
/// but not another file written in its place. Of a repository, its branches are watched. At rest the first costs
/// nothing, the second a `stat` a folder.
public final class ArchiveWatch: Sendable {
  /// How often the archives are scanned.
  public struct Pace: Sendable {
    /// As long as changes follow each other this closely, they are one.
    public var settlingInMilliseconds: Int32 = 500
    /// A continuous stream of changes is scanned after so long nevertheless.
    public var longestSettlingInMilliseconds: UInt64 = 5_000
    /// The pause between two scans, as a multiple of the last one's duration: scanning an archive that changes all the
    /// time takes a small part of one core.
    public var restPerLook: UInt64 = 20
    /// Between two comparisons of folders' times, where there are not enough watches.
    public var pollingInMilliseconds: Int32 = 30_000
    /// The kernel takes about a kilobyte a watch.
    public var largestWatchCount = 20_000

    /// Creates the pace of the program.
    public init() {}
  }

  private let library: Library
  private let pace: Pace

  /// Creates a watch; ``run(observer:)`` starts it.
  public init(_ library: Library, pace: Pace = Pace()) {
    self.library = library
    self.pace = pace
  }

  /// Brings the library up to date after each change of its archives; never returns. The library has been scanned once
  /// before, or will be soon: until then there is nothing to watch.
  ///
  /// - Parameters:
  ///   - observer: Gets the updates; those that find nothing new end with `finished` as well.
  public func run(observer: @escaping @Sendable (LibraryUpdate) -> Void) {
    while library.look == nil { sleep(milliseconds: 200) }
    while true {
      guard let look = library.look else { continue }
      if waitForChange(after: look) { update(observer) }
    }
  }

  /// Waits until the running update has ended, then scans.
  private func update(_ observer: @escaping @Sendable (LibraryUpdate) -> Void) {
    while library.isUpdating { sleep(milliseconds: 200) }
    let start = MonotonicTime.nowInMilliseconds
    _ = try? library.update(patience: .whileOthersWork, observer: observer)
    let took = MonotonicTime.nowInMilliseconds - start
    sleep(milliseconds: min(took * pace.restPerLook, 10 * 60 * 1_000))
  }

  /// - Returns: Whether there was a change; `false` when another scan happened meanwhile.
  func waitForChange(after look: ArchiveLook) -> Bool {
    let folders = look.watched.folders
    guard folders.count <= pace.largestWatchCount, let events = FolderEvents(), let watches = watches(events, folders)
    else { return pollForChange(after: look) }
    // Changes during the scan, before the watches existed.
    if Self.hasChanged(look) { return true }
    while true {
      // Now and then another look gives other folders to watch.
      guard events.hasEvents(milliseconds: 60_000) else {
        if library.look?.number != look.number { return false }
        continue
      }
      let isChange = events.events().contains { event in
        if event.endsWatch || event.isLoss { return true }
        guard let folder = watches[event.watch], event.name.first != UInt8(ascii: ".") else { return false }
        return folder.names.isEmpty || folder.names.contains(event.name)
      }
      guard isChange else { continue }
      let start = MonotonicTime.nowInMilliseconds
      while MonotonicTime.nowInMilliseconds - start < pace.longestSettlingInMilliseconds,
        events.hasEvents(milliseconds: pace.settlingInMilliseconds)
      {
        _ = events.events()
      }
      return true
    }
  }

  private func watches(
    _ events: borrowing FolderEvents, _ folders: [ArchiveLook.Folder]
  ) -> [Int32: ArchiveLook.Folder]? {
    var watches: [Int32: ArchiveLook.Folder] = [:]
    for folder in folders {
      if let watch = events.watch(folder.path) {
        watches[watch] = folder
      } else if errno == ENOSPC || errno == ENOMEM {
        return nil
      }
    }
    return watches
  }

  private func pollForChange(after look: ArchiveLook) -> Bool {
    while true {
      if Self.hasChanged(look) { return true }
      sleep(milliseconds: UInt64(pace.pollingInMilliseconds))
      if library.look?.number != look.number { return false }
    }
  }

  /// File times come from a clock that advances every ten milliseconds only (`CLOCK_REALTIME_COARSE`).
  private static let clockLagInNanoseconds: Int64 = 10_000_000

  private static func hasChanged(_ look: ArchiveLook) -> Bool {
    look.watched.folders.contains { folder in
      changed(folder.path, since: look.began)
        || folder.names.contains { name in
          // A name that is not there is none that changed.
          let file = folder.path.appending(name)
          return file.withCString { access($0, F_OK) } == 0 && changed(file, since: look.began)
        }
    } || look.watched.files.contains { changed($0, since: look.began) }
  }

  /// Whether names came into a folder or left it, or a file was written; what is gone has changed.
  private static func changed(_ folder: DumpPath, since moment: timespec) -> Bool {
    var status = stat()
    guard folder.withCString({ stat($0, &status) }) == 0 else { return true }
    func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
    return nanoseconds(status.st_mtim) >= nanoseconds(moment) - clockLagInNanoseconds
  }

  private func sleep(milliseconds: UInt64) {
    var rest = timespec(tv_sec: Int(milliseconds / 1_000), tv_nsec: Int(milliseconds % 1_000) * 1_000_000)
    while case let time = rest, withUnsafePointer(to: time, { nanosleep($0, &rest) }) != 0, errno == EINTR {}
  }
}

extension Library {
  /// The last look of this process; `nil` before the first has ended.
  var look: ArchiveLook? { lastLook.withLock { $0 } }

  func noteLook(began: timespec, _ found: ArchiveLook.Watched) {
    var watched = found
    let entered = Set(found.folders.map(\.path))
    for root in roots.roots {
      var path = DumpPath(root.real)
      if case .source(let location) = root.kind { path = DumpPath(bytes: location.file) }
      if root.kind == .file { watched.add(path, began: began) }
      guard !entered.contains(path), !entered.contains(path.folder) else { continue }
      // A file that was named, or a folder that is gone and may come back, as a disk does: the nearest folder above it.
      let (folder, name) = path.nearestFolder
      watched.folders.append(ArchiveLook.Folder(path: folder, names: [name]))
    }
    let look = watched
    lastLook.withLock { $0 = ArchiveLook(number: ($0?.number ?? 0) + 1, began: began, watched: look) }
  }

  /// Whether an update runs in this process.
  public var isUpdating: Bool { updating.withLock { $0.isRunning } }
}
