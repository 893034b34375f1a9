import CursesTerminal
import ReadingRoom
import Typesetting

/// The terminal as the room's runtime uses it. `CursesTerminal` documents the members; tests use a scripted
/// implementation.
@MainActor protocol RoomTerminal: AnyObject {
  var identity: TerminalIdentity { get }
  var traits: TerminalTraits { get }
  var probe: WidthProbe { get }
  var ambiguousWidth: AmbiguousWidth { get }
  /// Whether a frame is still on its way.
  var isSending: Bool { get }

  /// A closure that makes `wait` return with `TerminalEvent.woken`; it may be called from any thread.
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
