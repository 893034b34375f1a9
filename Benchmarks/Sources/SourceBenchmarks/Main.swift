import ArchiveSources
import Foundation
import Glibc

/// Measures containers: `SourceBenchmarks FILE…`. For each: the time of the first listing and of later ones, and of
/// opening entries at random positions, each by a new source, as after a start. One line a figure.
@main
struct SourceBenchmarks {
  static func main() throws {
    let cache = NSTemporaryDirectory() + "yuelan-sources-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: cache) }
    var options = SourceOptions()
    options.cacheDirectory = Array(cache.utf8)
    options.cacheSizeInBytes = 16 << 30
    for name in CommandLine.arguments.dropFirst() {
      let path = Array(name.utf8)
      var locators: [SourceLocator] = []
      let first = try milliseconds {
        let source = try Containers.open(path: path, options: options)
        _ = try source.list(since: nil) { entry in
          locators.append(entry.locator)
          return true
        }
      }
      report(name, "list.first", first)
      report(
        name, "list.again",
        try milliseconds { _ = try Containers.open(path: path, options: options).list(since: nil) { _ in true } })
      guard !locators.isEmpty else { continue }
      var generator = Generator()
      var times: [Double] = []
      var size = 0
      for _ in 0..<200 {
        let locator = locators[Int.random(in: 0..<locators.count, using: &generator)]
        times.append(
          try milliseconds {
            size += try Containers.open(path: path, options: options).read(locator, atMost: 16 << 20).bytes.count
          })
      }
      times.sort()
      print(name, "entries", locators.count)
      print(name, "entry.size", size / times.count, "bytes")
      report(name, "entry.median", times[times.count / 2])
      report(name, "entry.worst", times[times.count - 1])
      report(name, "memory.peak", peakMegabytes(), "MB")
    }
  }

  private static func report(_ name: String, _ figure: String, _ value: Double, _ unit: String = "ms") {
    print(name, figure, String(format: "%.2f", value), unit)
  }

  private static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
    let start = now()
    try body()
    return now() - start
  }

  private static func peakMegabytes() -> Double {
    var usage = rusage()
    getrusage(RUSAGE_SELF, &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}

/// Random numbers, the same in every run. Source: Vigna, "An experimental exploration of Marsaglia's xorshift generators".
struct Generator: RandomNumberGenerator {
  private var state: UInt64 = 42

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 2_685_821_657_736_338_717
  }
}
