import Text

/// Reads facts in the first and last paragraphs: dateline, bylines, notes about the source.
enum EdgeReader {
  /// Proposes the facts at a text's edges, and marks paragraphs that contain nothing else.
  ///
  /// - Parameter mayBeUnsigned: Whether an author is known, so that the last line is not searched for a name.
  static func read(_ blocks: inout [Block], _ sheet: inout FactSheet, zone: CivilZone, mayBeUnsigned: Bool = false) {
    readDateline(blocks, &sheet, zone)
    // Bylines are near the beginning or the end.
    let count = blocks.count
    for index in blocks.indices where index < 4 || index >= count - 5 {
      guard case .paragraph(let text, let role) = blocks[index] else { continue }
      if role == nil || role == .notice || role == .subhead, let note = SourceNote(text.text) {
        if let source = note.source { sheet.sources.propose(source, from: .text, by: .signature) }
        if sheet.translators == nil, let translator = note.translator {
          sheet.translators = Sourced([translator], .text)
        }
        blocks[index] = .paragraph(text, role: .notice)
        continue
      }
      guard role != .subhead, role != .standfirst else { continue }
      if let byline = Byline(line: text.text) {
        sheet.propose(byline)
        if role == nil { blocks[index] = .paragraph(text, role: .byline) }
      } else if let byline = Byline(closing: text.text) {
        sheet.propose(byline)
      } else if index >= count - 5, let agency = SourceAgency.named(in: text.text) {
        sheet.sources.propose(agency, from: .text, by: .signature)
        if role == nil, sheet.sources.all.count == 1 { blocks[index] = .paragraph(text, role: .credit) }
      }
    }
    readClosing(&blocks, &sheet)
    if !mayBeUnsigned, sheet.authors == nil { readSignature(&blocks, &sheet) }
  }

  /// `新华社北京7月1日电（记者张三）` before the first sentence.
  private static func readDateline(_ blocks: [Block], _ sheet: inout FactSheet, _ zone: CivilZone) {
    let openings = blocks.prefix(8).lazy.compactMap { block -> StyledText? in
      if case .paragraph(let text, let role) = block, role == nil || role == .standfirst { text } else { nil }
    }
    for opening in openings.prefix(4) {
      guard let found = Dateline(opening: opening.text) else { continue }
      if sheet.dateline == nil, let place = found.place { sheet.dateline = Sourced(place, .text) }
      if let day = found.day {
        let isPekings = opening.text.prefix(40).holds("北京")
        sheet.publications.propose(isPekings ? day : day.onDate(of: zone), from: .text, by: .signature)
      }
      if let agency = found.source { sheet.sources.propose(agency, from: .text, by: .signature) }
      if !found.authors.isEmpty { sheet.people.propose(found.authors, from: .text, by: .signature) }
      return
    }
  }

  /// `……举行。（张某某）`: the name in a bracket after the last sentence, or alone below it.
  private static func readClosing(_ blocks: inout [Block], _ sheet: inout FactSheet) {
    var looked = 0
    for index in blocks.indices.reversed() {
      guard looked < 4 else { return }
      guard case .paragraph(let text, let role) = blocks[index], role != .notice, role != .endmark else { continue }
      looked += 1
      guard let byline = ClosingBracket.byline(text.text) else { continue }
      sheet.propose(byline, by: .signature)
      if role == nil, ClosingBracket.isWhole(text.text) { blocks[index] = .paragraph(text, role: .byline) }
      return
    }
  }

  /// A signature: the text's last line is a date, and the line before it a name.
  private static func readSignature(_ blocks: inout [Block], _ sheet: inout FactSheet) {
    guard blocks.count >= 3, case .paragraph(let day, nil) = blocks[blocks.count - 1], day.text.utf8.count <= 40,
      Timestamp(day.text, zone: .utc)?.isDateOnly == true,
      case .paragraph(let text, nil) = blocks[blocks.count - 2], FamilyName.opens(text.text)
    else { return }
    sheet.people.propose([text.text], from: .text, by: .signature)
    blocks[blocks.count - 2] = .paragraph(text, role: .byline)
  }
}

extension FactSheet {
  /// Proposes the people and the source that a line of the text names.
  fileprivate mutating func propose(_ byline: Byline, by reading: Reading = .label) {
    if !byline.authors.isEmpty { people.propose(byline.authors, from: .text, by: reading) }
    if translators == nil, !byline.translators.isEmpty { translators = Sourced(byline.translators, .text) }
    if editors == nil, !byline.editors.isEmpty { editors = Sourced(byline.editors, .text) }
    if let source = byline.source { sources.propose(source, from: .text, by: .signature) }
  }
}

/// The bracket that closes a report and says who wrote it: `（张某某）`, `(文/图 甲 乙)`, `（记者 甲 通讯员 乙）`.
enum ClosingBracket {
  /// Whether a text is a bracket and nothing else.
  static func isWhole(_ text: String) -> Bool {
    text.trimmedOfBlanks.unicodeScalars.first.map { $0.isOne(of: "（(【") } == true
  }

  static func byline(_ text: String) -> Byline? {
    guard let last = text.unicodeScalars.last(where: { !$0.isBlank }), last.isOne(of: "）)】") else {
      return nil
    }
    let tail = Array(text.unicodeScalars.suffix(64))
    guard let close = tail.lastIndex(where: { $0.isOne(of: "）)】") }),
      let open = tail[..<close].lastIndex(where: { $0.isOne(of: "（(【") })
    else { return nil }
    // A sentence must end before it, unless it is alone: in 他说的是老王（张三） it is part of one.
    if let before = tail[..<open].last(where: { !$0.isBlank }),
      !before.isOne(of: "。！？”」』…!?；;）")
    {
      return nil
    }
    guard text.unicodeScalars.count <= 64 || open > 0 else { return nil }
    let inside = tail[(open + 1)..<close]
    let line = String(String.UnicodeScalarView(inside)).trimmedOfBlanks
    if let byline = Byline(line: line) { return byline.authors.isEmpty ? nil : byline }
    let names = SignedBracket(inside)?.dateline.authors ?? announced(inside) ?? Byline.introduced(line).map { [$0] }
    guard let names, !names.isEmpty else { return bare(line) }
    var byline = Byline()
    byline.authors = names
    return byline
  }

  /// `山城晚报记者王小江`: without a blank, only a family name distinguishes a name from a remark.
  private static func announced(_ inside: ArraySlice<Unicode.Scalar>) -> [String]? {
    guard let names = SignedBracket(inside, isAnnounced: true)?.dateline.authors, names.allSatisfy(FamilyName.opens)
    else { return nil }
    return names
  }

  /// One to three names and nothing else.
  private static func bare(_ line: String) -> Byline? {
    let names = line.unicodeScalars.split { $0.isBlank || $0.isOne(of: "、，,/") }.map(String.init)
    guard 1...3 ~= names.count,
      names.allSatisfy({ name in
        FamilyName.opens(name) && !AuthorName.isMedium(name) && !AuthorName.isNobody(name)
          && !PersonWords.remarks.contains(name)
      })
    else { return nil }
    var byline = Byline()
    byline.authors = names
    return byline
  }
}
