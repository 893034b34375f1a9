import Glibc

/// The time since some moment in the past, unaffected by changes of the system's clock.
public enum MonotonicClock {
  public static var nowInMilliseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
  }
}
