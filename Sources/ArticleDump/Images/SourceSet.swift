import Text

/// Reads `srcset`: several sizes of one picture (WHATWG 4.8.4.3.12).
enum SourceSet {
  struct Candidate: Equatable {
    var url: String
    /// The width in pixels, if the descriptor is a width.
    var widthInPixels: Double?
    /// The density, if the descriptor is a density; 1 without a descriptor.
    var density: Double?
  }

  /// The candidates in the order of the text. Addresses may contain commas; a candidate ends at a comma after a blank
  /// or after its descriptor.
  static func candidates(in text: String) -> [Candidate] {
    text.withBytes { bytes in
      var candidates: [Candidate] = []
      forEachRange(in: bytes) { candidates.append(candidate($0, bytes)) }
      return candidates
    }
  }

  /// The largest candidate: the widest, otherwise the densest, otherwise the first.
  static func largest(in text: String) -> Candidate? {
    text.withBytes { bytes in
      var best: (url: Range<Int>, descriptor: Range<Int>)?
      var bestWidth = -1.0
      var bestDensity = -1.0
      forEachRange(in: bytes) { range in
        let url = UnsafeBufferPointer(rebasing: bytes[range.url])
        if url.isEmpty || ByteSearch.starts(url, with: "data:") { return }
        let (width, density) = widthAndDensity(range.descriptor, bytes)
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

  @inline(__always)
  private static func forEachRange(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: ((url: Range<Int>, descriptor: Range<Int>)) -> Void
  ) {
    var index = 0
    while true {
      while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == 0x2C { index += 1 }
      guard index < bytes.count else { return }
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
      body((start..<end, descriptor))
    }
  }

  private static func candidate(
    _ range: (url: Range<Int>, descriptor: Range<Int>), _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Candidate {
    let (width, density) = widthAndDensity(range.descriptor, bytes)
    let url = String(wellFormed: UnsafeBufferPointer(rebasing: bytes[range.url]))
    return Candidate(url: url, widthInPixels: width, density: width == nil ? density ?? 1 : nil)
  }

  private static func widthAndDensity(
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

/// Reads numbers of pixels.
enum PixelNumber {
  /// The value of one to nine digits; `nil` for anything else, including other forms of numbers.
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
