import Text

extension WireFacts {
  /// Facts in the last component of an image's URL, if a wire service named the file.
  ///
  /// | service | name | facts |
  /// |---|---|---|
  /// | Reuters | `2023-07-17T013124Z_83721942_RC2O42AZY6DD_RTRMADP_3_CHINA-USA-CLIMATE.JPG` | time (UTC), slug |
  /// | AFP | `000_33P87BA.jpg`, `AFP_33P87BA.jpg`, `par8012345.jpg` | |
  /// | AP | `AP23198123456789.jpg`, `AP_23198…` | day: year and day of the year |
  /// | EPA | `epa11234567.jpg` | |
  /// | Getty Images | `gettyimages-1234567890.jpg`, `GettyImages-1234567890` | |
  ///
  /// `nil` for a name that a site chose itself.
  public init?(imageURL: String) {
    let name = imageURL.withBytes { bytes -> String? in
      var end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
      while end > 0, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
      var start = end
      while start > 0, bytes[start - 1] != UInt8(ascii: "/") { start -= 1 }
      let name = UnsafeBufferPointer(rebasing: bytes[start..<end])
      guard 1...400 ~= name.count, Self.mayBeAService(name) else { return nil }
      return String(decoding: name, as: UTF8.self)
    }
    guard let name else { return nil }
    let component = PercentEncoding.decoded(Substring(name))
    let stem = component.lastIndex(of: ".").map { String(component[..<$0]) } ?? component
    guard
      let facts = Self.reuters(stem) ?? Self.agenceFrancePresse(stem) ?? Self.associatedPress(stem)
        ?? Self.others(stem)
    else { return nil }
    self = facts
  }

  /// The quick answer for the names that sites choose themselves.
  private static func mayBeAService(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    switch name.first.map({ $0 | 0x20 }) {
    case UInt8(ascii: "a"): if name.count > 1, name[1] == 0x50 || name[1] == 0x46 { return true }
    case UInt8(ascii: "e"), UInt8(ascii: "g"): return true
    default: break
    }
    // `_RTRMADP` and `000_`: the marks of Reuters and AFP anywhere in the name.
    var zeros = 0
    var matched = 0
    for byte in name {
      if byte == UInt8(ascii: "_"), zeros >= 3 { return true }
      zeros = byte == UInt8(ascii: "0") ? zeros + 1 : 0
      if byte == UInt8(ascii: "_") {
        matched = 1
      } else if matched > 0, byte & 0xDF == reutersMark[matched] {
        matched += 1
        if matched == reutersMark.count { return true }
      } else {
        matched = 0
      }
    }
    return false
  }

  private static let reutersMark = Array("_RTRMADP".utf8)

  private static func reuters(_ stem: String) -> WireFacts? {
    let parts = stem.split(separator: "_", omittingEmptySubsequences: false)
    guard let marker = parts.firstIndex(where: { $0.uppercased().hasPrefix("RTRMADP") }) else { return nil }
    // 2023-07-17T013124Z: the time of day is written without colons.
    var taken: Timestamp?
    if let first = parts.first, first.utf8.count == 18, first.last == "Z" {
      let digits = first.utf8.map { $0 }
      let time = digits[11..<17].map { Int($0) - 48 }
      let date = Timestamp(String(first.prefix(10)))
      if digits[10] == UInt8(ascii: "T"), let date, time.allSatisfy({ 0...9 ~= $0 }) {
        let seconds = (time[0] * 10 + time[1]) * 3_600 + (time[2] * 10 + time[3]) * 60 + time[4] * 10 + time[5]
        taken = Timestamp(secondsSinceEpoch: date.secondsSinceEpoch + Int64(seconds))
      }
    }
    // After RTRMADP comes the number of the size, then the slug.
    var slugParts = parts[(marker + 1)...]
    if let size = slugParts.first, size.allSatisfy(\.isNumber) { slugParts = slugParts.dropFirst() }
    let slug = slugParts.joined(separator: "_")
    return WireFacts(agency: "Reuters", taken: taken, slug: slug.isEmpty ? nil : slug)
  }

  private static func agenceFrancePresse(_ stem: String) -> WireFacts? {
    var rest = Substring(stem)
    if let range = rest.firstRange(of: "000_") {
      // Only at the beginning or after another part of the name.
      guard range.lowerBound == rest.startIndex || rest[..<range.lowerBound].last.map({ "_-".contains($0) }) == true
      else { return nil }
      rest = rest[range.upperBound...]
      let code = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      return 5...9 ~= code.count && code.contains(where: \.isNumber) && code == code.uppercased()
        ? WireFacts(agency: "AFP") : nil
    }
    return stem.hasPrefix("AFP_") || stem.hasPrefix("AFP-") ? WireFacts(agency: "AFP") : nil
  }

  private static func associatedPress(_ stem: String) -> WireFacts? {
    guard stem.hasPrefix("AP") else { return nil }
    let digits = stem.dropFirst(2).drop { $0 == "_" || $0 == "-" }.prefix { $0.isASCII && $0.isNumber }
    guard digits.count >= 11, let head = Int(digits.prefix(5)) else { return nil }
    let (year, day) = (2000 + head / 1_000, head % 1_000)
    guard 1...366 ~= day else { return nil }
    let days = CivilTime.daysSinceEpoch(year: year, month: 1, day: 1) + day - 1
    return WireFacts(agency: "AP", taken: Timestamp(secondsSinceEpoch: Int64(days) * 86_400, isDateOnly: true))
  }

  private static func others(_ stem: String) -> WireFacts? {
    let lower = stem.lowercased()
    if lower.hasPrefix("gettyimages-"), lower.dropFirst(12).prefix(6).allSatisfy(\.isNumber) {
      return WireFacts(agency: "Getty Images")
    }
    if lower.hasPrefix("epa"), lower.count >= 11, lower.dropFirst(3).prefix(8).allSatisfy(\.isNumber) {
      return WireFacts(agency: "EPA")
    }
    return nil
  }
}
