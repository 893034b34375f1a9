/// What a piece of work took, over several runs.
public struct Measurement: Sendable {
  public let medianSeconds: Double
  public let minimumSeconds: Double
  public let runs: Int

  /// Runs a piece of work once to warm up, then as often as asked.
  ///
  /// - Parameter work: Returns a value that depends on all it did, so that nothing is optimised away.
  public init(runs: Int = 9, _ work: () -> Int) {
    var sink = work()
    let clock = ContinuousClock()
    let seconds = (0..<runs).map { _ in
      let duration = clock.measure { sink &+= work() }
      return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
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

  nonisolated(unsafe) static var sink = 0
}
