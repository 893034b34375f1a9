/// A moment with the offset from UTC that its source gave (or that its publisher implies).
public struct Timestamp: Sendable, Hashable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var secondsSinceEpoch: Int64
  /// Offset of the source's clock from UTC, in seconds east.
  public var utcOffsetInSeconds: Int32
  /// Whether the source gave only a date; the time of day is then 00:00 at its offset.
  public var isDateOnly: Bool
  /// Whether the source gave an offset or its publisher implies one; otherwise the time is that of an unknown time
  /// zone, and the offset is 0.
  public var hasZone = true

  /// Creates a moment with a known zone; set ``hasZone`` to `false` for an unknown time zone.
  public init(secondsSinceEpoch: Int64, utcOffsetInSeconds: Int32 = 0, isDateOnly: Bool = false) {
    self.secondsSinceEpoch = secondsSinceEpoch
    self.utcOffsetInSeconds = utcOffsetInSeconds
    self.isDateOnly = isDateOnly
  }
}

extension Timestamp: Comparable {
  /// Orders by the moment alone, and equal moments by offset, so that the order is total.
  public static func < (a: Timestamp, b: Timestamp) -> Bool {
    (a.secondsSinceEpoch, a.utcOffsetInSeconds, a.isDateOnly ? 0 : 1)
      < (b.secondsSinceEpoch, b.utcOffsetInSeconds, b.isDateOnly ? 0 : 1)
  }
}
