import Glibc
import Synchronization

/// A future: a value that a serial queue computes while its owner does something else.
final class Later<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  /// Proof of safety: the pointer is set once before the queue sees it and freed when neither the queue nor the owner
  /// holds this any more; sem_post and sem_wait may be called from any thread (sem_overview(7)).
  private nonisolated(unsafe) let semaphore: UnsafeMutablePointer<sem_t>

  init(on lane: WorkLane, _ work: @escaping @Sendable () -> Value) {
    semaphore = .allocate(capacity: 1)
    sem_init(semaphore, 0, 0)
    lane.async { [self] in
      let value = work()
      made.withLock { $0 = value }
      sem_post(semaphore)
    }
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  /// The value, when it is there; may be asked for again.
  func value() -> Value {
    while true {
      if let value = made.withLock({ $0 }) { return value }
      _ = sem_wait(semaphore)
    }
  }
}
