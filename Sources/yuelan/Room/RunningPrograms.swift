import Synchronization

/// Programs that run concurrently and can all be stopped.
final class RunningPrograms: Sendable {
  private let handles = Mutex<[ProgramHandle]>([])

  /// Registers a handle for a program that is about to start.
  func begin() -> ProgramHandle {
    let handle = ProgramHandle()
    handles.withLock { $0.append(handle) }
    return handle
  }

  /// Removes a program that has ended.
  func end(_ handle: ProgramHandle) { handles.withLock { $0.removeAll { $0 === handle } } }

  /// Ends all running programs, each with every process of its group; those that have not started never will.
  func stop() {
    for handle in handles.withLock({ $0 }) { handle.stop() }
  }
}
