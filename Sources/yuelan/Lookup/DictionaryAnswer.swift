import ReadingRoom

/// The result of asking a dictionary.
struct DictionaryAnswer: Sendable, Hashable {
  /// Its output, unchanged: sanitize it before showing it.
  var text: String
  /// What went wrong; there may be text nevertheless.
  var problem: ProgramSentence?

  /// Whether it printed nothing but blanks.
  var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }

  /// Dictionaries answer at once, or after a query over a slow connection; nobody waits longer.
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
      // dict exits with 20 or 21 for an unknown word (dict(1), EXIT STATUS), after printing a message.
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
