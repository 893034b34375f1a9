import ArticleDump
import ArticleLibrary
import CursesTerminal
import Dispatch
import Glibc
import ReadingRoom
import Typesetting

/// Watches for changes by other programs. Each watch waits on its own queue for as long as the process runs.
extension RoomRuntime {
  /// Articles that are added to the archives, by a crawler or `git pull`, appear by themselves.
  ///
  /// If another process notices them first, it leaves nothing for this one to index: then only the index says that there
  /// is something new.
  func watchArchives() {
    DispatchQueue(label: "watching").async { [library = dependencies.library.library, seen, mailbox, language, trace] in
      ArchiveWatch(library).run { update in
        trace?.record(update)
        switch update {
        case .finished(let summary):
          if let newCount = seen.newCount(in: library, after: summary) {
            mailbox.post(.libraryChanged(newCount: newCount))
          }
        case .failed(let error): mailbox.post(.notice(error.sentence(in: language)))
        default: break
        }
      }
    }
  }

  /// Stars that are set by an editor, `git pull` or another room appear by themselves.
  func watchBookmarks() {
    watch(dependencies.library.bookmarks) { library throws(LibraryError) in try library.reloadChangedBookmarks() }
  }

  /// The same for highlights.
  func watchHighlights() {
    watch(dependencies.library.highlights) { library throws(LibraryError) in
      try library.reloadChangedHighlights()
    }
  }

  /// - Parameter changes: Finds what is new in the file; it runs on the library's serial queue.
  private func watch(
    _ file: BookmarksFile,
    _ changes: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> [Event]
  ) {
    DispatchQueue(label: "watching").async { [library = dependencies.library, libraryQueue, reply] in
      FileWatch(path: file.path).run {
        libraryQueue.async { reply.post { () throws(LibraryError) in try changes(library) } }
      }
    }
  }
}
