import Text

/// Reads labels and the names after them from one line.
struct BylineReader {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ line: String) {
    scalars = [Unicode.Scalar](unsafeUninitializedCapacity: line.utf8.count) { scalars, count in
      for scalar in line.unicodeScalars {
        scalars.initializeElement(at: count, to: Self.folded(scalar))
        count += 1
      }
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x3000, 0xA0, 0x09, 0x0A: " "
    case 0xFF01...0xFF5E where scalar != "，" && scalar != "（" && scalar != "）":
      Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: scalar.isBar ? "|" : scalar
    }
  }

  /// Whether a line is a byline that names no author, translator, editor or source.
  static func namesOthersOnly(_ line: String) -> Bool {
    guard BylineLabel.mayOpen(line) else { return false }
    var reader = BylineReader(line)
    return reader.readFields()?.isEmpty == true
  }

  mutating func read() -> Byline? {
    readFields().flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func readFields() -> Byline? {
    var byline = Byline()
    var end = scalars.count
    while index < end, Self.isOpening(scalars[index]) { index += 1 }
    while end > index, Self.isClosing(scalars[end - 1]) { end -= 1 }
    while index < end, let start = emptyLabel(before: end) { end = start }
    guard index < end else { return nil }
    while index < end {
      guard let role = readLabel(end: end) else { return nil }
      let value = readValue(end: end)
      guard add(value, as: role, to: &byline) else { return nil }
      while index < end, Self.isSeparator(scalars[index]) { index += 1 }
    }
    return byline
  }

  /// Where a label without a name begins that ends the line with its colon: `编辑：王小路 责任编辑：`.
  private func emptyLabel(before end: Int) -> Int? {
    guard scalars[end - 1] == ":" else { return nil }
    for length in (1...6).reversed() where length < end - 1 {
      var start = end - 1 - length
      var label = String.UnicodeScalarView()
      label.append(contentsOf: scalars[start..<(end - 1)])
      guard BylineLabel.isLabel(String(label)) else { continue }
      while start > 0, Self.isSeparator(scalars[start - 1]) { start -= 1 }
      return start
    }
    return nil
  }

  /// A label and its end: a colon, a slash, a bar or a blank; `By ` and `文 ` need only a blank.
  private mutating func readLabel(end: Int) -> BylineRole? {
    while index < end, Self.isSeparator(scalars[index]) { index += 1 }
    guard let (length, role) = label(at: index, end: end) else { return nil }
    index += length
    return role
  }

  private func label(at start: Int, end: Int) -> (length: Int, role: BylineRole)? {
    for (label, role) in entries(at: start, end: end) where matches(label, at: start, end: end) {
      var after = start + label.count
      var role = role
      var isCombined = false
      // 文字／编辑 某某: several labels share the names; the first one for a contribution to the text decides.
      while after < end, Self.joinsLabels(scalars[after]),
        let next = entries(at: after + 1, end: end).first(where: { matches($0.scalars, at: after + 1, end: end) })
      {
        after += 1 + next.scalars.count
        isCombined = true
        if role == .other { role = next.role }
      }
      let isLatin = label.allSatisfy(\.isASCII)
      var blanks = 0
      while after < end, scalars[after] == " " {
        blanks += 1
        after += 1
      }
      if after < end, Self.endsLabel(scalars[after]) {
        after += 1
        while after < end, scalars[after] == " " || scalars[after] == ":" { after += 1 }
        return after < end ? (after - start, role) : nil
      }
      // Without a mark: `By Jane Doe`, `记者 张三`, but not 文 化, 编辑部 or `Source and mouth of the river`.
      let needsMark = isLatin ? role == .source || role == .other : label.count == 1 && !isCombined
      if blanks > 0, after < end, !needsMark { return (after - start, role) }
    }
    return nil
  }

  private func entries(at start: Int, end: Int) -> [BylineLabel.Entry] {
    start >= 0 && start < end ? BylineLabel.entries(from: scalars[start]) : []
  }

  private func matches(_ label: [Unicode.Scalar], at start: Int, end: Int) -> Bool {
    guard start >= 0, start + label.count <= end else { return false }
    for (offset, expected) in label.enumerated() where BylineLabel.folded(scalars[start + offset]) != expected.value {
      return false
    }
    return true
  }

  /// Up to the next label, two blanks, a bar or a semicolon.
  private mutating func readValue(end: Int) -> String {
    var value = String.UnicodeScalarView()
    let start = index
    while index < end {
      let scalar = scalars[index]
      if Self.endsValue(scalar) { break }
      if scalar == " ", index + 1 < end, scalars[index + 1] == " " { break }
      if index > start, Self.partsNames(scalar) {
        var next = index + 1
        while next < end, Self.isOpening(scalars[next]) { next += 1 }
        // The label ends with a mark, or is a word of its own: 高平 实习记者 李小舟.
        if let found = label(at: next, end: end), found.length > 1,
          Self.announces(scalars, next + found.length - 1) || (found.length >= 3 && scalars[next].isHan)
        {
          break
        }
      }
      // 王洁责任编辑：刘亮: adjacent elements without a separator.
      if index > start + 1, let found = label(at: index, end: end), found.length > 2,
        Self.endsWithMark(scalars, index + found.length - 1), scalars[index - 1].isHan
      {
        break
      }
      value.append(scalar)
      index += 1
    }
    return String(value)
  }

  private static func endsWithMark(_ scalars: [Unicode.Scalar], _ last: Int) -> Bool {
    var i = last
    while i > 0, scalars[i] == " " { i -= 1 }
    return scalars[i] == ":" || scalars[i] == "/"
  }

  /// Whether a label inside a line is certain: it ends with a mark, not with a blank.
  private static func announces(_ scalars: [Unicode.Scalar], _ last: Int) -> Bool {
    var i = last
    while i > 0, scalars[i] == " " { i -= 1 }
    return endsLabel(scalars[i])
  }

  private func add(_ value: String, as role: BylineRole, to byline: inout Byline) -> Bool {
    if role == .source {
      var source = PersonName.trimmed(value)
      // 来源于某某，由某某编译: the verb is not part of the name.
      if let mark = source.firstIndex(where: { "，,".contains($0) }),
        source[mark...].simplified.holdsAny(of: ["由", "编译", "翻译", "整理"])
      {
        if let translator = SourceNote.translator(in: String(source[mark...])) {
          byline.translators.appendNew([translator])
        }
        source = PersonName.trimmed(String(source[..<mark]))
      }
      guard !source.isEmpty, source.unicodeScalars.count <= 40, !PersonName.hasSentenceMark(source) else {
        return false
      }
      byline.source = byline.source ?? source
      return true
    }
    guard !PersonName.hasSentenceMark(value) else { return false }
    let names = PersonName.split(value)
    guard !names.isEmpty, names.allSatisfy(PersonName.isPlausible) else { return role == .other && !value.isEmpty }
    switch role {
    case .author, .speaker: byline.authors.appendNew(names)
    case .translator: byline.translators.appendNew(names)
    case .editor: byline.editors.appendNew(names)
    case .translatorAndEditor:
      byline.translators.appendNew(names)
      byline.editors.appendNew(names)
    case .other, .source: break
    }
    return true
  }

  // MARK: Marks

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "(", "[", "【", "〔", "*", " ", "「", "—", "-": true
    default: false
    }
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "）", ")", "]", "】", "〕", "*", " ", "」", "。", "—", "-": true
    default: false
    }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", ";", "|", "，", ",", "、", "）", ")", "（", "(", "】", "【", "/", "。": true
    default: false
    }
  }

  /// Between labels that share their names.
  private static func joinsLabels(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "、", "&", "和", ".", "·", "・", "•": true
    default: false
    }
  }

  private static func endsLabel(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", "/", "|": true
    default: false
    }
  }

  private static func endsValue(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ";", "|": true
    default: false
    }
  }

  /// The text that may precede the next label.
  private static func partsNames(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "，", ",", "、", "/", "）", ")", "(", "（", "。": true
    default: false
    }
  }
}

extension Array where Element: Equatable {
  /// Appends the elements that are not there yet, in order.
  mutating func appendNew(_ elements: [Element]) {
    for element in elements where !contains(element) { append(element) }
  }
}
