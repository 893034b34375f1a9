import CursesTerminal
import ReadingRoom
import Synchronization

/// Events for the room from other threads, in order. Whoever leaves one wakes the room.
final class EventMailbox: Sendable {
  private struct Contents {
    var events: [Event] = []
    /// Only the latest progress counts; it goes before the other events.
    var progress: Event?
  }

  private let contents = Mutex(Contents())
  private let wakeUp: WakeUp

  init(wakeUp: WakeUp) {
    self.wakeUp = wakeUp
  }

  func post(_ events: [Event]) {
    contents.withLock { contents in
      for event in events {
        if case .libraryProgress = event { contents.progress = event } else { contents.events.append(event) }
      }
    }
    wakeUp()
  }

  func post(_ event: Event) { post([event]) }

  func take() -> [Event] {
    contents.withLock { contents in
      let taken = contents.progress.map { [$0] + contents.events } ?? contents.events
      contents = Contents()
      return taken
    }
  }
}
