import ArticleDump
import Glibc
import Synchronization

extension LibraryUpdater {
  /// Reads heads and adds them, some of them while the listing is still going on.
  final class HeadStage: Sendable {
    struct Added {
      var count = 0
      var passedOver: [PassedOverFile] = []
      /// Positions of containers with entries that could not be read and are to be tried again.
      var incompleteContainers: Set<Int32> = []
    }
    private struct State {
      var taken: Set<UInt64> = []
      var added = Added()
      var isBusy = false
      var error: (any Error)?
    }
    private static let earlyLimit = 4_000

    let scanner = Mutex<ArchiveScanner?>(nil)
    private unowned let updater: LibraryUpdater
    private let state = Mutex(State())

    init(updater: LibraryUpdater) { self.updater = updater }

    var wantsMore: Bool { state.withLock { $0.taken.count < Self.earlyLimit && !$0.isBusy && $0.error == nil } }
    var taken: Set<UInt64> { state.withLock { $0.taken } }
    var error: (any Error)? { state.withLock { $0.error } }

    /// Called by the scanner's threads; one at a time does the work while the others continue listing.
    func addEarly(_ found: [FoundFile]) {
      let isMine = state.withLock { state in
        if state.isBusy { return false }
        state.isBusy = true
        return true
      }
      guard isMine else { return }
      do {
        let products = found.map(read)
        try write(products)
        let total = state.withLock { state in
          state.taken.formUnion(found.map(\.signature))
          return state.taken.count
        }
        _ = try updater.refresh()
        updater.observer(.heads(Progress(done: total, total: total)))
      } catch {
        state.withLock { $0.error = error }
      }
      state.withLock { $0.isBusy = false }
    }

    /// - Parameter found: The newest last.
    func addAll(_ found: consuming [FoundFile], total: Int) throws -> Added {
      var rate = RateMeter(total: total)
      rate.done = total - found.count
      let remaining = Mutex(found)
      try runPipeline(
        threadCount: max(4, updater.configuration.threadCount),
        nextBatch: { [updater] in
          if updater.isStopped() { return nil }
          return remaining.withLock { rest in
            guard !rest.isEmpty else { return nil }
            let batch = Array(rest.suffix(2_000).reversed())
            rest.removeLast(batch.count)
            return batch
          }
        }, make: read
      ) { products in
        try write(products)
        rate.done += products.count
        if updater.isTimeToReport() || rate.done == total {
          _ = try updater.refresh()
          updater.observer(.heads(rate.progress))
        }
      }
      try updater.stopIfAsked()
      return state.withLock { $0.added }
    }

    private struct Product: Sendable {
      var folder: DumpPath
      var container: DumpPath?
      var file: FoundFile
      var outcome: Result<ArticleRecord, PassReason>
    }
    private struct PassReason: Error { var reason: PassOverReason }

    private func read(_ file: FoundFile) -> Product {
      let folder = scanner.withLock { $0?.folder(Int(file.folder)) } ?? DumpPath("")
      let path = folder.appending(file.name)
      let container = file.container < 0 ? nil : scanner.withLock { $0?.container(Int(file.container)) }
      func failure(_ reason: PassOverReason) -> Product {
        Product(folder: folder, container: container?.path, file: file, outcome: .failure(PassReason(reason: reason)))
      }
      if let reason = file.reason { return failure(reason) }
      if updater.condemned.contains(path) { return failure(.endedTheProgram) }
      let content: DumpFile.Content
      do throws(LibraryError) {
        if let container, let version = container.version, let locator = file.locator {
          let place = EntryPlace(container: container.path, version: version, locator: locator)
          content = try updater.sources.content(of: place, at: path, atMost: DumpRecognition.headSizeInBytes)
        } else {
          content = try DumpFile.read(path, atMost: DumpRecognition.headSizeInBytes)
        }
      } catch {
        switch error {
        case .unreadable(_, let code): return failure(code == ENOENT ? .vanished : .unreadable(errno: code))
        case .notADump(_, let kind): return failure(PassOverReason(kind))
        case .source(_, let reason): return failure(.source(reason))
        default: return failure(.notRegular)
        }
      }
      var file = file
      file.sizeInBytes = Int64(content.fileSizeInBytes)
      let head = updater.journal.naming(path) { ArticleParser().head(from: content.bytes, path: path.text) }
      if let reason = DumpRecognition.reasonToPassOver(name: file.name, bytes: content.bytes, dialect: head.dialect) {
        return failure(reason)
      }
      return Product(
        folder: folder, container: container?.path, file: file, outcome: .success(ArticleRecord(head, name: file.name)))
    }

    private func write(_ products: [Product]) throws {
      var heads: [IndexWriter.HeadEntry] = []
      var kept: [IndexWriter.PassedOverEntry] = []
      var passedOver: [PassedOverFile] = []
      var incomplete: Set<Int32> = []
      for product in products {
        switch product.outcome {
        case .success(let record):
          heads.append(
            IndexWriter.HeadEntry(
              folder: product.folder, container: product.container, file: product.file, record: record))
        case .failure(let failure):
          let path = product.folder.appending(product.file.name)
          passedOver.append(PassedOverFile(path: path, reason: failure.reason))
          if !failure.reason.isPassing {
            kept.append(
              IndexWriter.PassedOverEntry(
                folder: product.folder, container: product.container, file: product.file, reason: failure.reason))
          } else if product.file.container >= 0 {
            incomplete.insert(product.file.container)
          }
        }
      }
      try IndexWriter(updater.database, names: updater.names).add(heads, passedOver: kept)
      let (count, passed, unread) = (heads.count, passedOver, incomplete)
      state.withLock { state in
        state.added.count += count
        state.added.passedOver += passed
        state.added.incompleteContainers.formUnion(unread)
      }
    }
  }
}
