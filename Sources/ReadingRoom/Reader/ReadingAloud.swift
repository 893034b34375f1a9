/// An article that is being read aloud: the current sentence, and whether it is being spoken.
struct ReadingAloud: Sendable, Hashable {
  /// UTF-8 offsets into the reading text, as it is displayed.
  var sentence: Range<Int>
  /// What is being spoken; `nil` while the reading pauses. The program runs as long as this is set
  /// (`Room/Programs.swift`).
  var utterance: ProgramRequest?
}

extension ReaderState {
  /// Scrolls the spoken sentence into view, with room for those that follow it.
  mutating func showSpokenSentence() {
    guard let sentence = aloud?.sentence else { return }
    let first = place(of: sentence.lowerBound)
    let last = place(of: max(sentence.lowerBound, sentence.upperBound - 1))
    guard let top = visibleRows.first, let bottom = visibleRows.last, first < top || last > bottom else { return }
    go(to: sentence.lowerBound, rowsAbove: rowsAboveJump)
  }
}
