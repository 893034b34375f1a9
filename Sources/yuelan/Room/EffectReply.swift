import ArticleLibrary
import ReadingRoom

/// Sends the result of an effect that runs on a queue: events to the room, a failure as its sentence, and both to the
/// trace.
struct EffectReply: Sendable {
  var mailbox: EventMailbox
  var language: Language
  var trace: Trace?
  var work: TracedWork?

  /// Does the work and posts its events.
  ///
  /// - Parameter isAwaited: Whether the next frame waits for the answer, with or without events.
  func post(isAwaited: Bool = false, _ events: () throws(LibraryError) -> [Event]) {
    do throws(LibraryError) {
      let events = try events()
      work?.end()
      if isAwaited || !events.isEmpty { mailbox.post(events, isAwaitedAnswer: isAwaited) }
    } catch {
      fail(error)
    }
  }

  func fail(_ failure: RoomSentence) {
    work?.end()
    trace?.record(.error, failure.text(in: .english))
    mailbox.post(.effectFailed(failure.text(in: language)))
  }

  func fail(_ error: LibraryError) {
    work?.end()
    trace?.record(error)
    mailbox.post(.effectFailed(error.sentence(in: language)))
  }
}
