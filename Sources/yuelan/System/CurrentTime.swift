import ArticleDump
import Glibc

/// The moment, in UTC.
func now() -> Timestamp { Timestamp(secondsSinceEpoch: Int64(time(nil))) }
