import Text

// The marks between the facts of a line: `作者：甲 | 来源：乙报`.

extension Unicode.Scalar {
  /// A bar, in the forms that keyboards and fonts have for it. 丨 is a Chinese character that looks like one.
  var isBar: Bool {
    switch self {
    case "|", "｜", "丨", "∣", "︱", "│", "┃": true
    default: false
    }
  }

  var isSlash: Bool { self == "/" || self == "／" }
}

extension String {
  var holdsBar: Bool { holdsAny(of: ["|", "｜", "丨", "∣", "︱", "│", "┃"]) }

  /// The parts between bars that are not empty.
  var partsBetweenBars: [String] { unicodeScalars.split(whereSeparator: \.isBar).map { String($0) } }
}
