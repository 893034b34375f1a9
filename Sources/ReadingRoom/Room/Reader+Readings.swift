import ChineseReadings

extension State {
  /// Nothing above the line, then pinyin, then zhuyin: for this article and all that follow.
  mutating func cycleReading() {
    show(reading: PhoneticNotation.next(after: reader?.readPassage?.notation ?? settings.reading))
  }

  /// The same, above the selected text only. If all of the text has readings, they change everywhere.
  mutating func cycleReadingOfSelection() {
    guard let selection = reader?.selection, settings.reading == nil else { return cycleReading() }
    let former = reader?.readPassage
    let isSame = former?.utf8Range == selection.utf8Range
    // Another passage begins with the notation that the last one had.
    let notation = isSame ? PhoneticNotation.next(after: former?.notation) : former?.notation ?? .pinyin
    reader?.showReadings(of: notation.map { ReadPassage(utf8Range: selection.utf8Range, notation: $0) })
    settleReader()
    reader?.showSelection()
    tell(reading: notation)
  }

  /// Shows this article and all that follow with readings of a kind, or without.
  mutating func show(reading notation: PhoneticNotation?) {
    settings.reading = notation
    // Readings of a single passage end.
    reader?.showReadings(of: nil)
    tell(reading: notation)
  }

  /// Says what is shown, or that there is no room for it, which vertical columns need.
  private mutating func tell(reading notation: PhoneticNotation?) {
    let message: Message =
      switch notation {
      case nil: .readingsOff
      case .pinyin: .readingsInPinyin
      case .zhuyin: .readingsInZhuyin
      }
    let isShown = notation == nil || pageMetrics?.reading != nil
    notice = Notice(text: localized(isShown ? message : .noRoomForReadings))
  }
}

extension PhoneticNotation {
  fileprivate static func next(after notation: PhoneticNotation?) -> PhoneticNotation? {
    guard let notation else { return allCases.first }
    return notation == allCases.last ? nil : notation.next()
  }
}
