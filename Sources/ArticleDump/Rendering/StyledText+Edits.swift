extension StyledText {
  /// The text with some ranges replaced; spans are adjusted, and those that become empty are dropped.
  ///
  /// - Parameter edits: Ranges to replace, as UTF-8 offsets in ascending order, with their replacements; one that
  ///   begins in another is skipped.
  /// - Complexity: O(n log n) in the spans, O(n) in the text.
  func applying(_ edits: [(range: Range<Int>, text: String)]) -> StyledText {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    // The new positions of edited places: for each, the shift of the text after it.
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
