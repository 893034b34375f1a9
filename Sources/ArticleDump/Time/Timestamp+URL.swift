import Text

extension Timestamp {
  /// The date in a URL's path: `/2023/07/17/`, `/2017/0714/`, `/2023-05-16/`, `/20230717-title`, `/t20230717_1`.
  ///
  /// - Parameters:
  ///   - url: An address; its host, query and fragment do not count.
  ///   - zone: The site's time zone.
  /// - Returns: `nil` if the path contains no date between 1990 and 2099.
  public init?(urlPath url: String, zone: CivilZone = .utc) {
    let bytes = Array(url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    // `https://host/`: the path begins at the third slash.
    let slashes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }
    guard let start = slashes.dropFirst(2).first else { return nil }
    var index = start
    while index < bytes.count {
      guard let run = Digits(bytes, at: index) else {
        index += 1
        continue
      }
      if let (year, month, day) = Self.day(bytes, run),
        let time = Timestamp(year: year, month: month, day: day, secondsOfDay: nil, offset: nil, zone: zone)
      {
        self = time
        return
      }
      index = run.end
    }
    return nil
  }

  private struct Digits {
    var value = 0
    var count = 0
    /// After the last digit.
    var end: Int

    /// `nil` if there are no digits, or more than a date has.
    init?(_ bytes: [UInt8], at start: Int) {
      end = start
      while end < bytes.count, bytes[end] &- 0x30 < 10 {
        if count < 9 { value = value * 10 + Int(bytes[end] - 0x30) }
        count += 1
        end += 1
      }
      if count == 0 { return nil }
    }
  }

  private static func day(_ bytes: [UInt8], _ run: Digits) -> (year: Int, month: Int, day: Int)? {
    if run.count == 8 {
      let year = run.value / 10_000
      return 1990...2099 ~= year ? (year, run.value / 100 % 100, run.value % 100) : nil
    }
    guard run.count == 4, 1990...2099 ~= run.value, let second = next(bytes, run.end) else { return nil }
    if second.count == 4 { return isEnd(bytes, second.end) ? (run.value, second.value / 100, second.value % 100) : nil }
    guard 1...2 ~= second.count, let third = next(bytes, second.end), 1...2 ~= third.count, isEnd(bytes, third.end)
    else { return nil }
    // /2013/04/1.html: a page's name.
    if third.end < bytes.count, bytes[third.end] == UInt8(ascii: "."), third.count == 1 { return nil }
    return (run.value, second.value, third.value)
  }

  /// Whether nothing that could belong to a title begins here: in `/2020/06/1%E5%8F%B7` the 1 is not a day.
  private static func isEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
    index >= bytes.count
      || [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(bytes[index])
  }

  private static func next(_ bytes: [UInt8], _ separator: Int) -> Digits? {
    guard separator < bytes.count, [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(bytes[separator])
    else { return nil }
    return Digits(bytes, at: separator + 1)
  }
}
