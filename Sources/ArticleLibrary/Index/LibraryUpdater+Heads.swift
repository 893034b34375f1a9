import ArticleDump
import Glibc
import Synchronization

extension LibraryUpdater {
  /// Reads heads and adds them, some of them already while the listing goes on.
  final class HeadStage: Sendable {
    struct Added {
      var count = 0
      var passedOver: [PassedOverFile] = []
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

    /// Called by the scanner's threads; one at a time does the work, the others go on listing.
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
      var file: FoundFile
      var outcome: Result<ArticleRecord, PassReason>
    }
    private struct PassReason: Error { var reason: PassOverReason }

    private func read(_ file: FoundFile) -> Product {
      let folder = scanner.withLock { $0?.folder(Int(file.folder)) } ?? DumpPath("")
      let path = folder.appending(file.name)
      if updater.condemned.contains(path) {
        return Product(folder: folder, file: file, outcome: .failure(PassReason(reason: .endedTheProgram)))
      }
      let content: DumpFile.Content
      do throws(LibraryError) {
        content = try DumpFile.read(path, atMost: DumpRecognition.headSizeInBytes)
      } catch {
        let reason: PassOverReason =
          switch error {
          case .unreadable(_, let code): code == ENOENT ? .vanished : .unreadable(errno: code)
          case .notADump(_, let kind): PassOverReason(kind)
          default: .notRegular
          }
        return Product(folder: folder, file: file, outcome: .failure(PassReason(reason: reason)))
      }
      let head = updater.journal.naming(path) { ArticleParser().head(from: content.bytes, path: path.text) }
      if let reason = DumpRecognition.reasonToPassOver(name: file.name, bytes: content.bytes, dialect: head.dialect) {
        return Product(folder: folder, file: file, outcome: .failure(PassReason(reason: reason)))
      }
      return Product(folder: folder, file: file, outcome: .success(ArticleRecord(head, name: file.name)))
    }

    private func write(_ products: [Product]) throws {
      var heads: [IndexWriter.HeadEntry] = []
      var kept: [(folder: DumpPath, file: FoundFile, reason: PassOverReason)] = []
      var passedOver: [PassedOverFile] = []
      for product in products {
        switch product.outcome {
        case .success(let record):
          heads.append(IndexWriter.HeadEntry(folder: product.folder, file: product.file, record: record))
        case .failure(let failure):
          let path = product.folder.appending(product.file.name)
          passedOver.append(PassedOverFile(path: path, reason: failure.reason))
          if !failure.reason.isPassing { kept.append((product.folder, product.file, failure.reason)) }
        }
      }
      try IndexWriter(updater.database, names: updater.names).add(heads, passedOver: kept)
      let (count, passed) = (heads.count, passedOver)
      state.withLock { state in
        state.added.count += count
        state.added.passedOver += passed
      }
    }
  }
}
