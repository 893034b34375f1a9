/// A text on its way through the stages of a conversion: code points, and for each its origin in the source.
struct Passage {
  private let source: [UInt32]
  private var codes: [UInt32]
  /// For each of `codes`, the index in `source` of its origin.
  private var origins: [Int32]

  init(_ text: String) {
    source = text.unicodeScalars.map(\.value)
    codes = source
    origins = Array(0..<Int32(source.count))
  }

  var count: Int { codes.count }

  /// The ends of the segments that a table's words make of the text: each word is one, and so is everything between
  /// words.
  func segmentEnds(_ table: ConversionTable) -> [Int] {
    let numbers = numbers(in: table)
    var ends: [Int] = []
    var segmentStart = 0
    var index = 0
    while index < codes.count {
      guard let word = table.longestWord(at: index, in: numbers, canEnd: canEndWord) else {
        index += 1
        continue
      }
      if index > segmentStart { ends.append(index) }
      index += word.characterCount
      segmentStart = index
      ends.append(index)
    }
    if segmentStart < codes.count { ends.append(codes.count) }
    return ends
  }

  /// Converts each segment by the first table that has an entry for a place.
  ///
  /// - Parameter segmentEnds: The ends of the segments, before the conversion and, on return, after it.
  mutating func convert(by tables: [ConversionTable], within segmentEnds: inout [Int]) {
    var result = Conversion(capacity: codes.count)
    let numbers = tables.map { self.numbers(in: $0) }
    var index = 0
    for segment in segmentEnds.indices {
      let segmentEnd = segmentEnds[segment]
      while index < segmentEnd {
        index += convert(at: index, before: segmentEnd, by: tables, numbers, into: &result)
      }
      segmentEnds[segment] = result.codes.count
    }
    codes = result.codes
    origins = result.origins
  }

  private struct Conversion {
    var codes: [UInt32] = []
    var origins: [Int32] = []

    init(capacity: Int) {
      codes.reserveCapacity(capacity)
      origins.reserveCapacity(capacity)
    }

    mutating func append(_ code: UInt32, from origin: Int32) {
      codes.append(code)
      origins.append(origin)
    }
  }

  /// Converts the text at a place.
  ///
  /// - Returns: How many code points were converted.
  private func convert(
    at index: Int, before segmentEnd: Int, by tables: [ConversionTable], _ numbers: [[Int16]],
    into result: inout Conversion
  ) -> Int {
    for place in tables.indices where numbers[place][index] >= 0 {
      let table = tables[place]
      if let word = table.longestWord(at: index, in: numbers[place], canEnd: { $0 <= segmentEnd && canEndWord($0) }) {
        let last = index + word.characterCount - 1
        var origin = index
        table.forEachCharacter(of: word, at: index, numbers: numbers[place], codes: codes) { code in
          result.append(code, from: origins[min(origin, last)])
          origin += 1
        }
        return word.characterCount
      }
      if let code = table.firstChoice(of: Int(numbers[place][index])), canEndWord(index + 1) {
        result.append(code, from: origins[index])
        return 1
      }
    }
    result.append(codes[index], from: origins[index])
    return 1
  }

  /// A variation selector requests a form of exactly the character before it, which therefore does not change.
  private func canEndWord(_ index: Int) -> Bool {
    guard index < codes.count else { return true }
    return switch codes[index] {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: false
    default: true
    }
  }

  private func numbers(in table: ConversionTable) -> [Int16] {
    codes.map { code in table.number(of: code).map { Int16($0) } ?? -1 }
  }
}

extension Passage {
  /// The current text, with the mapping between its offsets and those of the source.
  func convertedText() -> ConvertedText {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(codes.count * 3)
    var shifts: [ConvertedText.Shift] = []
    var sourceOffset = 0
    var sourceIndex = -1
    func mark(_ offset: Int) {
      if bytes.count - offset != (shifts.last?.distance ?? 0) {
        shifts.append(ConvertedText.Shift(source: offset, target: bytes.count))
      }
    }
    for (code, origin) in zip(codes, origins) {
      if Int(origin) == sourceIndex {
        // More characters than before: the additional ones come after the last of the source.
        mark(sourceOffset + Self.utf8Count(source[sourceIndex]))
      } else {
        while sourceIndex < Int(origin) {
          if sourceIndex >= 0 { sourceOffset += Self.utf8Count(source[sourceIndex]) }
          sourceIndex += 1
        }
        mark(sourceOffset)
      }
      // Nearly all of Chinese is three bytes long.
      if code & 0xFFFF == code, code >= 0x800 {
        bytes.append(0xE0 | UInt8(truncatingIfNeeded: code >> 12))
        bytes.append(0x80 | UInt8(truncatingIfNeeded: code >> 6 & 0x3F))
        bytes.append(0x80 | UInt8(truncatingIfNeeded: code & 0x3F))
      } else if let scalar = Unicode.Scalar(code), let encoded = UTF8.encode(scalar) {
        bytes.append(contentsOf: encoded)
      }
    }
    while sourceIndex < source.count {
      if sourceIndex >= 0 { sourceOffset += Self.utf8Count(source[sourceIndex]) }
      sourceIndex += 1
    }
    mark(sourceOffset)
    return ConvertedText(text: String(decoding: bytes, as: UTF8.self), shifts: shifts)
  }

  private static func utf8Count(_ code: UInt32) -> Int {
    code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
}
