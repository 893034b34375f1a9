/// Characters that are better kept together: numbers and their units, names and their signs, syllables and their tones.
///
/// UAX #14 keeps numbers together with adjacent signs (LB25); these rules add cases that it separates. Source: CLREQ,
/// "Unbreakable Marks and Numbers"; GB/T 15835-2011 for numbers and units. That the number of a note
/// stays with what it notes is a custom of printers.
extension LineBreaker {
  /// What the rules of cohesion decide about the place before a scalar, `nil` if none applies.
  func decideAboutCohesion(_ next: Element, _ ahead: Lookahead) -> BreakOpportunity? {
    let mark = next.mark
    if mark == .unit, isQuantity { return .soft }
    if hasSpaces { return holdsAcrossSpace(next, ahead) ? .soft : nil }
    if mark == .tone { return lastMark.isBopomofo ? .prohibited : nil }
    if mark.isBopomofo { return decideBeforeBopomofo(mark, ahead) }
    if lastMark == .sign || mark == .sign { return decideAboutSign(next, ahead) }
    if next.lineBreakClass == .numeric {
      // 第3章, 10：30
      if ahead.isPreceded(by: "第") { return .soft }
      if lastMark == .stop, ahead.isPreceded(by: "："), ahead.isDigit(before: 3) { return .soft }
    }
    // [12] and what it notes
    if next.lineBreakClass == .openPunctuation, ahead.beginsNoteNumber() { return .soft }
    // C++
    if next.lineBreakClass == .prefixNumeric, last == .prefixNumeric, ahead.repeatsPlus() { return .prohibited }
    return nil
  }

  /// A syllable of bopomofo keeps its finals and its tone, one after it or, for ˙, before it.
  private func decideBeforeBopomofo(_ mark: MarkRole, _ ahead: Lookahead) -> BreakOpportunity? {
    if lastMark == .tone {
      return ahead.isPreceded(by: "˙") && !ahead.isBopomofo(at: ahead.offset - 5) ? .prohibited : .allowed
    }
    return lastMark.isBopomofo && mark == .bopomofoFinal ? .soft : nil
  }

  /// @ and an opening # stay with what follows, a closing # with what it closes.
  private func decideAboutSign(_ next: Element, _ ahead: Lookahead) -> BreakOpportunity? {
    if next.mark == .sign { return ahead.closesTopic(before: ahead.offset) ? .soft : nil }
    let isTopic = ahead.isPreceded(by: "#") || ahead.isPreceded(by: "＃")
    guard isTopic else { return next.lineBreakClass.isIn(.ideographs) ? .soft : nil }
    let start = ahead.isPreceded(by: "#") ? ahead.offset - 1 : ahead.offset - 3
    return ahead.closesTopic(before: start) ? nil : .soft
  }

  /// Whether a space is between a number and its unit or sign, an abbreviation and its number, or initials and a name.
  private func holdsAcrossSpace(_ next: Element, _ ahead: Lookahead) -> Bool {
    let bytes = ahead.text.bytes
    let place = ahead.offset - 1
    guard place > 0, bytes[place] == 0x20, bytes[place - 1] != 0x20 else { return false }
    if bytes[place - 1] &- 0x30 < 10 {
      return next.lineBreakClass == .postfixNumeric || LatinUnits.begin(at: ahead.offset, in: ahead.text)
    }
    if next.lineBreakClass == .numeric {
      if last == .prefixNumeric { return true }
      if place >= 3, bytes[place - 3] == 0xE7, bytes[place - 2] == 0xAC, bytes[place - 1] == 0xAC { return true }  // 第
    }
    guard bytes[place - 1] == 0x2E else { return false }
    // The word before the full stop.
    var start = place - 1
    while start > 0, place - start < 6, (bytes[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
    let length = place - 1 - start
    let isCapital = bytes[start] &- 0x41 < 26
    if next.lineBreakClass == .numeric { return LatinUnits.isNumberAbbreviation(at: start, length, in: ahead.text) }
    guard bytes[ahead.offset] &- 0x41 < 26, isCapital else { return false }
    return length == 1 || LatinUnits.isTitle(at: start, length, in: ahead.text)
  }

  /// Kana that never start a line (ー っ ァ) may do so only outside Japanese text: beside other kana they stay with them.
  ///
  /// Source: JLREQ, 3.1.7; CSS Text 4, `line-break`, leaves CJ to the language.
  func isAmongKana(_ ahead: Lookahead) -> Bool {
    !hasSpaces && ahead.isKana(at: ahead.offset - 3) || ahead.isKana(at: ahead.end)
  }
}

extension LineBreaker.Lookahead {
  /// Whether a text directly precedes the scalar.
  @inline(__always) func isPreceded(by string: StaticString) -> Bool {
    let count = string.utf8CodeUnitCount
    guard offset >= count else { return false }
    return (0..<count).allSatisfy { text.bytes[offset - count + $0] == string.utf8Start[$0] }
  }

  /// Whether an ASCII digit ends this many bytes before the scalar.
  func isDigit(before length: Int) -> Bool {
    offset > length && text.bytes[offset - length - 1] &- 0x30 < 10
  }

  /// Whether the scalar begins the number of a note or a link: up to three digits in square brackets.
  func beginsNoteNumber() -> Bool {
    guard text.bytes[offset] == 0x5B else { return false }
    var place = end
    while place < text.count, place - end < 4, text.bytes[place] &- 0x30 < 10 { place += 1 }
    return 1...3 ~= place - end && place < text.count && text.bytes[place] == 0x5D
  }

  /// Whether this + is followed by another.
  func repeatsPlus() -> Bool {
    offset > 0 && text.bytes[offset] == 0x2B && text.bytes[offset - 1] == 0x2B
  }

  /// Whether bopomofo (U+3100 to U+312F) is at an offset.
  func isBopomofo(at place: Int) -> Bool {
    place >= 0 && place + 2 < text.count && text.bytes[place] == 0xE3 && text.bytes[place + 1] == 0x84
      && text.bytes[place + 2] < 0xB0
  }

  /// Whether hiragana or katakana is at an offset.
  func isKana(at place: Int) -> Bool {
    guard place >= 0, place + 2 < text.count, text.bytes[place] == 0xE3 else { return false }
    let second = text.bytes[place + 1]
    return second &- 0x81 < 3 && (second != 0x83 || text.bytes[place + 2] != 0xBB)  // but not ・
  }

  /// Whether the # at an offset closes a topic, because another one is open before it.
  func closesTopic(before place: Int) -> Bool {
    guard place < text.count, text.bytes[place] == 0x23 || text.bytes[place] == 0xEF else { return false }
    var isOpen = false
    var index = place - 1
    let limit = max(0, place - 120)
    while index >= limit {
      let byte = text.bytes[index]
      if byte <= 0x20 { break }
      if byte == 0x23 { isOpen.toggle() }
      if byte == 0x83, index >= 2, text.bytes[index - 1] == 0xBC, text.bytes[index - 2] == 0xEF { isOpen.toggle() }
      index -= 1
    }
    return isOpen
  }

  /// Whether a unit written with two Han covers the ideograph here, as its first or its second.
  func isInHanUnit() -> Bool {
    guard end - offset == 3 else { return false }
    return HanUnits.contain(at: offset, in: text) || (offset >= 3 && HanUnits.contain(at: offset - 3, in: text))
  }
}

/// Units and currencies written with two Han. Source: GB 3100-1993; the currencies of Chinese news.
private enum HanUnits {
  private static let words: StaticString = """
    小时小時分钟分鐘美元欧元歐元日元日圆日圓韩元韓元港元港币港幣台币臺幣台幣英镑英鎊卢布盧布法郎卢比盧比人次人民\
    公里公斤公顷公頃公尺公升公噸公吨厘米毫米微米纳米千米千克毫克毫升千瓦兆瓦平方立方海里海浬英里英尺英寸加仑\
    摄氏攝氏华氏華氏星期礼拜禮拜刻钟刻鐘光年点钟點鐘百分平米
    """

  static func contain(at offset: Int, in text: UTF8Text) -> Bool {
    guard offset + 6 <= text.count else { return false }
    let bytes = text.bytes + offset
    var word = words.utf8Start
    let end = word + words.utf8CodeUnitCount
    while word < end {
      if bytes[0] == word[0], bytes[1] == word[1], bytes[2] == word[2], bytes[3] == word[3], bytes[4] == word[4],
        bytes[5] == word[5]
      {
        return true
      }
      word += 6
    }
    return false
  }
}

/// Units and abbreviations in Latin letters, each between blanks. Source: the SI brochure, 9th edition, tables 2 to 8.
private enum LatinUnits {
  private static let units: StaticString =
    " m km cm mm nm g kg mg t l L ml mL s ms h min Hz kHz MHz GHz W kW MW GW kWh MWh GWh V kV A mA J kJ kcal Pa kPa MPa hPa K C F B KB MB GB TB kB bit Mbps Gbps dB px pt mph ha ft "
  private static let numbered: StaticString = " No no Nos Vol vol p pp Fig fig Ch ch Art Sec Nr "
  private static let titles: StaticString = " Mr Mrs Ms Dr Prof St Jr Sr Gen Col Lt Sen Rep Gov Rev "

  /// Whether a unit begins here: its letters, and no letter or digit after them (`m²` and `km/h` included).
  static func begin(at offset: Int, in text: UTF8Text) -> Bool {
    var end = offset
    while end < text.count, end - offset < 6, (text.bytes[end] | 0x20) &- 0x61 < 26 { end += 1 }
    let isFollowedByWord = end < text.count && text.bytes[end] &- 0x30 < 10
    return !isFollowedByWord && holds(units, at: offset, end - offset, in: text)
  }

  static func isNumberAbbreviation(at offset: Int, _ length: Int, in text: UTF8Text) -> Bool {
    holds(numbered, at: offset, length, in: text)
  }

  static func isTitle(at offset: Int, _ length: Int, in text: UTF8Text) -> Bool {
    holds(titles, at: offset, length, in: text)
  }

  private static func holds(_ list: StaticString, at offset: Int, _ length: Int, in text: UTF8Text) -> Bool {
    guard length > 0 else { return false }
    let bytes = list.utf8Start
    var start = 1
    while start < list.utf8CodeUnitCount {
      var end = start
      while bytes[end] != 0x20 { end += 1 }
      if end - start == length, (0..<length).allSatisfy({ text.bytes[offset + $0] == bytes[start + $0] }) {
        return true
      }
      start = end + 1
    }
    return false
  }
}
