import ArticleLibrary
import Glibc
import Synchronization
import Typesetting

/// A line on standard error that shows an update's progress; only on terminals, and removed when the update is done.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let widthInCells = Mutex(0)

  init(isQuiet: Bool = false) {
    isShown = !isQuiet && isatty(STDERR_FILENO) == 1
  }

  func show(_ update: LibraryUpdate) {
    switch update {
    case .scanning(let count): show(.scanning(count: count))
    case .heads(let progress): show(.readingHeads(progress.summary))
    case .bodies(let progress): show(.indexing(progress.summary))
    case .following(let process, let progress):
      show(.waiting(process: process, progress.total > 0 ? progress.summary : "\(progress.done)"))
    case .finished, .failed: clear()
    }
  }

  /// - Parameter share: How much of a container is unpacked, from 0 to 1.
  func showUnpacking(_ share: Double) { show(.unpacking(percent: Int(100 * min(1, share)))) }

  func clear() {
    widthInCells.withLock { width in
      guard width > 0 else { return }
      write("\r" + String(repeating: " ", count: width) + "\r")
      width = 0
    }
  }

  private func show(_ sentence: CommandSentence) {
    guard isShown else { return }
    let text = sentence.text
    widthInCells.withLock { width in
      let cells = text.widthInCells()
      write("\r" + text + String(repeating: " ", count: max(0, width - cells)))
      width = max(width, cells)
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
    CommandSentence.progress(
      done: done, total: total, perSecond: perSecond >= 1 ? Int(perSecond) : nil,
      secondsLeft: secondsRemaining.flatMap { $0.isFinite ? Int($0.rounded(.up)) : nil }
    ).text
  }
}
