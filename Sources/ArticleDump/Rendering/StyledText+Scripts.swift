import Text

extension StyledText {
  /// The text as a format with superscripts and subscripts of its own wants it: 10⁶ and x^(a/b) as 10 and x with a
  /// raised 6 and a/b.
  ///
  /// - Complexity: O(n log n) in the spans, O(n) in the text.
  package var withoutScriptSpellings: StyledText {
    let scripts = spans.filter { $0.style.script != nil }
    guard !scripts.isEmpty else { return self }
    let bytes = Array(text.utf8)
    // What goes and what comes for it, in order, none over another.
    var edits: [(range: Range<Int>, text: String)] = []
    for span in scripts {
      let range = span.utf8Range
      guard range.upperBound <= bytes.count, range.count <= 4 * Script.limitInCharacters + 8,
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
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    var output: [UInt8] = []
    // Where edited places went: below each, how far what follows it moved.
    var moves: [(place: Int, output: Int)] = [(0, 0)]
    var place = 0
    for edit in edits where edit.range.lowerBound >= place {
      output += bytes[place..<edit.range.lowerBound]
      output += edit.text.utf8
      place = edit.range.upperBound
      moves.append((place, output.count))
    }
    output += bytes[place...]
    func moved(_ offset: Int) -> Int {
      var low = 0
      var high = moves.count
      while low < high {
        let middle = (low + high) / 2
        if moves[middle].place <= offset { low = middle + 1 } else { high = middle }
      }
      let move = moves[low - 1]
      return min(move.output + (offset - move.place), low < moves.count ? moves[low].output : output.count)
    }
    var result = StyledText(String(decoding: output, as: UTF8.self), alignment: alignment)
    for span in spans {
      let range = moved(span.utf8Range.lowerBound)..<moved(span.utf8Range.upperBound)
      if !range.isEmpty { result.spans.append(Span(utf8Range: range, style: span.style)) }
    }
    return result
  }
}
