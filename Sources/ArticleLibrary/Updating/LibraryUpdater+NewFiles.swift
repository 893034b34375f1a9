import ArticleDump
import Glibc
import Synchronization

extension LibraryUpdater {
  /// Adds new files to the index: their heads, some of them while the listing is still going on, or at once all of
  /// them.
  final class NewFiles: Sendable {
    struct Added {
      var count = 0
      var skipped: [SkippedFile] = []
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

    /// Adds heads. Called by the scanner's threads; one at a time does the work while the others continue listing.
    func addEarly(_ found: [FoundFile]) {
      let isMine = state.withLock { state in
        if state.isBusy { return false }
        state.isBusy = true
        return true
      }
      guard isMine else { return }
      do {
        let products = found.map(readHead)
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

    /// Adds heads.
    ///
    /// - Parameter found: The newest last.
    func addHeads(_ found: consuming [FoundFile], total: Int) throws -> Added {
      var rate = RateMeter(total: total)
      rate.done = total - found.count
      try readAll(Waiting(found), most: 2_000, make: readHead) { [self] products in
        try write(products)
        rate.done += products.count
        if updater.isTimeToReport() || rate.done == total {
          _ = try updater.refresh()
          updater.observer(.heads(rate.progress))
        }
      }
      return state.withLock { $0.added }
    }

    /// Adds articles with their bodies, each file being read once.
    ///
    /// - Parameter found: The newest last.
    func addWhole(_ found: consuming [FoundFile]) throws -> Added {
      guard !found.isEmpty else { return Added() }
      let total = found.count
      var rate = RateMeter(total: total)
      updater.observer(.bodies(rate.progress))
      let replaced = updater.replacedFiles
      let waiting = Waiting(found)
      try updater.countingLines { lines in
        try readAll(waiting, most: updater.mostBodiesAtOnce, make: readWhole) { [self] products in
          let numbers = try write(products, isExpected: true)
          let read = products.compactMap { try? $0.outcome.get() }
          for (number, article) in zip(numbers, read) where !replaced.contains(article.file) {
            if let counted = article.lines { lines.add(counted, article: number) }
          }
          rate.done += products.count
          if updater.isTimeToReport() || rate.done == total {
            _ = try updater.refresh()
            updater.observer(.bodies(rate.progress))
          }
        }
      }
      return state.withLock { $0.added }
    }

    /// Files that have not been read yet, the newest last.
    private final class Waiting: Sendable {
      let files: Mutex<[FoundFile]>

      init(_ files: consuming [FoundFile]) { self.files = Mutex(files) }
    }

    /// - Parameter most: How many files a transaction may have.
    private func readAll(
      _ waiting: Waiting, most: Int, make: @escaping @Sendable (FoundFile) -> Product,
      consume: ([Product]) throws -> Void
    ) throws {
      let largest = Int64(updater.configuration.largestDumpInBytes)
      try runPipeline(
        threadCount: max(4, updater.configuration.threadCount),
        nextBatch: {
          waiting.files.withLock { rest in
            guard !rest.isEmpty else { return nil }
            let sizes = rest.suffix(most).reversed().lazy.map { min($0.sizeInBytes, largest) }
            let batch = Array(rest.suffix(LibraryUpdater.count(ofSizes: sizes)).reversed())
            rest.removeLast(batch.count)
            return batch
          }
        }, make: make, consume: consume)
    }

    /// An article as it was read, from its head or from all of it.
    private struct Article: Sendable {
      var file: DumpPath
      var record: ArticleRecord
      var lines: CountedLines?
    }
    private struct Product: Sendable {
      var folder: DumpPath
      var container: DumpPath?
      var file: FoundFile
      var outcome: Result<Article, SkipError>
    }
    private struct SkipError: Error { var reason: SkipReason }

    private func readHead(_ file: FoundFile) -> Product {
      read(file, atMost: DumpRecognition.headSizeInBytes) { content, path throws(SkipError) in
        let head = ArticleParser().head(from: content.bytes, path: path.text)
        try Self.check(file, content.bytes, head.dialect)
        return Article(file: path, record: ArticleRecord(head, name: file.name))
      }
    }

    private func readWhole(_ file: FoundFile) -> Product {
      let (headSize, limit) = (DumpRecognition.headSizeInBytes, updater.configuration.largestDumpInBytes)
      return read(file, atMost: max(headSize, limit)) { [updater] content, path throws(SkipError) in
        // What is an article is decided by its head alone, however it is indexed.
        let head = content.bytes.count > headSize ? Array(content.bytes.prefix(headSize)) : content.bytes
        try Self.check(file, head, ArticleParser().dialect(from: head, path: path.text))
        var content = content
        if content.bytes.count > limit { content.bytes.removeLast(content.bytes.count - limit) }
        var (record, lines) = updater.parse(content, path)
        record.makeTitleFields()
        return Article(file: path, record: record, lines: lines)
      }
    }

    /// Throws the reason why a file is not an article.
    private static func check(_ file: FoundFile, _ head: [UInt8], _ dialect: Dialect) throws(SkipError) {
      if let reason = DumpRecognition.reasonToSkip(name: file.name, bytes: head, dialect: dialect) {
        throw SkipError(reason: reason)
      }
    }

    private func read(
      _ file: FoundFile, atMost limit: Int, _ parse: (DumpFile.Content, DumpPath) throws(SkipError) -> Article
    ) -> Product {
      let folder = scanner.withLock { $0?.folder(Int(file.folder)) } ?? DumpPath("")
      let path = folder.appending(file.name)
      let container = file.container < 0 ? nil : scanner.withLock { $0?.container(Int(file.container)) }
      var product = Product(
        folder: folder, container: container?.path, file: file,
        outcome: .failure(SkipError(reason: file.reason ?? .endedTheProgram)))
      guard file.reason == nil, !updater.crashingFiles.contains(path) else { return product }
      let content: DumpFile.Content
      do throws(LibraryError) {
        var place: EntryPlace?
        if let container, let version = container.version, let locator = file.locator {
          place = EntryPlace(container: container.path, version: version, locator: locator)
        }
        content = try updater.sources.content(of: path, place, atMost: limit, isExamined: file.container < 0)
      } catch {
        product.outcome = .failure(SkipError(reason: Self.reason(error)))
        return product
      }
      product.file.sizeInBytes = Int64(content.fileSizeInBytes)
      product.outcome = updater.journal.naming(path) {
        do throws(SkipError) { return .success(try parse(content, path)) } catch { return .failure(error) }
      }
      return product
    }

    private static func reason(_ error: LibraryError) -> SkipReason {
      switch error {
      case .unreadable(_, let code): code == ENOENT ? .vanished : .unreadable(errno: code)
      case .notADump(_, let kind): SkipReason(kind)
      case .source(_, let reason): .source(reason)
      default: .notRegular
      }
    }

    /// - Parameter isExpected: Whether the index knows how many files are still to be added.
    /// - Returns: The numbers of the articles, in the order of those that were read.
    @discardableResult
    private func write(_ products: [Product], isExpected: Bool = false) throws -> [Int64] {
      var articles: [IndexWriter.NewEntry] = []
      var kept: [IndexWriter.SkippedEntry] = []
      var skipped: [SkippedFile] = []
      var incomplete: Set<Int32> = []
      for product in products {
        switch product.outcome {
        case .success(let article):
          articles.append(
            IndexWriter.NewEntry(
              folder: product.folder, container: product.container, file: product.file, record: article.record))
        case .failure(let failure):
          let path = product.folder.appending(product.file.name)
          skipped.append(SkippedFile(path: path, reason: failure.reason))
          if !failure.reason.isTemporary {
            kept.append(
              IndexWriter.SkippedEntry(
                folder: product.folder, container: product.container, file: product.file, reason: failure.reason))
          } else if product.file.container >= 0 {
            incomplete.insert(product.file.container)
          }
        }
      }
      let numbers = try IndexWriter(updater.database, names: updater.names).add(
        articles, skipped: kept, expectedCount: isExpected ? products.count : 0)
      let (count, passed, unread) = (articles.count, skipped, incomplete)
      state.withLock { state in
        state.added.count += count
        state.added.skipped += passed
        state.added.incompleteContainers.formUnion(unread)
      }
      return numbers
    }
  }
}
