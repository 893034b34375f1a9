extension State {
  mutating func enterThemes() {
    guard room != .themes else { return }
    let index = themes.firstIndex { $0.id == themeID } ?? 0
    themePicker = ThemePickerState(selected: index)
    enter(.themes)
  }

  mutating func runInThemes(_ command: Command) -> [Effect] {
    guard var picker = themePicker, !themes.isEmpty else {
      leaveRoom()
      return []
    }
    switch command {
    case .lineDown: picker.selected = min(picker.selected + 1, themes.count - 1)
    case .lineUp: picker.selected = max(picker.selected - 1, 0)
    case .first, .pageUp, .halfPageUp: picker.selected = 0
    case .last, .pageDown, .halfPageDown: picker.selected = themes.count - 1
    case .left: return run(.back)
    case .open, .right:
      themePicker = nil
      leaveRoom()
      return use(theme: themes[picker.selected].id)
    default: return []
    }
    themePicker = picker
    // The selected theme is applied at once.
    applyTheme(themes[picker.selected].id)
    return []
  }

  /// - Parameter id: `nil` leaves the choice to the terminal's background.
  mutating func use(theme id: String?) -> [Effect] {
    settings.theme = id
    applyTheme(themeID)
    notice = Notice(text: localized(.savedTheme, themes.first { $0.id == themeID }?.name ?? themeID))
    return []
  }
}
