import Text

/// Reads a name and its foreign form where a bracket opens: 约翰-克里（John Kerry）.
///
/// The foreign form begins the bracket: Latin letters with a capital. The beginning of the name before the bracket is
/// found by, in this order: 1. quotation marks: 《底特律新闻》(The Detroit News) → 底特律新闻; 2. sound: characters that transcribe
/// foreign names, back to a title, a function word or a mark, the first of which may render one of the foreign form's
/// initials: 国家安全顾问沙利文（Jake Sullivan） → 沙利文; a place's or an organisation's kind may end it: 阿姆哈拉州（Amhara）,
/// 哈佛大学（Harvard University）; 3. a Chinese surname and as many characters as the foreign form has syllables: 习近平（Xi
/// Jinping）; 4. a title or function word before a dotted name that has a character of another kind: 作者|劳拉·宝森; 5. marks,
/// verbs and function words on its left, for what ends as organisations do: 世界卫生组织（WHO）. Terms that are not names, as
/// 人工智能（AI）, give no gloss.
///
/// Without a certain boundary there is no gloss: none is better than a guess.
enum GlossReader {
  /// How many characters before the bracket are examined.
  private static let reach = 30

  /// - Parameters:
  ///   - opening: The offset of the bracket.
  ///   - length: Its length in bytes.
  static func gloss(in bytes: UnsafeBufferPointer<UInt8>, opening: Int, length: Int) -> Gloss? {
    let isOfTitle =
      opening >= 3 && bytes[opening - 1] == 0x8B && bytes[opening - 2] == 0x80 && bytes[opening - 3] == 0xE3
    guard opening > 0, let original = ForeignForm(in: bytes, from: opening + length, isOfTitle: isOfTitle) else {
      return nil
    }
    var before = Preceding(bytes, end: opening, reach: reach)
    // 大维德爵士（Percival David）: the title is not part of the name.
    if let last = before[0],
      let title = WordTable.titlesByLast[last]?.first(where: { before.hasSuffix($0, at: 0) })
    {
      before = before.dropping(title.count)
    }
    guard
      let name = quoted(before) ?? transcribed(before, original) ?? chinese(before, original)
        ?? dotted(before, original) ?? organisation(before, original)
    else { return nil }
    return Gloss(name: withoutYear(name, before), original: original.text)
  }

  /// 2013|年卡莎玛·萨旺特: the year is not part of the name.
  private static func withoutYear(_ name: String, _ before: Preceding) -> String {
    guard name.begins(with: "年"), let figure = before[name.unicodeScalars.count], ("0"..."9").contains(figure) else {
      return name
    }
    return String(name.dropFirst())
  }

  // MARK: Quoted

  private static let closingQuotes: [Unicode.Scalar: Unicode.Scalar] = [
    "》": "《", "」": "「", "』": "『", "”": "“", "’": "‘", "〉": "〈", "】": "【",
  ]

  private static func quoted(_ before: Preceding) -> String? {
    guard let last = before[0], let opening = closingQuotes[last] else { return nil }
    for index in 1..<before.count where before[index] == opening {
      guard index > 2, before.range(0..<index).contains(where: \.isHan) else { return nil }
      return before.string(1..<index)
    }
    return nil
  }

  // MARK: Transcribed

  private static func transcribed(_ before: Preceding, _ original: ForeignForm) -> String? {
    let suffix = kindSuffix(before)
    var end = suffix
    while let scalar = before[end] {
      if let word = PhoneticTable.exceptionsByLast[scalar]?.first(where: { before.hasSuffix($0, at: end) }) {
        end += word.count
      } else if PhoneticTable.contains(scalar) || isJoiner(scalar) {
        end += 1
      } else {
        break
      }
    }
    // A dash or dot at the beginning is a mark, not part of the name.
    let reached = end
    while end > suffix, let scalar = before[end - 1], isJoiner(scalar) { end -= 1 }
    // 伽利略·|伽利莱: the part before the dot has a character of another kind.
    if end < reached, let name = dotted(before, original) { return name }
    let run = suffix..<end
    let hanCount = before.range(run).count { !isJoiner($0) }
    guard hanCount >= (suffix > 0 ? 2 : 1), before[suffix].map(isJoiner) == false else { return nil }
    // 数据库（CDR）, 《信息自由法》与同法（FOIA）: a single character transcribes a word of one syllable.
    if hanCount == 1, original.isAcronym || original.wordCount > 1 { return nil }
    // 鲁宾|逊·克鲁索: the part before the dot is longer than the transcribing characters.
    if end - suffix >= 3, before[end - 2].map(isJoiner) == true, before[end].map(\.isHan) == true,
      before[end].map(WordTable.mayEndWord) == false, !WordTable.endsWithWord(before, at: end)
    {
      return dotted(before, original)
    }

    // A title or a country that ends inside the run: 总理|默茨, 俄罗斯|普京.
    for start in stride(from: suffix + 2, to: end, by: 1)
    where WordTable.endsWithWord(before, at: start) && mayBegin(before, start - 1, original) {
      return before.string(0..<start)
    }
    guard fits(hanCount, original) else { return nil }
    let boundary = before[end]
    let isHard = boundary.map { !$0.isHan } ?? before.reachesStart
    let isCertain = isHard || boundary.map(WordTable.mayEndWord) == true || WordTable.endsWithWord(before, at: end)
    let hasJoiner = before.range(run).contains(where: isJoiner)
    // 习惯于|詹姆斯, but 于尔根: the character that follows begins the name.
    if end - suffix >= 3, before[end - 1] == "于", !isHard, !isCertain,
      let initial = original.initials.first, mayRender(before[end - 2], as: initial)
    {
      return before.string(0..<end - 1)
    }
    if mayBegin(before, end - 1, original) {
      // A long run of such characters that begins with the foreign form's first letter is hardly a coincidence.
      let isLong = hanCount >= 3 && original.initials.first.map { mayRender(before[end - 1], as: $0) } == true
      return isCertain || hasJoiner || isLong ? before.string(0..<end) : nil
    }
    // 当|约翰: a word that sounds like part of a name.
    var start = end - 1
    while start > suffix + 1, end - start <= 2, let scalar = before[start],
      WordTable.ambiguousBeforeNames.contains(scalar)
    {
      if mayBegin(before, start - 1, original) { return before.string(0..<start) }
      start -= 1
    }
    return isHard && hanCount >= 2 ? before.string(0..<end) : nil
  }

  /// Whether the character at an index, counted from the bracket, may be the first of the name.
  private static func mayBegin(_ before: Preceding, _ index: Int, _ original: ForeignForm) -> Bool {
    guard let scalar = before[index] else { return false }
    return original.initials.contains { PhoneticTable.mayRender(scalar.value, as: $0) }
  }

  private static func mayRender(_ scalar: Unicode.Scalar?, as letter: UInt8) -> Bool {
    scalar.map { PhoneticTable.mayRender($0.value, as: letter) } == true
  }

  /// A Han character stands for a syllable: names have no more of them than letters.
  private static func fits(_ hanCount: Int, _ original: ForeignForm) -> Bool {
    hanCount <= max(2, original.letterCount)
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "·", "‧", "•", "・", "-", "－", "–", "‐", "⋅", "･", "∙": true
    default: false
    }
  }

  /// How many characters before the bracket name the kind of thing.
  private static func kindSuffix(_ before: Preceding) -> Int {
    guard let last = before[0], let kinds = WordTable.kindsByLast[last] else { return 0 }
    return kinds.first { before.hasSuffix($0, at: 0) }?.count ?? 0
  }

  // MARK: Chinese names

  private static func chinese(_ before: Preceding, _ original: ForeignForm) -> String? {
    guard 2...3 ~= original.wordCount, !original.isAcronym else { return nil }
    // As many characters as syllables: 习近平（Xi Jinping）; otherwise three or two, as in 姜别利（William Gamble）.
    for count in [original.syllableCount, 3, 2] where 2...4 ~= count {
      guard let first = before[count - 1], WordTable.surnames.contains(first),
        before.range(0..<count).allSatisfy(\.isHan)
      else { continue }
      // 乔治·武井: 武井 is the latter part of a name.
      if before[count].map(isJoiner) == true { return nil }
      let isBounded =
        before[count].map { !$0.isHan || WordTable.mayEndWord($0) } ?? before.reachesStart
      if isBounded || WordTable.endsWithWord(before, at: count) { return before.string(0..<count) }
    }
    return nil
  }

  // MARK: Organisations

  private static func organisation(_ before: Preceding, _ original: ForeignForm) -> String? {
    guard original.isAcronym || original.wordCount > 1 || original.letterCount >= 3, !original.isListed,
      let last = before[0],
      WordTable.organisationsByLast[last]?.contains(where: { before.hasSuffix($0, at: 0) }) == true
    else { return nil }
    var end = 0
    while let scalar = before[end], scalar.isHan { end += 1 }
    guard end >= 3, end < before.count || before.reachesStart else { return nil }
    // Cut after the last function word or verb.
    var start = end
    for index in stride(from: 2, to: end, by: 1) where WordTable.endsWithIntroduction(before, at: index) {
      start = index
      break
    }
    if original.isAcronym, let joint = before[start], "和与及".unicodeScalars.contains(joint) {
      let outer = (start + 3..<max(start + 3, end)).first { WordTable.endsWithIntroduction(before, at: $0) } ?? end
      if 4...9 ~= outer - start, opensWithRegion(before, endingAt: outer, original) {
        // 欧洲证券|和|市场管理局（ESMA）: the joined part begins with the foreign form's first letter.
        start = outer
      } else if start / 2 < original.letterCount, !opensWithRegion(before, endingAt: start),
        !isOrganisation(before, at: start + 1)
      {
        // 疾病控制|与|预防中心（CDC）: too short for its letters, with no sign of where the rest begins.
        return nil
      }
    }
    while let word = WordTable.openingsOutsideNames.first(where: { before.hasPrefix($0, endingAt: start) }) {
      start -= word.count
    }
    // Running text is not a name.
    guard 3...14 ~= start, !before.range(0..<start).contains(where: WordTable.neverInName.contains) else { return nil }
    return before.string(0..<start)
  }

  private static func isOrganisation(_ before: Preceding, at index: Int) -> Bool {
    guard let last = before[index] else { return true }
    return !last.isHan
      || WordTable.organisationsByLast[last]?.contains { before.hasSuffix($0, at: index) } == true
  }

  private static func opensWithRegion(_ before: Preceding, endingAt index: Int) -> Bool {
    WordTable.regions.contains { before.hasPrefix($0.word, endingAt: index) }
  }

  /// Whether the text that begins before an index starts with a region that the form's first letter may represent.
  private static func opensWithRegion(_ before: Preceding, endingAt index: Int, _ original: ForeignForm) -> Bool {
    guard let letter = original.initials.first else { return false }
    return WordTable.regions.contains { region in
      region.letters.contains(letter) && before.hasPrefix(region.word, endingAt: index)
    }
  }

  /// A person's name with a dot, in which some character is not one of those that usually transcribe sounds.
  private static func dotted(_ before: Preceding, _ original: ForeignForm) -> String? {
    var end = 0
    var firstPartEnd: Int?
    while let scalar = before[end], scalar.isHan || isJoiner(scalar) {
      if isJoiner(scalar) { firstPartEnd = end }
      end += 1
    }
    guard 2...5 ~= original.wordCount, let dot = firstPartEnd, dot > 0, dot + 1 < end else { return nil }
    var start = end
    for index in stride(from: dot + 2, to: min(end, dot + 7), by: 1) {
      guard let scalar = before[index] else { break }
      if WordTable.mayEndWord(scalar) || WordTable.endsWithWord(before, at: index) {
        start = index
        break
      }
    }
    guard start - dot <= 6, start <= 16, mayBegin(before, start - 1, original) else { return nil }
    return before.string(0..<start)
  }
}
