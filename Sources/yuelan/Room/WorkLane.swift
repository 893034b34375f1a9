import Glibc
import Synchronization

/// A serial queue: a thread that runs jobs one after the other, and sleeps without waking while there are none.
final class WorkLane: Sendable {
  typealias Job = @Sendable () -> Void

  private struct Jobs {
    var waiting: [Job] = []
    var isWorking = false
  }

  private let jobs = Mutex(Jobs())
  /// Proof of safety: the pointer is set once before the thread starts, never freed (a queue lives as long as the
  /// process), and sem_post and sem_wait may be called from any thread (sem_overview(7)).
  private nonisolated(unsafe) let semaphore: UnsafeMutablePointer<sem_t>

  init() {
    semaphore = .allocate(capacity: 1)
    sem_init(semaphore, 0, 0)
    var thread = pthread_t()
    let lane = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { lane in
        guard let lane else { return nil }
        Unmanaged<WorkLane>.fromOpaque(lane).takeUnretainedValue().work()
      }, lane.toOpaque())
    precondition(code == 0, "the system has a thread for the library")
    pthread_detach(thread)
  }

  func async(_ job: @escaping Job) {
    jobs.withLock { $0.waiting.append(job) }
    sem_post(semaphore)
  }

  /// Waits until every job is done, but no longer than this.
  ///
  /// - Returns: Whether all are done.
  @discardableResult func finish(withinMilliseconds limit: Int) -> Bool {
    for _ in 0..<max(1, limit) {
      if jobs.withLock({ $0.waiting.isEmpty && !$0.isWorking }) { return true }
      usleep(1000)
    }
    return jobs.withLock { $0.waiting.isEmpty && !$0.isWorking }
  }

  private func work() -> Never {
    while true {
      while sem_wait(semaphore) != 0 {}
      let job = jobs.withLock { jobs in
        jobs.isWorking = !jobs.waiting.isEmpty
        return jobs.waiting.isEmpty ? nil : jobs.waiting.removeFirst()
      }
      job?()
      jobs.withLock { $0.isWorking = false }
    }
  }
}
