import ArticleDump
import Glibc

/// The current time, in UTC.
func now() -> Timestamp { Timestamp(secondsSinceEpoch: Int64(time(nil))) }
