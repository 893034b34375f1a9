import Text

extension PublisherHook {
  /// Descriptions of videos, whose line ends are lost in archives. Only rows of dashes, which separated two lines, and
  /// addresses that run into a word still show where lines ended.
  static let youtube = PublisherHook(
    finish: { blocks, _ in
      blocks.part { block in
        guard case .paragraph(let text, nil) = block, text.spans.isEmpty, mayBeParted(text.text) else { return nil }
        return restored(text.text)
      }
    })

  /// Whether a description has an address, a row of dashes, or blanks at its ends; most paragraphs have none of these.
  private static func mayBeParted(_ text: String) -> Bool {
    text.withBytes { bytes in
      if Blanks.trimmedRange(of: bytes).count < bytes.count || ByteSearch.holds(bytes, "http") {
        return true
      }
      // Any row of dashes covers one of the places at this distance.
      for index in stride(from: shortestRow - 1, to: bytes.count, by: shortestRow) where bytes[index] < 0x80 {
        var start = index
        var end = index
        while start > 0, bytes[start - 1] == bytes[index] { start -= 1 }
        while end < bytes.count, end - start < shortestRow, bytes[end] == bytes[index] { end += 1 }
        if end - start >= shortestRow { return true }
      }
      if ByteSearch.holds(bytes, "**") { return true }
      return bytes.isEmpty
    }
  }

  /// A description with its rows of dashes as rules, and with a line end after each address that had one.
  private static func restored(_ text: String) -> [Block] {
    let bytes = Array(text.utf8)
    var blocks: [Block] = []
    var line: [UInt8] = []
    var index = 0
    func flush() {
      let text = String(decoding: line, as: UTF8.self).trimmedOfBlanks
      if !text.isEmpty { blocks.append(.paragraph(withStrong(text), role: nil)) }
      line = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      if marks.contains(byte) {
        let end = bytes[index...].firstIndex { $0 != byte } ?? bytes.count
        if end - index >= (byte == UInt8(ascii: "*") ? shortestRowOfStars : shortestRow) {
          flush()
          if !blocks.isEmpty { blocks.append(.rule) }
        } else {
          line.append(contentsOf: bytes[index..<end])
        }
        index = end
      } else if byte == UInt8(ascii: "h"), bytes[index...].starts(with: "http".utf8) {
        let end = bytes[index...].firstIndex { !isOfAddress($0) } ?? bytes.count
        // The dashes at the end of an address may belong to the row that follows.
        let row = rowStart(bytes[index..<end]) ?? end
        line.append(contentsOf: bytes[index..<row])
        // E4 to E9 begin Han characters, not marks.
        if row == end, end < bytes.count, 0xE4...0xE9 ~= bytes[end], end - index > 10 { line.append(0x0A) }
        index = row
      } else {
        let end = bytes[(index + 1)...].firstIndex { marks.contains($0) || $0 == UInt8(ascii: "h") } ?? bytes.count
        line.append(contentsOf: bytes[index..<end])
        index = end
      }
    }
    flush()
    return blocks
  }

  /// The characters that rows are drawn with.
  private static let marks = Array("-=_*~#".utf8)

  /// Fewer dashes than this may be part of a word.
  private static let shortestRow = 8

  /// Five asterisks in a row are not part of a word, whereas names are masked by at most four.
  private static let shortestRowOfStars = 5

  /// Reads `**重点**` as strong text: people type it into the form, although YouTube only knows `*重点*`.
  private static func withStrong(_ text: String) -> StyledText {
    guard text.holds("**") else { return StyledText(text) }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var spans: [StyledText.Span] = []
    var opener: Int?
    var index = 0
    while index < bytes.count {
      let isPair =
        bytes[index...].starts(with: "**".utf8) && !bytes[(index + 2)...].starts(with: "*".utf8)
        && output.last != UInt8(ascii: "*")
      guard isPair else {
        output.append(bytes[index])
        if bytes[index] == 0x0A { opener = nil }
        index += 1
        continue
      }
      if let start = opener, output.count > start + 2, output[output.count - 1] > 0x20 {
        output.removeSubrange(start..<start + 2)
        spans.append(StyledText.Span(utf8Range: start..<output.count, style: .strong))
        opener = nil
      } else {
        opener = index + 2 < bytes.count && bytes[index + 2] > 0x20 ? output.count : nil
        output.append(contentsOf: "**".utf8)
      }
      index += 2
    }
    return StyledText(String(decoding: output, as: UTF8.self), spans: spans)
  }

  /// The unreserved and reserved characters of RFC 3986, and `%`.
  private static func isOfAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
    }
  }

  private static func rowStart(_ bytes: ArraySlice<UInt8>) -> Int? {
    var start = bytes.startIndex
    for index in bytes.indices {
      if index == bytes.startIndex || bytes[index] != bytes[index - 1] { start = index }
      let shortest = bytes[index] == UInt8(ascii: "*") ? shortestRowOfStars : shortestRow
      if index - start + 1 >= shortest, marks.contains(bytes[index]) { return start }
    }
    return nil
  }
}
