extension State {
  mutating func runInHistory(_ command: Command) -> [Effect] {
    let height = screen.body.rows
    if let steps = command.steps(onPageOf: height) {
      history.move(by: steps, height: height)
      return []
    }
    switch command {
    case .left: return run(.back)
    case .open, .right:
      guard let visit = history.selectedVisit else { return [] }
      if let id = visit.article { return open(id) }
      if let url = visit.url { return open(url: url) }
      notice = Notice(text: localized(.missing))
    default: break
    }
    return []
  }
}
