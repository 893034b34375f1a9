import Text

/// The opening of a report, which names its place, date, agency and reporters.
///
/// `路透伦敦2月9日 - `, `（法新社巴黎12日电）`, `新华社北京7月1日电（记者张三）`, `香港——`, `BEIJING (Reuters) - `.
struct Dateline: Hashable {
  var place: String?
  var source: String?
  var authors: [String] = []
  /// The full date in the opening.
  var day: Timestamp?

  /// - Parameter opening: The first paragraph of running text.
  init?(opening text: String) {
    if let first = text.utf8.first, 0x41...0x5A ~= first {
      guard let dateline = Self.english(text) else { return nil }
      self = dateline
      return
    }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(60)
    for scalar in text.unicodeScalars {
      if scalars.count == 60 { break }
      scalars.append(scalar)
    }
    guard
      let dateline = Self.agency(scalars) ?? Self.place(scalars) ?? Self.bracketed(scalars) ?? Self.signed(scalars)
        ?? Self.reported(scalars)
    else { return nil }
    self = dateline
  }

  init() {}

  /// Cities that reports are sent from.
  static let cities = PhraseSet(Vocabulary.cities)

  /// The agency or the medium's own name that a text begins with: its length in characters and, of an agency, its name.
  private static func medium(opening text: ArraySlice<Unicode.Scalar>) -> (count: Int, source: String?)? {
    guard let first = text.first, first.isHan else { return nil }
    let opening = String(String.UnicodeScalarView(text.prefix(12)))
    if let length = PersonWords.ownMedia.openingLength(of: opening) { return (length / 3, nil) }
    guard let agency = opening.withBytes({ AgencyTable.match($0, at: 0, scalar: first.value) }),
      case let name = AgencyTable.names[agency.agency], name.ends(with: "社")
    else { return nil }
    return (agency.length / 3, name)
  }

  private static func agency(_ scalars: [Unicode.Scalar]) -> Dateline? {
    var i = 0
    while i < scalars.count, scalars[i].isOne(of: "（(【[ \u{3000}") { i += 1 }
    guard let medium = medium(opening: scalars[i...]) else { return nil }
    i += medium.count
    var dateline = Dateline()
    dateline.source = medium.source
    while i < scalars.count, scalars[i] == " " { i += 1 }
    // （中央社記者某某台北5日電）: the reporter is between the agency and the place.
    let next = String(String.UnicodeScalarView(scalars[i...].prefix(14)))
    if next.simplified.begins(with: "记者") {
      guard let place = cities.firstRange(in: next)?.lowerBound else { return nil }
      let name = String(decoding: next.utf8.prefix(place), as: UTF8.self).dropFirst(2)
      guard 2...4 ~= name.unicodeScalars.count, name.unicodeScalars.allSatisfy(\.isHan) else { return nil }
      dateline.authors = [String(name)]
      i += 2 + name.unicodeScalars.count
    }
    let placeStart = i
    while i < scalars.count, scalars[i].isHan || scalars[i] == "/" || scalars[i] == "·" { i += 1 }
    var placeEnd = i
    // A date: 2月9日, 12日; then 电, a dash, or a closing bracket.
    if i < scalars.count, isDigit(scalars[i]) {
      while i < scalars.count, isDigit(scalars[i]) || scalars[i].isOne(of: "月日年") { i += 1 }
    } else {
      // 法新社巴黎电: the place ends before it.
      guard let mark = scalars[placeStart..<i].lastIndex(where: { $0.isOne(of: "电電") }) else {
        return endsLikeDateline(scalars, i) ? bounded(dateline, scalars[placeStart..<placeEnd]) : nil
      }
      placeEnd = mark
      i = mark
    }
    guard endsLikeDateline(scalars, i) else { return nil }
    if dateline.authors.isEmpty { dateline.authors = reporters(scalars[i...]) }
    return bounded(dateline, scalars[placeStart..<placeEnd])
  }

  /// `电（记者程楠）`, `电 (记者 张瑞)`: the reporter follows the place and the date.
  private static func reporters(_ text: ArraySlice<Unicode.Scalar>) -> [String] {
    let rest = text.drop { $0.isOne(of: "电電 讯訊") }
    guard let open = rest.first, open.isOne(of: "（("),
      let end = rest.firstIndex(where: { $0.isOne(of: "）)") })
    else { return [] }
    return SignedBracket(rest[rest.index(after: rest.startIndex)..<end], isAnnounced: true)?.dateline.authors ?? []
  }

  /// 【财见网】（记者 高平）, （山報社記者王小明嘉義17日電）, 〔記者王大同／高雄報導〕: a medium that is not in the table of agencies.
  private static func signed(_ scalars: [Unicode.Scalar]) -> Dateline? {
    guard let first = scalars.first, first.isOne(of: "【（([〔［") else { return nil }
    var start = 0
    var dateline = Dateline()
    if first == "【" {
      guard let close = scalars.prefix(30).firstIndex(of: "】") else { return nil }
      dateline.day = day(in: scalars[1..<close])
      guard close + 1 < scalars.count, scalars[close + 1].isOne(of: "（([〔［") else {
        return dateline.day == nil ? SignedBracket(scalars[1..<close])?.dateline : dateline
      }
      start = close + 1
    }
    guard let end = scalars[start...].firstIndex(where: { $0.isOne(of: "）)]〕］") }) else {
      return dateline.day == nil ? nil : dateline
    }
    guard let found = SignedBracket(scalars[(start + 1)..<end])?.dateline else {
      return dateline.day == nil ? nil : dateline
    }
    dateline.place = found.place
    dateline.authors = found.authors
    return dateline
  }

  /// `山城晚报讯（记者 甲 通讯员 乙）`, `江边社白石12月9日电（记者甲）`: a medium that is not in the table of agencies, and the bracket after it.
  private static func reported(_ scalars: [Unicode.Scalar]) -> Dateline? {
    guard let open = scalars.prefix(26).firstIndex(where: { $0.isOne(of: "（(") }), open >= 2,
      let close = scalars[open...].firstIndex(where: { $0.isOne(of: "）)") })
    else { return nil }
    var before = scalars[..<open]
    while let last = before.last, last.isBlank { before = before.dropLast() }
    guard let last = before.last,
      last.isOne(of: "讯訊电電") || before.suffix(2).elementsEqual("消息".unicodeScalars),
      before.allSatisfy({ $0.isHan || $0.isBlank || isDigit($0) || $0.isOne(of: "【】[]·") }),
      let found = SignedBracket(scalars[(open + 1)..<close], isAnnounced: true)?.dateline
    else { return nil }
    var dateline = Dateline()
    dateline.authors = found.authors
    dateline.place = found.place ?? cityBeforeDay(before)
    return dateline
  }

  /// `江边社南京12月9日电`: the city after a medium's name.
  private static func cityBeforeDay(_ before: ArraySlice<Unicode.Scalar>) -> String? {
    let place = String(String.UnicodeScalarView(before.dropLast().prefix { !isDigit($0) }))
    return cities.closingLength(of: place).map { String(decoding: place.utf8.suffix($0), as: UTF8.self) }
  }

  /// `大纪元2023年07月05日讯`: the date of a report, with which some papers open all of theirs.
  private static func day(in text: ArraySlice<Unicode.Scalar>) -> Timestamp? {
    guard let last = text.last, last.isOne(of: "讯訊电電") else { return nil }
    return Timestamp.first(in: String(String.UnicodeScalarView(text)), zone: .shanghai)?.timestamp
  }

  /// A place of at most eight characters; without one, only the source is known.
  private static func bounded(_ dateline: Dateline, _ place: ArraySlice<Unicode.Scalar>) -> Dateline? {
    var dateline = dateline
    guard place.count <= 8 else { return nil }
    if place.count >= 2 { dateline.place = String(String.UnicodeScalarView(place)) }
    // 本台法广（…）: if no agency vouches for the place, only a city counts.
    if dateline.source == nil, !(dateline.place.map(opensWithCity) ?? false) { return nil }
    return dateline
  }

  private static func endsLikeDateline(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
    var i = start
    if i < scalars.count, scalars[i].isOne(of: "（(") { return true }
    while i < scalars.count, scalars[i] == " " { i += 1 }
    return i < scalars.count && scalars[i].isOne(of: "电電-—–)）】讯訊")
  }

  /// `香港—— `, `纽约 — `: a known place before a dash at the very beginning.
  private static func place(_ scalars: [Unicode.Scalar]) -> Dateline? {
    guard scalars.contains(where: { $0 == "—" || $0 == "–" }) else { return nil }
    var i = 0
    while i < scalars.count, i <= 16, scalars[i].isHan || scalars[i].isOne(of: "、，/·") {
      i += 1
    }
    let end = i
    while i < scalars.count, scalars[i] == " " { i += 1 }
    guard 2...16 ~= end, i + 1 < scalars.count, scalars[i].isOne(of: "—–"),
      scalars[i + 1] == "—" || scalars[i + 1] == " "
    else { return nil }
    let text = String(String.UnicodeScalarView(scalars[..<end]))
    // 德克萨斯州奥斯汀: the province may precede the place.
    guard cities.opens(text) || cities.closes(text) else { return nil }
    var dateline = Dateline()
    dateline.place = text
    return dateline
  }

  /// `（怡保2日讯）`: a place and a date in a bracket, which is how Malaysian papers open reports.
  private static func bracketed(_ scalars: [Unicode.Scalar]) -> Dateline? {
    guard let first = scalars.first, first.isOne(of: "（(【") else { return nil }
    let place = scalars.dropFirst().prefix { $0.isHan }
    let day = scalars[place.endIndex...].prefix(while: isDigit)
    let rest = scalars[day.endIndex...].prefix(3)
    guard 2...6 ~= place.count, 1...2 ~= day.count, rest.count == 3, rest.first == "日",
      scalars[rest.startIndex + 1].isOne(of: "讯訊电電"),
      scalars[rest.startIndex + 2].isOne(of: "）)】")
    else { return nil }
    var dateline = Dateline()
    dateline.place = String(String.UnicodeScalarView(place))
    return dateline
  }

  /// `BEIJING, July 3 (Reuters) - `.
  private static func english(_ text: String) -> Dateline? {
    guard text.utf8.prefix(640).contains(0x28) else { return nil }
    let head = text.prefix(80)
    guard let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")") else { return nil }
    let rest = head[head.index(after: close)...].drop { $0 == " " }
    guard rest.hasPrefix("-") || rest.hasPrefix("–") || rest.hasPrefix("—") else { return nil }
    let place = PersonName.trimmed(String(head[..<open].prefix { $0 != "," }))
    let isCapital = place.allSatisfy { $0.isUppercase || $0 == " " || $0 == "." || $0 == "-" }
    guard place.count >= 3, isCapital else { return nil }
    let source = String(head[head.index(after: open)..<close])
    let agency = source.withBytes { AgencyTable.match($0, at: 0, scalar: UInt32($0.first ?? 0)) }
    var dateline = Dateline()
    dateline.place = place
    // AP is not an alias in the table, since it is a part of many other words.
    dateline.source = source == "AP" ? "美联社" : agency.map { AgencyTable.names[$0.agency] }
    return dateline
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    0x30...0x39 ~= scalar.value || 0xFF10...0xFF19 ~= scalar.value
  }

  /// Whether a text begins with a city that reports are sent from.
  static func opensWithCity(_ text: String) -> Bool { cities.opens(text) }

  /// The place after 发自 in a byline.
  static func sentFrom(_ line: String) -> String? {
    guard let mark = line.simplified.utf8Offset(of: "发自") else { return nil }
    let rest = String(decoding: line.utf8.dropFirst(mark), as: UTF8.self).unicodeScalars.dropFirst(2).drop { $0 == " " }
    let place = rest.prefix { $0.isHan }
    return 2...6 ~= place.count ? String(String.UnicodeScalarView(place)).trimmedOfBlanks : nil
  }

  /// Whether a text is the name of such a city.
  static func isCity(_ text: String) -> Bool { cities.contains(text) }
}

/// The agency that a report credits at its end.
enum SourceAgency {
  /// `(本文依据了美联社的报道。)`, `（路透社、德新社）`, `（综合报道）`, `（据法新社）`.
  ///
  /// - Parameter line: One of the last paragraphs.
  static func named(in line: String) -> String? {
    guard line.utf8.count <= 240, let opening = line.unicodeScalars.first(where: { $0 != " " && $0 != "*" }) else {
      return nil
    }
    switch opening {
    case "（", "(", "[", "【", "本", "综", "綜": break
    default: return nil
    }
    var text = PersonName.trimmed(line)
    while let first = text.unicodeScalars.first, first.isOne(of: "（([【*") {
      text.unicodeScalars.removeFirst()
    }
    while let last = text.unicodeScalars.last, last.isOne(of: "）)]】*。. 等") {
      text.unicodeScalars.removeLast()
    }
    if SourceWords.summaries.contains(text) { return text }
    let isTaken = SourceWords.credits.opens(text)
    let isBare = line != text && line.unicodeScalars.first.map { $0.isOne(of: "（(") } == true
    guard isTaken || isBare else { return nil }
    var names: [String] = []
    for part in text.split(whereSeparator: { "、，,/／ 和与及".contains($0) }) {
      var scan = String(part).withoutPrefix("本文")
      if let length = SourceWords.basis.openingLength(of: scan) {
        scan = String(decoding: scan.utf8.dropFirst(length), as: UTF8.self)
      }
      guard let agency = agency(opening: scan) else {
        // A bare bracket holds agencies only.
        if isTaken { continue } else { return nil }
      }
      names.appendNew([agency])
    }
    return names.isEmpty ? nil : names.joined(separator: "、")
  }

  private static func agency(opening text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      guard !bytes.isEmpty else { return nil }
      let scalar = UTF8Scalar.decode(bytes, at: 0).value
      guard let match = AgencyTable.match(bytes, at: 0, scalar: scalar) else { return nil }
      let rest = String(decoding: bytes[match.length...], as: UTF8.self)
      return rest.isEmpty || SourceWords.endings.contains(rest) ? AgencyTable.names[match.agency] : nil
    }
  }
}
