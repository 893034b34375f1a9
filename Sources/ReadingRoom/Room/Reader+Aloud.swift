extension State {
  // MARK: Reading aloud

  /// Starts at the selection, or at the top of the page; stops if it is already reading.
  mutating func toggleReadingAloud() {
    guard var reader else { return }
    guard reader.aloud == nil || reader.selection != nil else { return stopReadingAloud() }
    guard !settings.speaker.isEmpty else {
      notice = Notice(text: localized(.noSpeaker))
      return
    }
    let start = reader.selection?.utf8Range.lowerBound ?? reader.topOffset
    guard let sentence = reader.flow.spokenSentence(at: start) else {
      notice = Notice(text: localized(.nothingToRead))
      return
    }
    reader.selection = nil
    self.reader = reader
    speak(sentence)
  }

  mutating func stopReadingAloud() {
    guard reader?.aloud != nil else { return }
    reader?.aloud = nil
    notice = Notice(text: localized(.readingStopped))
  }

  /// Keeps the place; resuming starts the whole sentence again.
  mutating func pauseReadingAloud() {
    guard let aloud = reader?.aloud else { return }
    if aloud.utterance == nil {
      speak(aloud.sentence)
    } else {
      reader?.aloud?.utterance = nil
    }
  }

  /// Moves to the next sentence or the previous one; a paused reading stays paused.
  mutating func moveReadingAloud(by step: Int) {
    guard let reader, let aloud = reader.aloud else { return }
    let flow = reader.flow
    let next =
      step > 0
      ? flow.spokenSentence(after: aloud.sentence.upperBound) : flow.spokenSentence(before: aloud.sentence.lowerBound)
    guard let next else {
      notice = Notice(text: localized(step > 0 ? .nothingToRead : .atStart))
      return
    }
    speak(next, isPaused: aloud.utterance == nil)
  }

  /// Makes the voice faster or slower; the sentence begins again at its new speed.
  mutating func changeSpeechRate(by step: Int) {
    guard let aloud = reader?.aloud else { return }
    guard settings.speaker.hasPlace(for: "rate") else {
      notice = Notice(text: localized(.rateHasNoPlace))
      return
    }
    let former = settings.speechRate
    settings.speechRate = max(State.speechRates.lowerBound, min(former + step, State.speechRates.upperBound))
    notice = Notice(text: localized(.rateIs, String(settings.speechRate)))
    if aloud.utterance != nil, settings.speechRate != former { speak(aloud.sentence) }
  }

  /// The speeds of espeak-ng and those that other programs accept (espeak-ng(1): 80 to 500 words a minute), with some
  /// margin.
  public static let speechRates = 20...1000
  static let speechRateStep = 25

  /// The program has ended: starts the next sentence, or reports why there is none.
  mutating func spoken(_ number: Int, problem: String?) {
    guard let reader, let aloud = reader.aloud, aloud.utterance?.number == number else { return }
    if let problem {
      self.reader?.aloud = nil
      notice = Notice(text: problem, isError: true)
    } else if let next = reader.flow.spokenSentence(after: aloud.sentence.upperBound) {
      speak(next)
    } else {
      self.reader?.aloud = nil
      notice = Notice(text: localized(.readToEnd))
    }
  }

  /// Ends the reading if the article is no longer visible, except for help on its keys.
  mutating func settleReadingAloud() {
    guard reader?.aloud != nil, ![.reader, .help, .themes].contains(room) else { return }
    reader?.aloud = nil
  }

  private mutating func speak(_ sentence: Range<Int>, isPaused: Bool = false) {
    guard let flow = reader?.flow else { return }
    lastGeneration += 1
    let call = ProgramCall(
      settings.speaker, filling: ["rate": String(settings.speechRate)], input: flow.spokenText(in: sentence) + "\n")
    reader?.aloud = ReadingAloud(
      sentence: sentence, utterance: isPaused ? nil : ProgramRequest(number: lastGeneration, call: call))
    reader?.showSpokenSentence()
  }
}
