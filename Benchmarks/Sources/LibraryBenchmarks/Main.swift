import ArticleLibrary
import Foundation
import Glibc

/// Measures a library with an archive: `LibraryBenchmarks ARCHIVE`. Each step runs in a process of its own, so that its
/// time and memory are not mixed with those of others. One line a figure: name, value, unit.
@main
struct LibraryBenchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments
    switch arguments.count {
    case 2: try runAll(archive: arguments[1])
    case 4: try Step(archive: arguments[2], cache: arguments[3]).run(arguments[1])
    default: print("usage: LibraryBenchmarks ARCHIVE")
    }
  }

  private static func runAll(archive: String) throws {
    let cache = NSTemporaryDirectory() + "yuelan-benchmark-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: cache) }
    for step in ["index", "open", "open", "lists", "search", "rescan"] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      process.arguments = [step, archive, cache]
      process.environment = ["YUELAN_BENCHMARK_START": String(nanoseconds())]
      try process.run()
      process.waitUntilExit()
    }
    let size = FileManager.default.enumerator(atPath: cache)?.reduce(0) { sum, name in
      let attributes = (name as? String).flatMap { try? FileManager.default.attributesOfItem(atPath: cache + "/" + $0) }
      return sum + (attributes?[.type] as? FileAttributeType == .typeRegular ? attributes?[.size] as? Int ?? 0 : 0)
    }
    report("index.size", Double(size ?? 0) / 1e6, "MB")
  }
}

func nanoseconds() -> UInt64 {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
}

func report(_ name: String, _ value: Double, _ unit: String) {
  print(name, String(format: "%.2f", value), unit)
}

func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  let start = nanoseconds()
  try body()
  return Double(nanoseconds() - start) / 1e6
}

/// The processor time of the calling thread, which other load on the machine hardly changes.
func processorMilliseconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
  let start = now()
  try body()
  return now() - start
}

/// The memory of this process from `/proc/self/status`: `VmHWM` is its peak, `VmRSS` the current size.
func megabytes(_ field: String) -> Double {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix(field + ":") } ?? ""
  return Double(line.filter(\.isNumber)).map { $0 / 1000 } ?? 0
}
