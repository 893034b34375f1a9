import CursesTerminal
import Dispatch
import Glibc
import ReadingRoom
import Synchronization
import Testing
import Typesetting

@testable import yuelan

/// A terminal that types keys once the expected text is on the screen.
@MainActor final class ScriptedTerminal: RoomTerminal {
  private struct Step {
    var condition: () -> Bool
    var events: [TerminalEvent]
    var wanted: String
  }

  let identity = TerminalIdentity { ["TERM": "xterm-256color"][$0] }
  let traits = TerminalTraits()
  let size: Size
  let probe = WidthProbe()
  private(set) var ambiguousWidth = AmbiguousWidth.narrow
  let isSending = false
  private(set) var text = ""
  private(set) var frameCount = 0

  private let woken = DispatchSemaphore(value: 0)
  private var steps: [Step] = []

  /// No answer takes longer unless something is wrong.
  private static let patienceInSeconds = 30

  init(size: Size = Size(rows: 24, columns: 80)) { self.size = size }

  /// Types keys once a text is on the screen and a condition holds.
  func type(_ keys: String..., when text: String, and condition: @escaping () -> Bool = { true }) {
    let events = keys.flatMap { $0 == "enter" ? [Key(.enter)] : $0.map { Key(String($0)) } }.map(TerminalEvent.key)
    send(events, when: text, and: condition)
  }

  func send(_ events: [TerminalEvent], when text: String, and condition: @escaping () -> Bool = { true }) {
    steps.append(
      Step(condition: { [unowned self] in self.text.contains(text) && condition() }, events: events, wanted: text))
  }

  // MARK: RoomTerminal

  func makeWakeUp() -> @Sendable () -> Void {
    let woken = woken
    return { woken.signal() }
  }

  func wait(milliseconds: Int?) -> [TerminalEvent] {
    if woken.wait(timeout: .now()) == .success { return [.woken] }
    // With 0, the room only collects what has come; the script waits for frames.
    if milliseconds == 0 { return [] }
    if let step = steps.first, step.condition() {
      steps.removeFirst()
      return step.events
    }
    let limit = DispatchTimeInterval.milliseconds(min(milliseconds ?? .max, steps.isEmpty ? .max : 20))
    let patience = DispatchTimeInterval.seconds(Self.patienceInSeconds)
    if steps.isEmpty || milliseconds == nil {
      return waitForStep(patience)
    }
    return woken.wait(timeout: .now() + limit) == .success ? [.woken] : []
  }

  /// Waits until another thread has an event, or a condition of the script becomes true by itself.
  private func waitForStep(_ patience: DispatchTimeInterval) -> [TerminalEvent] {
    let end = DispatchTime.now() + patience
    while DispatchTime.now() < end {
      if woken.wait(timeout: .now() + .milliseconds(5)) == .success { return [.woken] }
      if let step = steps.first, step.condition() {
        steps.removeFirst()
        return step.events
      }
    }
    Issue.record("the screen never showed “\(steps.first?.wanted ?? "the end of the room")”:\n\(text)")
    return [.leaveRequested(signal: SIGTERM)]
  }

  func paint(_ frame: Frame) {
    text = frame.description
    frameCount += 1
  }

  func setAmbiguousWidth(_ width: AmbiguousWidth) { ambiguousWidth = width }
  func forget() {}
  func setMouse(_ isOn: Bool) {}
  func copy(_ text: String) -> Bool { true }
  func leave() {}
  func resume() -> Size? { nil }
  func stop() -> Size? { nil }
}
