import Dispatch
import ReadingRoom
import Synchronization

extension ProgramCall {
  /// Runs the program and waits for its end, as `ProgramRun` does.
  func run(
    within limits: ProgramRun.Limits, by handle: ProgramHandle = ProgramHandle()
  ) -> Result<ProgramRun, FileFailure> {
    Result { () throws(FileFailure) in try ProgramRun(words, input: Array(input.utf8), within: limits, by: handle) }
  }
}

/// Runs one program at a time: starting another ends the one before.
final class ProgramSlot: Sendable {
  /// Waits for the programs, one after another.
  private let queue = DispatchQueue(label: "program")
  private let running = Mutex<ProgramHandle?>(nil)

  /// Runs a program; `report` gets its result on another thread, unless it is stopped first.
  func run(
    _ call: ProgramCall, within limits: ProgramRun.Limits,
    then report: @escaping @Sendable (Result<ProgramRun, FileFailure>) -> Void
  ) {
    let handle = ProgramHandle()
    replace(by: handle)
    queue.async {
      guard !handle.isStopped else { return }
      let result = call.run(within: limits, by: handle)
      if !handle.isStopped { report(result) }
    }
  }

  /// Ends the running program, with every process of its group.
  func stop() { replace(by: nil) }

  private func replace(by handle: ProgramHandle?) {
    let former = running.withLock { running in
      defer { running = handle }
      return running
    }
    former?.stop()
  }
}
