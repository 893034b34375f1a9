extension ArticleParser.Reading {
  /// What the cleaner decided about each line, for people: `keep` or `drop`, the score, the line; `take` if a line was
  /// kept and then read as a fact, `left` if one was dropped but stays for its facts. Below it are the rules that held,
  /// the heaviest first, why a line stays against its score, and which step read it. The text is as in the dump;
  /// sanitize it for a terminal.
  public var explanation: String {
    var text = ""
    for verdict in verdicts {
      let score = String(verdict.score)
      text += verdict.outcome + " " + String(repeating: " ", count: max(0, 6 - score.utf8.count)) + score
      text += "  " + verdict.text.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n"
      var reasons = verdict.heaviestFirst.map { "\($0.rule) \($0.weight > 0 ? "+" : "")\($0.weight)" }
      if let step = verdict.takenBy { reasons.insert("taken: \(step.rawValue)", at: 0) }
      if let exemption = verdict.exemption { reasons.insert("stays: \(exemption.rawValue)", at: 0) }
      text += "             " + reasons.joined(separator: ", ") + "\n"
    }
    return text
  }

  /// The same as one JSON object: `path`, and `lines` of `kept`, `shown`, `score`, `text`, `takenBy`, `exemption`, `rules`
  /// (`id`, `weight`).
  public var explanationJSON: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("path")
      writer.string(article.path)
      writer.key("lines")
      writer.array(verdicts) { writer, verdict in
        writer.object { writer in
          writer.key("kept")
          writer.bool(verdict.isKept)
          writer.key("shown")
          writer.bool(verdict.isShown)
          writer.key("score")
          writer.number(verdict.score)
          writer.key("text")
          writer.string(verdict.text)
          writer.key("takenBy")
          writer.string(verdict.takenBy?.rawValue)
          writer.key("exemption")
          writer.string(verdict.exemption?.rawValue)
          writer.key("rules")
          writer.array(verdict.heaviestFirst) { writer, reason in
            writer.object { writer in
              writer.key("id")
              writer.string(reason.rule)
              writer.key("weight")
              writer.number(reason.weight)
            }
          }
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension LineVerdict {
  fileprivate var outcome: String {
    switch (isKept, isShown) {
    case (true, true): "keep"
    case (true, false): "take"
    case (false, true): "left"
    case (false, false): "drop"
    }
  }

  fileprivate var heaviestFirst: [Reason] {
    rules.sorted { (-abs($0.weight), $0.rule) < (-abs($1.weight), $1.rule) }
  }
}
