/// The reader's programs that should run, as far as the room's contents require them.
///
/// No command starts or stops them by itself. Whatever ends a reading or closes a pane also ends the program.
struct Programs {
  private var lookup: ProgramRequest?
  private var isLookupAnswered: Bool
  private var utterance: ProgramRequest?

  init(of state: State) {
    lookup = state.lookup?.request
    isLookupAnswered = state.lookup?.isAnswered ?? false
    utterance = state.reader?.aloud?.utterance
  }

  /// What to start and stop, compared with the programs that ran before.
  func effects(after former: Programs) -> [Effect] {
    var effects: [Effect] = []
    if lookup != former.lookup {
      // A pane that comes back may have its answer; another pane's request is of no use in any case.
      effects.append(lookup.flatMap { isLookupAnswered ? nil : .lookUp($0) } ?? .stopLookingUp)
    }
    if utterance != former.utterance { effects.append(utterance.map { .speak($0) } ?? .stopSpeaking) }
    return effects
  }
}
