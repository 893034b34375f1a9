import Synchronization

/// The rate of progress over the last seconds.
struct RateMeter {
  let total: Int
  var done = 0 {
    didSet { addMark() }
  }
  private var marks: [(time: UInt64, done: Int)] = []

  init(total: Int) {
    self.total = total
    marks = [(MonotonicClock.nowInNanoseconds, 0)]
  }

  private mutating func addMark() {
    marks.append((MonotonicClock.nowInNanoseconds, done))
    while marks.count > 2, let last = marks.last, last.time - marks[0].time > 3_000_000_000 { marks.removeFirst() }
  }

  var progress: Progress {
    guard let first = marks.first, let last = marks.last, last.time > first.time, last.done > first.done else {
      return Progress(done: done, total: total)
    }
    let rate = Double(last.done - first.done) / (Double(last.time - first.time) / 1e9)
    return Progress(done: done, total: total, perSecond: rate, secondsRemaining: Double(total - done) / rate)
  }
}

/// Determines for several threads when the next progress report is due.
final class ReportPace: Sendable {
  private let interval: UInt64
  private let last = Mutex<UInt64>(0)

  init(nanosecondsBetween interval: UInt64) { self.interval = interval }

  /// Whether a report is due; if so, it counts as made.
  ///
  /// - Parameter now: From a clock that never goes backwards. A thread may call this with an earlier time than another
  ///   thread did before.
  func isDue(at now: UInt64) -> Bool {
    last.withLock { last in
      guard now > last, now - last > interval else { return false }
      last = now
      return true
    }
  }
}
