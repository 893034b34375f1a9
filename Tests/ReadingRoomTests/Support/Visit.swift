@testable import ReadingRoom

/// A visit to the room: keys go in, the sample library answers, frames come out.
struct Visit {
  var state: State
  var library: SampleLibrary
  /// Every effect since the start.
  var effects: [Effect] = []

  init(
    rows: Int = 24, columns: Int = 80, count: Int = 40, settings: Settings = Settings(),
    traits: TerminalTraits = TerminalTraits(), session: Session? = nil, keys: KeyTable = .standard,
    archives: [String] = [], hasScanned: Bool = true, pinned: [RoomSetting: String] = [:]
  ) {
    state = State(
      size: Size(rows: rows, columns: columns), settings: settings, traits: traits, keys: keys, session: session,
      archives: archives, pinned: pinned)
    library = SampleLibrary(count: count)
    send(.started)
    if hasScanned { send(.libraryScanned) }
  }

  /// Sends an event and lets the library answer the resulting effects.
  mutating func send(_ event: Event) {
    var pending = update(&state, event)
    while !pending.isEmpty {
      let effect = pending.removeFirst()
      effects.append(effect)
      for answer in library.carryOut(effect) { pending += update(&state, answer) }
    }
  }

  /// Presses keys by their names, separated by blanks: `j j enter ctrl-d`.
  mutating func press(_ names: String) {
    for name in names.split(separator: " ") {
      guard let key = Key(name: String(name)) else { preconditionFailure("no such key: \(name)") }
      send(.key(key))
    }
  }

  /// Types text, cluster by cluster.
  mutating func type(_ text: String) {
    for cluster in text { send(.key(Key(String(cluster)))) }
  }

  var frame: Frame { view(state) }
  var screen: String { frame.description }
  /// The last row of the screen.
  var status: String { String(screen.split(separator: "\n", omittingEmptySubsequences: false).last ?? "") }
}
