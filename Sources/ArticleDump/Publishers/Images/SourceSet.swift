/// Reads `srcset`: several sizes of one picture (WHATWG 4.8.4.3.12).
enum SourceSet {
  struct Candidate: Equatable {
    var url: String
    /// The width in pixels, when the descriptor is one of width.
    var widthInPixels: Double?
    /// The density, when the descriptor is one of density; 1 without any.
    var density: Double?
  }

  /// The candidates in the order of the text. Addresses may hold commas; a candidate ends at a comma after a blank or
  /// after its descriptor.
  static func candidates(in text: String) -> [Candidate] {
    var text = text
    return text.withUTF8 { bytes in
      ranges(in: bytes).map { candidate($0, bytes) }
    }
  }

  /// The largest: the widest, else the densest, else the first.
  static func largest(in text: String) -> Candidate? {
    var text = text
    return text.withUTF8 { bytes in
      var best: (url: Range<Int>, descriptor: Range<Int>)?
      var bestWidth = -1.0
      var bestDensity = -1.0
      for range in ranges(in: bytes) {
        if range.url.isEmpty || bytes[range.url].starts(with: "data:".utf8) { continue }
        let (width, density) = measures(range.descriptor, bytes)
        if let width {
          if width > bestWidth {
            bestWidth = width
            best = range
          }
        } else if bestWidth < 0, density ?? 1 > bestDensity {
          bestDensity = density ?? 1
          best = range
        }
      }
      return best.map { candidate($0, bytes) }
    }
  }

  private static func ranges(
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> [(url: Range<Int>, descriptor: Range<Int>)] {
    var found: [(url: Range<Int>, descriptor: Range<Int>)] = []
    var index = 0
    while true {
      while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == 0x2C { index += 1 }
      guard index < bytes.count else { return found }
      let start = index
      while index < bytes.count, bytes[index] > 0x20 { index += 1 }
      var end = index
      var descriptor = index..<index
      if bytes[end - 1] == 0x2C {
        while end > start, bytes[end - 1] == 0x2C { end -= 1 }
      } else {
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        let from = index
        while index < bytes.count, bytes[index] != 0x2C { index += 1 }
        var to = index
        while to > from, bytes[to - 1] <= 0x20 { to -= 1 }
        descriptor = from..<to
      }
      found.append((start..<end, descriptor))
    }
  }

  private static func candidate(
    _ range: (url: Range<Int>, descriptor: Range<Int>), _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Candidate {
    let (width, density) = measures(range.descriptor, bytes)
    let url = String(decoding: UnsafeBufferPointer(rebasing: bytes[range.url]), as: UTF8.self)
    return Candidate(url: url, widthInPixels: width, density: width == nil ? density ?? 1 : nil)
  }

  private static func measures(
    _ descriptor: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (width: Double?, density: Double?) {
    guard let last = descriptor.last, last < bytes.count else { return (nil, nil) }
    let digits = UnsafeBufferPointer(rebasing: bytes[descriptor.lowerBound..<last])
    let number = PixelNumber.digits(digits) ?? Double(String(decoding: digits, as: UTF8.self))
    switch bytes[last] {
    case 0x77: return (number, nil)
    case 0x78: return (nil, number)
    default: return (nil, nil)
    }
  }
}

/// Numbers of pixels.
enum PixelNumber {
  /// The value of one to nine digits; nil for anything else, which may be a number too.
  static func digits(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard 1...9 ~= bytes.count else { return nil }
    var value = 0
    for byte in bytes {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    return Double(value)
  }
}
