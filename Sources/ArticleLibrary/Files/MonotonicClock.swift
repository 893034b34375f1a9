import Glibc

/// The time since some moment in the past, unaffected by changes of the system's clock.
enum MonotonicClock {
  static var nowInMilliseconds: UInt64 { nowInNanoseconds / 1_000_000 }

  static var nowInNanoseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
