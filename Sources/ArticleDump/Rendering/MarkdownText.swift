import MarkdownReader
import Text

/// Styled text as CommonMark inlines.
///
/// Emphasis is written with asterisks if they are certain to be read as such (CommonMark 0.31, section 6.2: a delimiter
/// between a letter and a mark, as in `**“引文”**他说`, is not one), and otherwise as HTML.
struct MarkdownText {
  private let bytes: [UInt8]
  private let spans: [StyledText.Span]
  private let isCell: Bool

  /// - Parameters:
  ///   - isOneLine: Whether line breaks become blanks: in headings and cells.
  ///   - isCell: Whether it is a table's cell, which a vertical bar would end, even one in code (GFM, tables).
  static func inline(_ styled: StyledText, isOneLine: Bool = false, isCell: Bool = false) -> String {
    let styled = styled.withoutRubyText.withoutScriptSpellings
    return MarkdownText(bytes: Array(styled.text.utf8), spans: styled.spans, isCell: isCell)
      .render(isOneLine: isOneLine || isCell)
  }

  private struct Run {
    var range: Range<Int>
    var styles: [InlineStyle]

    var link: String? {
      for style in styles { if case .link(let url) = style { return url } }
      return nil
    }

    var isPlain: Bool {
      styles.allSatisfy { if case .link = $0 { true } else { false } }
    }
  }

  private func render(isOneLine: Bool) -> String {
    let runs = self.runs()
    var output = ""
    var index = 0
    while index < runs.count {
      guard let url = runs[index].link else {
        output += text(of: runs, at: index, isLineStart: output.isEmpty, isOneLine: isOneLine)
        index += 1
        continue
      }
      var words = ""
      while index < runs.count, runs[index].link == url {
        words += text(of: runs, at: index, isLineStart: false, isOneLine: true)
        index += 1
      }
      output += Self.link(words, to: url)
    }
    return output
  }

  /// Runs of text under the same styles, in order.
  private func runs() -> [Run] {
    guard !spans.isEmpty else { return bytes.isEmpty ? [] : [Run(range: 0..<bytes.count, styles: [])] }
    var cuts: Set<Int> = [0, bytes.count]
    for span in spans {
      let range = span.utf8Range.clamped(to: 0..<bytes.count)
      cuts.insert(range.lowerBound)
      cuts.insert(range.upperBound)
    }
    let sorted = cuts.sorted()
    var runs: [Run] = []
    var active: [StyledText.Span] = []
    var next = 0
    for (lower, upper) in zip(sorted, sorted.dropFirst()) {
      active.removeAll { $0.utf8Range.upperBound <= lower }
      while next < spans.count, spans[next].utf8Range.lowerBound <= lower {
        if spans[next].utf8Range.upperBound > lower { active.append(spans[next]) }
        next += 1
      }
      runs.append(Run(range: lower..<upper, styles: active.map(\.style)))
    }
    return runs
  }

  private func text(of runs: [Run], at index: Int, isLineStart: Bool, isOneLine: Bool) -> String {
    let run = runs[index]
    let raw = String(decoding: bytes[run.range], as: UTF8.self)
    if run.styles.contains(.code) { return inCell(Self.codeSpan(raw)) }
    var text = escaped(run.range, isLineStart: isLineStart, isOneLine: isOneLine)
    for style in run.styles {
      switch style {
      case .ruby(let annotation):
        text =
          "<ruby>" + text + "<rt>" + MarkdownEscaping.escaped(annotation, isLineStart: false, isOneLine: true)
          + "</rt></ruby>"
      case .superscript: text = "<sup>" + text + "</sup>"
      case .subscript: text = "<sub>" + text + "</sub>"
      case .deleted: text = "<del>" + text + "</del>"
      case .underline: text = "<u>" + text + "</u>"
      case .mark: text = "<mark>" + text + "</mark>"
      case .emphasisDots: text = "<em style=\"text-emphasis: dot\">" + text + "</em>"
      case .strong, .emphasis, .code, .link, .rubyText: break
      }
    }
    let isStrong = run.styles.contains(.strong)
    let isEmphasis = run.styles.contains(.emphasis)
    guard isStrong || isEmphasis else { return text }
    let hasPlainNeighbours =
      (index == 0 || runs[index - 1].isPlain) && (index + 1 == runs.count || runs[index + 1].isPlain)
    if run.styles.filter({ if case .link = $0 { false } else { true } }).count == 1, hasPlainNeighbours,
      run.link == nil,
      flanks(run.range)
    {
      return isStrong ? "**" + text + "**" : "*" + text + "*"
    }
    if isEmphasis { text = "<em>" + text + "</em>" }
    if isStrong { text = "<strong>" + text + "</strong>" }
    return text
  }

  /// Code with the vertical bars escaped that would end a cell: whoever splits a row into cells removes these backslashes
  /// before anything else is read.
  private func inCell(_ text: String) -> String { isCell ? text.replacing("|", with: "\\|") : text }

  /// Plain text, with its formulas as they are.
  private func escaped(_ range: Range<Int>, isLineStart: Bool, isOneLine: Bool) -> String {
    var output = ""
    var start = range.lowerBound
    func flush(to end: Int) {
      output += MarkdownEscaping.escaped(
        String(decoding: bytes[start..<end], as: UTF8.self), isLineStart: isLineStart && start == range.lowerBound,
        isOneLine: isOneLine)
    }
    bytes.withUnsafeBufferPointer { buffer in
      var index = start
      while index < range.upperBound {
        let isDollar = buffer[index] == 0x24
        guard isDollar || buffer[index] == 0x5C,
          let end = FormulaScanner.end(of: buffer, at: index, to: range.upperBound)
        else {
          // Two dollars that begin no formula are not one and the beginning of another.
          index += isDollar && index + 1 < range.upperBound && buffer[index + 1] == 0x24 ? 2 : 1
          continue
        }
        flush(to: index)
        let text = String(decoding: buffer[index..<end], as: UTF8.self)
        if let formula = MarkdownEscaping.formula(text, isOneLine: isOneLine) {
          output += formula
          index = end
        } else {
          output += isDollar ? "\\$" : "\\\\"
          index += 1
        }
        start = index
      }
    }
    flush(to: range.upperBound)
    return output
  }

  /// Whether asterisks around a range both open and close emphasis: a sufficient condition is that the text begins and
  /// ends with letters, or that a blank, a mark or nothing is outside.
  private func flanks(_ range: Range<Int>) -> Bool {
    guard let first = scalar(startingAt: range.lowerBound), let last = scalar(endingAt: range.upperBound),
      !first.properties.isWhitespace, !last.properties.isWhitespace
    else { return false }
    let before = scalar(endingAt: range.lowerBound)
    let after = scalar(startingAt: range.upperBound)
    return (!Self.isMark(first) || before.map(Self.isBlankOrMark) != false)
      && (!Self.isMark(last) || after.map(Self.isBlankOrMark) != false)
  }

  private func scalar(startingAt i: Int) -> Unicode.Scalar? {
    guard i < bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { Unicode.Scalar(UTF8Scalar.decode($0, at: i).value) }
  }

  private func scalar(endingAt i: Int) -> Unicode.Scalar? {
    guard i > 0 else { return nil }
    var start = i - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(startingAt: start)
  }

  private static func isBlankOrMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || isMark(scalar)
  }

  /// Punctuation or symbol, as CommonMark defines it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }

  /// A code span with more backticks than the longest run in the text.
  private static func codeSpan(_ text: String) -> String {
    let code = text.replacing("\n", with: " ")
    let fence = String(repeating: "`", count: MarkdownEscaping.longestRun(of: "`", in: code) + 1)
    guard !code.isEmpty, !code.allSatisfy({ $0 == " " }) else { return code }
    let needsPadding = code.hasPrefix("`") || code.hasSuffix("`") || code.hasPrefix(" ") && code.hasSuffix(" ")
    return needsPadding ? fence + " " + code + " " + fence : fence + code + fence
  }

  /// Words as a link, if the address may be followed.
  static func link(_ words: String, to url: String) -> String {
    url.isLinkable ? "[" + words + "](" + destination(url) + ")" : words
  }

  /// The first word of a fence's info string, as far as a fence can express it.
  static func fenceInfo(_ language: String?) -> String {
    guard let language, !language.isEmpty,
      language.unicodeScalars.allSatisfy({ !$0.isBlank && $0 != "`" && $0 != "~" && $0 != "&" && $0 != "\\" })
    else { return "" }
    return language
  }

  /// A link's destination in angle brackets.
  private static func destination(_ url: String) -> String {
    var destination = "<"
    for scalar in url.unicodeScalars {
      switch scalar {
      case "<": destination += "%3C"
      case ">": destination += "%3E"
      case "\\": destination += "%5C"
      case "\n": destination += "%0A"
      case "|": destination += "%7C"
      case "&": destination += "&amp;"
      default: destination.unicodeScalars.append(scalar)
      }
    }
    return destination + ">"
  }
}

/// Escapes text so that CommonMark reads it literally.
enum MarkdownEscaping {
  static func escaped(_ text: String, isLineStart: Bool, isOneLine: Bool) -> String {
    var output = String.UnicodeScalarView()
    var atLineStart = isLineStart
    // Digits since the line's start, where 1. and 1) would open a list.
    var digits = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", "~", "|":
        output.append("\\")
        output.append(scalar)
      case "&": output.append(contentsOf: "&amp;".unicodeScalars)
      case "#", "+", "-", "=", ">":
        if atLineStart { output.append("\\") }
        output.append(scalar)
      case ".", ")":
        if digits > 0 { output.append("\\") }
        output.append(scalar)
      case "\n":
        if isOneLine {
          output.append(" ")
        } else {
          output.append(contentsOf: "\\\n".unicodeScalars)
          atLineStart = true
          digits = 0
          continue
        }
      case " ", "\t":
        // Blanks at a line's start would indent it.
        if atLineStart { continue }
        output.append(" ")
      default: output.append(scalar)
      }
      digits = (atLineStart || digits > 0) && 0x30...0x39 ~= scalar.value ? digits + 1 : 0
      atLineStart = false
    }
    return String(output)
  }

  /// A formula of TeX as it is written, so that programs that know formulas show it; `nil` if others could take a part of
  /// it for markup that leads somewhere or hides something.
  static func formula(_ text: String, isOneLine: Bool) -> String? {
    guard !text.contains("`"), !text.contains("]("), !text.contains("\n"), !(isOneLine && text.contains("|")) else {
      return nil
    }
    var output = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      // Blanks mean nothing in a formula; `<` before a blank begins no element, and `&` before one no character.
      if previous == "<" || previous == "&", scalar.properties.isAlphabetic || "/!?#".unicodeScalars.contains(scalar) {
        output.append(" ")
      }
      output.append(scalar)
      previous = scalar
    }
    return String(output)
  }

  static func longestRun(of mark: Unicode.Scalar, in text: String) -> Int {
    var longest = 0
    var current = 0
    for scalar in text.unicodeScalars {
      current = scalar == mark ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
