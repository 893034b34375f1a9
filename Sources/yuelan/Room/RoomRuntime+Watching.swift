import ArticleDump
import ArticleLibrary
import CursesTerminal
import Glibc
import ReadingRoom
import Typesetting

/// Changes by other programs.
extension RoomRuntime {
  /// Articles that come into the archives, by a crawler or `git pull`, appear by themselves.
  func watchArchives() {
    archiveWatchingLane.async { [library = means.library.library, mailbox, language] in
      ArchiveWatch(library).run { update in
        switch update {
        case .finished(let summary) where summary.hasChanges:
          mailbox.post(.libraryChanged(newCount: summary.added))
        case .stopped(let error?): mailbox.post(.notice(error.sentence(in: language)))
        default: break
        }
      }
    }
  }

  /// Stars that an editor, `git pull` or another room sets appear by themselves.
  func watchBookmarks() {
    watch(means.library.bookmarks, on: watchingLane) { library throws(LibraryError) in try library.lookAtBookmarks() }
  }

  /// The same for highlights.
  func watchHighlights() {
    watch(means.library.highlights, on: highlightsWatchingLane) { library throws(LibraryError) in
      try library.lookAtHighlights()
    }
  }

  /// - Parameter look: What is new in the file; it runs in the serial queue of the library.
  private func watch(
    _ file: BookmarksFile, on watchingLane: WorkLane,
    _ look: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> [Event]
  ) {
    watchingLane.async { [library = means.library, lane = libraryLane, mailbox, language] in
      FileWatch(path: file.path).run {
        lane.async {
          do throws(LibraryError) {
            let events = try look(library)
            if !events.isEmpty { mailbox.post(events) }
          } catch {
            mailbox.post(.effectFailed(error.sentence(in: language)))
          }
        }
      }
    }
  }
}
