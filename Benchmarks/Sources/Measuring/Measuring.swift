import Glibc

/// The cost of a piece of work over several runs, in processor time of one thread: other load on the machine does not
/// count.
public struct Measurement: Sendable {
  public let medianSeconds: Double
  public let minimumSeconds: Double
  public let runs: Int

  /// Runs a piece of work once to warm up, then the given number of times.
  ///
  /// - Parameter work: Returns a value that depends on all its results, so that nothing is optimised away.
  public init(runs: Int = 9, _ work: () -> Int) {
    var sink = work()
    let seconds = (0..<runs).map { _ in
      let start = Measurement.threadSeconds()
      sink &+= work()
      return Measurement.threadSeconds() - start
    }.sorted()
    Measurement.sink = sink
    medianSeconds = seconds[seconds.count / 2]
    minimumSeconds = seconds[0]
    self.runs = runs
  }

  /// Millions of bytes a second, by the median.
  public func megabytesPerSecond(bytes: Int) -> Double {
    Double(bytes) / 1e6 / medianSeconds
  }

  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Never read; a benchmark has one thread.
  nonisolated(unsafe) private static var sink = 0
}
