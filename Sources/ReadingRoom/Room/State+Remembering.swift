extension State {
  /// Settings that a reader's event changed, to be remembered. If something with precedence sets it, the next start
  /// will not follow it, and the notice says so.
  mutating func remember(changesFrom former: Settings) -> [Effect] {
    guard former != settings else { return [] }
    var effects: [Effect] = []
    for setting in RoomSetting.allCases where setting.text(in: former) != setting.text(in: settings) {
      effects.append(.remember(setting, setting.text(in: settings)))
      if let place = pinned[setting] {
        let warning = localized(.onlyThisTime, place)
        notice = Notice(text: notice.map { $0.text + localized(.clauseEnd) + warning } ?? warning)
      }
    }
    return effects
  }
}
