import Text

extension StyledText {
  /// The text for a format with superscripts and subscripts of its own: 10⁶ and x^(a/b) become 10 and x with a raised 6
  /// and a/b.
  ///
  /// - Complexity: O(n log n) in the spans, O(n) in the text.
  package var withoutScriptSpellings: StyledText {
    let scripts = spans.filter { $0.style.script != nil }
    guard !scripts.isEmpty else { return self }
    let bytes = Array(text.utf8)
    // Ranges and their replacements, in order, not overlapping.
    var edits: [(range: Range<Int>, text: String)] = []
    for span in scripts {
      let range = span.utf8Range
      guard range.upperBound <= bytes.count, range.count <= 4 * ScriptPosition.limitInCharacters + 8,
        let script = span.style.script,
        let plain = script.text(spelled: String(decoding: bytes[range], as: UTF8.self))
      else { continue }
      if bytes[range.lowerBound] == 0x5E || bytes[range.lowerBound] == 0x5F {
        edits.append((range.lowerBound..<range.lowerBound + 2, ""))
        edits.append((range.upperBound - 1..<range.upperBound, ""))
      } else {
        var place = range.lowerBound
        for (form, character) in zip(String(decoding: bytes[range], as: UTF8.self).unicodeScalars, plain.unicodeScalars)
        {
          edits.append((place..<place + UTF8.width(form), String(character)))
          place += UTF8.width(form)
        }
      }
    }
    return applying(edits.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }
}
