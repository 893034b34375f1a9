import CursesTerminal
import ReadingRoom
import Typesetting

/// The terminal as the room's runtime needs it. `CursesTerminal` documents what each member does; in tests a script takes
/// its place.
@MainActor protocol RoomTerminal: AnyObject {
  var identity: TerminalIdentity { get }
  var traits: TerminalTraits { get }
  var probe: WidthProbe { get }
  var ambiguousWidth: AmbiguousWidth { get }
  /// Whether a frame is still on its way.
  var isSending: Bool { get }

  /// Something that makes `wait` return with `TerminalEvent.woken`, called from any thread.
  func makeWakeUp() -> @Sendable () -> Void
  func wait(milliseconds: Int?) -> [TerminalEvent]
  func paint(_ frame: Frame)
  func forget()
  func setMouse(_ isOn: Bool)
  func setAmbiguousWidth(_ width: AmbiguousWidth)
  func copy(_ text: String) -> Bool
  func leave()
  func resume() -> Size?
  func stop() -> Size?
}

extension CursesTerminal: RoomTerminal {
  func makeWakeUp() -> @Sendable () -> Void { { [wakeUp] in wakeUp() } }
}
