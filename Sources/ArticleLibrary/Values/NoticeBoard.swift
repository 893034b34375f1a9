import Synchronization

/// Notices for the reader, each once, collected from every thread.
final class NoticeBoard: Sendable {
  private struct Board {
    var notices: [LibraryNotice] = []
    var observer: (@Sendable (LibraryNotice) -> Void)?
  }

  private let board = Mutex(Board())

  var notices: [LibraryNotice] { board.withLock { $0.notices } }

  /// Adds a notice, unless it has already been given.
  func post(_ notice: LibraryNotice) {
    let observer = board.withLock { board -> (@Sendable (LibraryNotice) -> Void)? in
      guard !board.notices.contains(notice) else { return nil }
      board.notices.append(notice)
      return board.observer
    }
    observer?(notice)
  }

  /// Passes on the notices so far, then each as it comes, on the thread that finds it.
  func observe(_ observer: @escaping @Sendable (LibraryNotice) -> Void) {
    let notices = board.withLock { board in
      board.observer = observer
      return board.notices
    }
    for notice in notices { observer(notice) }
  }
}
