/// Everything the room is at a moment: a plain value. `update` changes it, `view` shows it.
public struct State: Sendable {
  public internal(set) var size: Size
  public internal(set) var settings: Settings
  public internal(set) var traits: TerminalTraits
  public internal(set) var themes: [Theme]
  public internal(set) var keys: KeyTable
  /// What of the room is worth keeping; `Effect.saveSession` carries the same.
  public internal(set) var session: Session

  /// The room before its first event.
  ///
  /// - Parameters:
  ///   - size: The terminal's; any size, also 0 by 0.
  ///   - themes: At least one is best; without any the room is drawn plain.
  ///   - session: What the last visit left, if anything.
  public init(
    size: Size, settings: Settings = Settings(), traits: TerminalTraits = TerminalTraits(),
    themes: [Theme] = Theme.builtIn, keys: KeyTable = .standard, session: Session? = nil
  ) {
    self.size = size
    self.settings = settings
    self.traits = traits
    self.themes = themes
    self.keys = keys
    self.session = session ?? Session(theme: settings.theme, measureInCells: settings.measureInCells)
  }
}
