import Text

/// Turns a plain text into HTML, so that it goes the way of every other body.
///
/// Blank lines part paragraphs; where there are none every line is one. Within a paragraph the line ends are the
/// author's.
enum TextBody {
  static func html(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let isBlank = { (line: ArraySlice<UInt8>) in
      Array(line).withUnsafeBufferPointer { TextPadding.trimmedRange(of: $0, in: 0..<$0.count).isEmpty }
    }
    // Blank lines at the two ends part nothing.
    let inner = lines.drop(while: isBlank)
    let hasParagraphs = inner.dropLast().contains(where: isBlank) && lines.count > 2
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var isOpen = false
    for line in inner {
      if isBlank(line) {
        if isOpen { output.append(contentsOf: "</p>\n".utf8) }
        isOpen = false
        continue
      }
      if isOpen {
        output.append(contentsOf: hasParagraphs ? "<br>".utf8 : "</p>\n<p>".utf8)
      } else {
        output.append(contentsOf: "<p>".utf8)
        isOpen = true
      }
      for byte in line {
        switch byte {
        case 0x26: output.append(contentsOf: "&amp;".utf8)
        case 0x3C: output.append(contentsOf: "&lt;".utf8)
        default: output.append(byte)
        }
      }
    }
    return output
  }
}
