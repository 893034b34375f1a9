/// The programs of the reader's that run because of what the room shows: they run as long as it asks for them.
///
/// No command starts or stops them by itself. Whatever ends a reading or closes a pane, the program ends with it.
struct Programs {
  private var lookup: ProgramRequest?
  private var isLookupAnswered: Bool
  private var utterance: ProgramRequest?

  init(of state: State) {
    lookup = state.lookup?.request
    isLookupAnswered = state.lookup?.isAnswered ?? false
    utterance = state.reader?.aloud?.utterance
  }

  /// What is to be started and stopped where others ran before.
  func effects(after former: Programs) -> [Effect] {
    var effects: [Effect] = []
    if lookup != former.lookup {
      // A pane that comes back may have its answer; what another one asked is of no use either way.
      effects.append(lookup.flatMap { isLookupAnswered ? nil : .lookUp($0) } ?? .stopLookingUp)
    }
    if utterance != former.utterance { effects.append(utterance.map { .speak($0) } ?? .stopSpeaking) }
    return effects
  }
}
