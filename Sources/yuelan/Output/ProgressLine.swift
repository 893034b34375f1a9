import ArticleLibrary
import Glibc
import Synchronization

/// A line on standard error that tells how far an update is; shown to terminals only, gone when it is done.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let widthInCells = Mutex(0)

  init() {
    isShown = isatty(STDERR_FILENO) == 1
  }

  func show(_ update: LibraryUpdate) {
    switch update {
    case .scanning(let count): show("looking for dumps: \(count)")
    case .heads(let progress): show("reading heads: \(progress.summary)")
    case .bodies(let progress): show("indexing: \(progress.summary)")
    case .following(let process, let progress):
      let name = "another yuelan" + (process.map { " (process \($0))" } ?? "")
      show("waiting for \(name): \(progress.total > 0 ? progress.summary : "\(progress.done)")")
    case .finished, .stopped: clear()
    }
  }

  func clear() {
    widthInCells.withLock { width in
      guard width > 0 else { return }
      write("\r" + String(repeating: " ", count: width) + "\r")
      width = 0
    }
  }

  /// - Parameter sentence: ASCII.
  private func show(_ sentence: String) {
    guard isShown else { return }
    widthInCells.withLock { width in
      write("\r" + sentence + String(repeating: " ", count: max(0, width - sentence.utf8.count)))
      width = max(width, sentence.utf8.count)
    }
  }

  private func write(_ text: String) {
    var stream = OutputStream(descriptor: STDERR_FILENO)
    stream.write(text)
    stream.flush()
  }
}

extension Progress {
  /// `1200 of 20000, 3400 a second, 6 s left`
  fileprivate var summary: String {
    var text = "\(done) of \(total)"
    if perSecond >= 1 { text += ", \(Int(perSecond)) a second" }
    if let secondsRemaining, secondsRemaining.isFinite { text += ", \(Int(secondsRemaining.rounded(.up))) s left" }
    return text
  }
}
