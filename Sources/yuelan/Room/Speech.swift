import ReadingRoom

/// What we expect of a program that speaks a sentence.
enum Speech {
  /// A sentence may take any time. The only output of interest is why the speaker failed.
  static let limits = ProgramRun.Limits(outputInBytes: 1 << 20, seconds: nil, readsOnlyComplaints: true)

  /// No voice is faster: at its fastest, 500 words a minute, espeak-ng needs about 50 ms for a Han character.
  private static let leastMillisecondsPerCharacter: UInt64 = 10

  /// Why a sentence was not spoken; `nil` when it was.
  ///
  /// Without a sound device, espeak-ng complains, speaks to nobody and exits successfully, at once. The mark would run
  /// silently through the article: complaints therefore count when a program exits sooner than it could have spoken.
  static func problem(with result: Result<ProgramRun, FileFailure>, of call: ProgramCall) -> ProgramSentence? {
    let run: ProgramRun
    switch result {
    case .failure(let failure): return ProgramSentence(failure, setting: "speaker")
    case .success(let value): run = value
    }
    let complaint = run.text.split(whereSeparator: \.isNewline).last.map { String($0.prefix(80)) }
    switch run.end {
    case .exited(0):
      let isTooSoon = run.milliseconds < UInt64(call.input.count) * leastMillisecondsPerCharacter
      guard let complaint, isTooSoon else { return nil }
      return .silent(program: call.name, complaint: complaint)
    case .exited(let status):
      return .failed(program: call.name, status: status, setting: "speaker", complaint: complaint)
    case .flooded: return .flooded(program: call.name, sizeInMiB: limits.outputInBytes >> 20)
    case .timedOut, .stopped: return nil
    }
  }
}
