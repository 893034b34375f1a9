/// Takes an event into account.
///
/// - Returns: What is to be done about it, in order.
public func update(_ state: inout State, _ event: Event) -> [Effect] {
  switch event {
  case .started:
    return [.loadRows(RowsRequest(query: state.session.query, generation: 1, range: 0..<200))]
  case .resized(let size):
    state.size = size
    return []
  case .key(let key) where key == Key("q"):
    return [.saveSession(state.session), .quit]
  case .hangup:
    return [.saveSession(state.session), .quit]
  default:
    return []
  }
}
