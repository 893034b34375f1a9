import ArticleDump

extension Flow {
  /// The page as it was before cleaning: dropped lines are dimmed, with the reason before them.
  init(uncleaned lines: [PageLine], title: String, language: Language) {
    append(Leaf(.title, text: title))
    var ornament = Leaf(.ornament)
    ornament.isMadeByRoom = true
    append(ornament)
    for line in lines {
      let text = sanitizedLine(line.text)
      guard text.contains(where: { $0 != " " && $0 != "\u{3000}" }) else { continue }
      var label = ""
      switch line.fate {
      case .shown: break
      case .taken: label = Message.lineTaken.text(in: language)
      case .dropped:
        let reasons = DropReason.reasons(line.rules).map { $0.text(in: language) }
        label = Message.lineDropped.text(in: language, reasons.joined(separator: language.enumerationSeparator))
      }
      if !label.isEmpty { label = "〔\(label)〕" }
      var leaf = Leaf(.paragraph, text: label + text)
      if !label.isEmpty { leaf.runs = [StyleRun(utf8Range: 0..<leaf.text.utf8.count, style: .aside)] }
      append(leaf)
    }
  }

  /// The place of a text that another flow shows at a place; the start if it is not in this one.
  func offset(ofTextAt utf8Offset: Int, in other: Flow) -> Int {
    let place = other.locate(utf8Offset)
    for leaf in other.leaves[min(place.leaf, other.leaves.count)...].prefix(12) {
      let probe = String(leaf.text.drop { $0 == "\u{3000}" || $0 == " " }.prefix(12))
      guard probe.count >= 6 else { continue }
      if let found = leaves.first(where: { $0.text.range(of: probe) != nil }) { return found.base }
    }
    return 0
  }
}
