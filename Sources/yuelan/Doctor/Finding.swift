import ArticleDump
import ReadingRoom
import Typesetting

/// The result of one check of the doctor.
struct Finding: Sendable, Hashable {
  enum State: String, Sendable, Hashable {
    case good, warning, problem
  }

  /// A stable identifier for programs: `locale`, `terminal.colors`.
  var check: String
  var value: DoctorSentence
  var state = State.good
  /// What to do about it; `nil` when nothing needs to be done.
  var advice: DoctorSentence?

  init(_ check: String, _ value: DoctorSentence, _ state: State = .good, advice: DoctorSentence? = nil) {
    self.check = check
    self.value = value
    self.state = state
    self.advice = advice
  }
}

extension [Finding] {
  /// One line a finding, with the advice below it.
  func text(in language: Language) -> String {
    let marks = language.choosing(("正常 注意 问题", "正常 注意 問題", "ok warning problem")).split(separator: " ")
    let markWidth = marks.map { String($0).widthInCells() }.max() ?? 0
    let names = map { $0.name(in: language) }
    let width = names.map { $0.widthInCells() }.max() ?? 0
    return zip(self, names).map { finding, name in
      let mark =
        switch finding.state {
        case .good: padded(marks[0], to: markWidth)
        case .warning: padded(marks[1], to: markWidth)
        case .problem: padded(marks[2], to: markWidth)
        }
      let name = padded(name[...], to: width)
      let indent = String(repeating: " ", count: markWidth + 1)
      let advice = finding.advice.map { indent + "→ " + printable($0.text(in: language)) + "\n" } ?? ""
      return mark + " " + name + "  " + printable(finding.value.text(in: language)) + "\n" + advice
    }.joined()
  }

  /// One object, `{"version", "findings": [{"check", "state", "value", "advice"}]}`, always in English: programs read
  /// it.
  func json() -> String {
    jsonLine { json in
      json.member("version", yuelanVersion)
      json.key("findings")
      json.array(self) { json, finding in
        json.object {
          $0.member("check", finding.check)
          $0.member("state", finding.state.rawValue)
          $0.member("value", finding.value.text(in: .english))
          $0.member("advice", finding.advice?.text(in: .english))
        }
      }
    }
  }
}

private func padded(_ word: Substring, to widthInCells: Int) -> String {
  word + String(repeating: " ", count: max(0, widthInCells - String(word).widthInCells()))
}
