import Synchronization

/// Programs that run side by side, so that all of them can be stopped.
final class RunningPrograms: Sendable {
  private let handles = Mutex<[ProgramHandle]>([])

  /// A handle for a program that is about to be started.
  func begin() -> ProgramHandle {
    let handle = ProgramHandle()
    handles.withLock { $0.append(handle) }
    return handle
  }

  /// Forgets a program that has ended.
  func end(_ handle: ProgramHandle) { handles.withLock { $0.removeAll { $0 === handle } } }

  /// Ends those that run, each with every process of its group; those that have not begun never will.
  func stop() {
    for handle in handles.withLock({ $0 }) { handle.stop() }
  }
}
