import ReadingRoom
import Synchronization

/// Events for the room from other threads, in order. Posting an event wakes the room.
final class EventMailbox: Sendable {
  private struct Contents {
    var events: [Event] = []
    /// Only the latest progress is kept; it is delivered before the other events.
    var progress: Event?
    var answeredCount = 0
  }

  private let contents = Mutex(Contents())
  private let wakeUp: @Sendable () -> Void

  init(wakeUp: @escaping @Sendable () -> Void) {
    self.wakeUp = wakeUp
  }

  /// - Parameter isAwaitedAnswer: Whether this answers a request that the next frame waits for, with or without events.
  func post(_ events: [Event], isAwaitedAnswer: Bool = false) {
    contents.withLock { contents in
      if isAwaitedAnswer { contents.answeredCount += 1 }
      for event in events {
        if case .libraryProgress = event { contents.progress = event } else { contents.events.append(event) }
      }
    }
    wakeUp()
  }

  func post(_ event: Event) { post([event]) }

  /// The events since the last call, and the number of awaited requests that were answered.
  func drain() -> (events: [Event], answeredCount: Int) {
    contents.withLock { contents in
      let events = contents.progress.map { [$0] + contents.events } ?? contents.events
      let answeredCount = contents.answeredCount
      contents = Contents()
      return (events, answeredCount)
    }
  }
}
