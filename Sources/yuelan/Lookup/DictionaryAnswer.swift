import ReadingRoom

/// What came of asking a dictionary.
struct DictionaryAnswer: Sendable, Hashable {
  /// What it printed, as it came: to be sanitized where it is shown.
  var text: String
  /// What went wrong; there may be a text nevertheless.
  var problem: ProgramSentence?

  /// Whether it printed nothing, or blanks.
  var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }

  /// A dictionary answers at once, or looks in another one over a slow line; nobody waits longer in front of a pane.
  static let limits = ProgramRun.Limits(outputInBytes: 1 << 20, seconds: 10)

  init(_ result: Result<ProgramRun, FileFailure>, of call: ProgramCall, within limits: ProgramRun.Limits = limits) {
    switch result {
    case .failure(let failure):
      text = ""
      problem = ProgramSentence(failure, setting: "[dictionaries]")
    case .success(let run):
      text = run.text
      problem = nil
      switch run.end {
      case .exited(0): problem = isEmpty ? .noAnswer(program: call.name) : nil
      // dict ends with 20 or 21 for a word that it does not have (dict(1), EXIT STATUS), and says so.
      case .exited(let status) where !isEmpty: problem = .ended(program: call.name, status: status)
      case .exited(let status): problem = .failed(program: call.name, status: status, setting: "[dictionaries]")
      case .timedOut: problem = .timedOut(program: call.name, seconds: limits.seconds ?? 0)
      case .flooded: problem = .flooded(program: call.name, sizeInMiB: limits.outputInBytes >> 20)
      case .stopped: break
      }
    }
  }

  /// Asks a dictionary and waits for its answer.
  init(asking dictionary: DictionaryCommand, for term: String, within limits: ProgramRun.Limits = limits) {
    let call = dictionary.call(for: term)
    self.init(call.run(within: limits), of: call, within: limits)
  }
}
