import ChineseConversion

/// An article in a script other than the one in which it was written.
struct ConvertedArticle: Sendable {
  var script: Script
  /// The text as it was written.
  var original: Flow
  /// Its leaves' texts, converted.
  var texts: [ConvertedText]

  init(_ original: Flow, in script: Script) {
    self.script = script
    self.original = original
    texts = original.leaves.map { $0.text.converted(script.conversion) }
  }

  /// The same leaves in the other script.
  var flow: Flow {
    var flow = original
    flow.reword { index, leaf in leaf.replaceText(with: texts[index]) }
    for index in flow.outline.indices {
      flow.outline[index].title = flow.outline[index].title.converted(script.conversion).text
    }
    for index in flow.links.indices {
      flow.links[index].text = flow.links[index].text.converted(script.conversion).text
    }
    return flow
  }
}

extension Leaf {
  /// Changes the text to converted characters; styled parts stay styled.
  fileprivate mutating func replaceText(with converted: ConvertedText) {
    text = converted.text
    runs = runs.compactMap { run in
      let range = converted.utf8Range(ofSource: run.utf8Range)
      return range.isEmpty ? nil : StyleRun(utf8Range: range, style: run.style, url: run.url)
    }
    if case .table(let rows, let headRowCount) = kind {
      kind = .table(rows.map { $0.map { converted.utf8Range(ofSource: $0) } }, headRowCount: headRowCount)
    }
  }
}

extension ReaderState {
  /// The script that the text was converted to.
  var script: Script? { converted?.script }

  /// The place to save, as an offset into the article as it was written.
  var keptOffset: Int { offsetOfArticle ?? writtenOffset(of: topOffset) }

  /// A range of the displayed text as a range of the text as it was written, and the reverse.
  func writtenRange(of utf8Range: Range<Int>) -> Range<Int> {
    let start = writtenOffset(of: utf8Range.lowerBound)
    return start..<max(start, writtenOffset(of: utf8Range.upperBound))
  }

  func shownRange(ofWritten utf8Range: Range<Int>) -> Range<Int> {
    let start = shownOffset(ofWritten: utf8Range.lowerBound)
    return start..<max(start, shownOffset(ofWritten: utf8Range.upperBound))
  }

  /// The offset in the text as it was written for an offset in the displayed text.
  func writtenOffset(of utf8Offset: Int) -> Int {
    guard let converted else { return utf8Offset }
    let place = flow.locate(utf8Offset)
    guard converted.texts.indices.contains(place.leaf) else { return utf8Offset }
    return converted.original.leaves[place.leaf].base
      + converted.texts[place.leaf].sourceUTF8Offset(of: place.utf8Offset)
  }

  /// The offset in the displayed text for an offset in the text as it was written.
  func shownOffset(ofWritten utf8Offset: Int) -> Int {
    guard let converted else { return utf8Offset }
    let place = converted.original.locate(utf8Offset)
    guard converted.texts.indices.contains(place.leaf) else { return utf8Offset }
    return flow.leaves[place.leaf].base + converted.texts[place.leaf].utf8Offset(ofSource: place.utf8Offset)
  }

  /// Hits in the displayed text or, if there are none, in the text as it was written.
  ///
  /// - Parameter words: As in `FindState`.
  func finding(_ query: String, words: [String]? = nil) -> FindState {
    let finding = FindState(query, words: words, in: flow)
    guard finding.hits.isEmpty, let converted else { return finding }
    return FindState(query, words: words, in: converted.original).mapped { hit in
      FindState.Hit(leaf: hit.leaf, utf8Range: converted.texts[hit.leaf].utf8Range(ofSource: hit.utf8Range))
    }
  }

  /// The same, with the first hit from the top of the screen on as the current one.
  ///
  /// - Parameter words: As in `FindState`.
  func findingFromTop(_ query: String, words: [String]? = nil) -> FindState {
    var finding = finding(query, words: words)
    finding.current = finding.first(atOrAfter: topOffset, in: flow) ?? 0
    return finding
  }
}
