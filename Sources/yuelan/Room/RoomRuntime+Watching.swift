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

  /// The same for highlights.
  func watchHighlights() {
    highlightsWatchingLane.async {
      [library = means.library, lane = libraryLane, mailbox, language] in
      FileWatch(path: library.highlights.path).run {
        lane.async {
          do throws(LibraryError) {
            mailbox.post(try library.lookAtHighlights())
          } catch {
            mailbox.post(.effectFailed(error.sentence(in: language)))
          }
        }
      }
    }
  }

  /// Stars that an editor, `git pull` or another room sets appear by themselves.
  func watchBookmarks() {
    watchingLane.async {
      [library = means.library, lane = libraryLane, mailbox, language] in
      FileWatch(path: library.bookmarks.path).run {
        lane.async {
          do throws(LibraryError) {
            let events = try library.lookAtBookmarks()
            if !events.isEmpty { mailbox.post(events) }
          } catch {
            mailbox.post(.effectFailed(error.sentence(in: language)))
          }
        }
      }
    }
  }
}
