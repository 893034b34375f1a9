import ArticleDump

/// One thing that the doctor looked at.
struct Finding: Sendable, Hashable {
  enum State: String, Sendable, Hashable {
    case good, warning, problem
  }

  /// A stable word for machines: `locale`, `terminal.colors`.
  var check: String
  var value: String
  var state = State.good
  /// What to do about it; `nil` when there is nothing to do.
  var advice: String?

  init(_ check: String, _ value: String, _ state: State = .good, advice: String? = nil) {
    self.check = check
    self.value = value
    self.state = state
    self.advice = advice
  }
}

extension [Finding] {
  /// One finding a line, what to do about it below.
  func text() -> String {
    let width = map(\.check.utf8.count).max() ?? 0
    return map { finding in
      let mark =
        switch finding.state {
        case .good: "ok      "
        case .warning: "warning "
        case .problem: "problem "
        }
      let name = finding.check + String(repeating: " ", count: width - finding.check.utf8.count)
      let indent = String(repeating: " ", count: mark.utf8.count)
      let advice = finding.advice.map { indent + "→ " + printable($0) + "\n" } ?? ""
      return mark + name + "  " + printable(finding.value) + "\n" + advice
    }.joined()
  }

  /// One object: `{"version", "findings": [{"check", "state", "value", "advice"}]}`.
  func json() -> String {
    jsonLine { json in
      json.member("version", yuelanVersion)
      json.key("findings")
      json.array(self) { json, finding in
        json.object {
          $0.member("check", finding.check)
          $0.member("state", finding.state.rawValue)
          $0.member("value", finding.value)
          $0.member("advice", finding.advice)
        }
      }
    }
  }
}
