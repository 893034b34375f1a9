import Text

/// Turns plain text into HTML, so that it is processed like every other body.
///
/// Blank lines separate paragraphs; if there are none, every line is a paragraph. Line ends within a paragraph are
/// kept. Chapter names become headings if a text has several.
enum TextBody {
  static func html(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    // Blank lines at either end separate nothing.
    var first: Int?
    var last = bytes.startIndex
    var parts = false
    forEachLine(of: bytes) { line, isBlank in
      if !isBlank {
        if first == nil { first = line.lowerBound }
        last = line.upperBound
      }
    }
    guard let first else { return [] }
    let inner = bytes[first..<last]
    var chapters: [ChapterName.Rank] = []
    forEachLine(of: inner) { line, isBlank in
      if isBlank { parts = true } else if let rank = ChapterName.rank(of: bytes[line]) { chapters.append(rank) }
    }
    let hasParagraphs = parts
    // A single such line may be anything, but a novel has many.
    let hasChapters = chapters.count > 1
    let hasVolumes = chapters.contains(.volume)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var isOpen = false
    forEachLine(of: inner) { line, isBlank in
      if isBlank {
        if isOpen { output.append(contentsOf: "</p>\n".utf8) }
        isOpen = false
        return
      }
      let rank = hasChapters ? ChapterName.rank(of: bytes[line]) : nil
      let tag = rank.map { $0 == .chapter && hasVolumes ? "h3" : "h2" }
      if let tag {
        if isOpen { output.append(contentsOf: "</p>\n".utf8) }
        isOpen = false
        output.append(contentsOf: "<\(tag)>".utf8)
      } else if isOpen {
        output.append(contentsOf: hasParagraphs ? "<br>".utf8 : "</p>\n<p>".utf8)
      } else {
        output.append(contentsOf: "<p>".utf8)
        isOpen = true
      }
      for byte in bytes[line] {
        switch byte {
        case 0x26: output.append(contentsOf: "&amp;".utf8)
        case 0x3C: output.append(contentsOf: "&lt;".utf8)
        default: output.append(byte)
        }
      }
      if let tag { output.append(contentsOf: "</\(tag)>\n".utf8) }
    }
    return output
  }

  /// Calls the closure with every line without its end, and with whether it is blank. No list of lines is made, since
  /// for a file of empty lines it would take many times the file's size.
  private static func forEachLine(of bytes: ArraySlice<UInt8>, _ body: (_ line: Range<Int>, _ isBlank: Bool) -> Void) {
    bytes.withUnsafeBufferPointer { buffer in
      let offset = bytes.startIndex
      var start = 0
      while start <= buffer.count {
        let end = buffer[start...].firstIndex(of: 0x0A) ?? buffer.count
        body(offset + start..<offset + end, TextPadding.trimmedRange(of: buffer, in: start..<end).isEmpty)
        start = end + 1
      }
    }
  }
}
