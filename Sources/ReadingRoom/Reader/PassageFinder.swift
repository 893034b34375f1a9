import ArticleDump
import Text

extension Article {
  /// Finds words in the article as it is displayed.
  ///
  /// - Parameters:
  ///   - quotation: The words; blanks and line breaks in them do not matter.
  ///   - language: The interface's, for the labels of pictures.
  /// - Returns: UTF-8 offsets into the reading text, and the words as in the article; `nil` if they do not occur.
  public func passage(quoting quotation: String, language: Language) -> (utf8Range: Range<Int>, quotation: String)? {
    let flow = Flow(sanitized(), language: language, charactersPerMinute: 1)
    guard let range = PassageFinder(flow).range(of: quotation, near: nil) else { return nil }
    return (range, flow.text(in: range))
  }
}

/// Finds highlighted passages in an article again, even if the dump, the cleaner or the setting has changed since.
///
/// Text is compared without blanks and without the room's additions, such as numbers of links, since neither is the
/// author's.
struct PassageFinder {
  private let bytes: [UInt8]
  /// The offset of each byte in the reading text.
  private let offsets: [Int]
  private let flow: Flow

  /// - Complexity: O(n) in the article's text.
  init(_ flow: Flow) {
    self.flow = flow
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    bytes.reserveCapacity(flow.utf8Count)
    offsets.reserveCapacity(flow.utf8Count)
    for leaf in flow.leaves where !leaf.isMadeByRoom {
      var run = 0
      var offset = 0
      for scalar in leaf.text.unicodeScalars {
        let length = UTF8.width(scalar)
        defer { offset += length }
        while run < leaf.runs.count, leaf.runs[run].utf8Range.upperBound <= offset { run += 1 }
        if run < leaf.runs.count, leaf.runs[run].style.contains(.aside), leaf.runs[run].utf8Range.contains(offset) {
          continue
        }
        guard !Self.isBlank(scalar) else { continue }
        for (index, byte) in scalar.utf8.enumerated() {
          bytes.append(byte)
          offsets.append(leaf.base + offset + index)
        }
      }
    }
    self.bytes = bytes
    self.offsets = offsets
  }

  /// The place of a quotation: of several places, the one nearest to the former. If its words were changed, the place
  /// with its beginning and its end.
  ///
  /// - Returns: UTF-8 offsets into the reading text; `nil` if it is no longer there.
  func range(of quotation: String, near former: Range<Int>?) -> Range<Int>? {
    let needle = Self.plain(quotation)
    guard !needle.isEmpty else { return nil }
    let place = former?.lowerBound ?? 0
    if let start = nearest(places(of: needle[...]), to: place) { return range(start, needle.count) }
    return changed(needle, near: place)
  }

  /// The place with the beginning and the end of a text whose middle was changed.
  private func changed(_ needle: [UInt8], near place: Int) -> Range<Int>? {
    var length = needle.count / 2
    while length >= Self.shortestEdgeInBytes {
      let head = needle.prefix(Self.boundary(length, in: needle))
      let tail = needle.suffix(needle.count - Self.boundary(needle.count - length, in: needle))
      let heads = places(of: head)
      let tails = heads.isEmpty ? [] : places(of: tail)
      let pairs = heads.compactMap { head in
        tails.first { $0 + tail.count - head >= needle.count / 2 && $0 + tail.count - head <= needle.count * 3 / 2 }
          .map { (head, $0 + tail.count) }
      }
      if let start = nearest(pairs.map(\.0), to: place), let pair = pairs.first(where: { $0.0 == start }) {
        return range(start, pair.1 - start)
      }
      length /= 2
    }
    return nil
  }

  /// Four Han characters: fewer may occur anywhere.
  private static let shortestEdgeInBytes = 12

  private func range(_ start: Int, _ count: Int) -> Range<Int>? {
    guard count > 0, start + count <= offsets.count else { return nil }
    return offsets[start]..<offsets[start + count - 1] + 1
  }

  private func nearest(_ places: [Int], to utf8Offset: Int) -> Int? {
    places.min { abs(offsets[$0] - utf8Offset) < abs(offsets[$1] - utf8Offset) }
  }

  /// - Complexity: O(n) for texts that seldom start over.
  private func places(of needle: ArraySlice<UInt8>) -> [Int] {
    var places: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      needle.withUnsafeBufferPointer { needle in
        var start = 0
        while places.count < 1_000,
          let offset = ByteSearch.offset(of: needle, in: UnsafeBufferPointer(rebasing: bytes[start...]))
        {
          places.append(start + offset)
          start += offset + 1
        }
      }
    }
    return places
  }

  private static func boundary(_ index: Int, in bytes: [UInt8]) -> Int {
    var index = index
    while index > 0, index < bytes.count, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  private static func plain(_ text: String) -> [UInt8] {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isBlank(scalar) { plain.append(scalar) }
    return Array(String(plain).utf8)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0xA0, 0x200B...0x200D, 0x2028, 0x2029, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
