import Text

/// One pass over an article's running text: counts, script, fingerprint, glosses, agencies.
///
/// It receives the text of one block after another. Bytes are examined once, and only the few that may begin an
/// agency's name or a gloss are examined further.
struct TextScan {
  private(set) var characterCount = 0
  private(set) var glosses: [Gloss] = []
  /// Indices into `AgencyTable.names`, in order of first appearance.
  private(set) var agencies: [Int] = []

  /// Searched linearly while there are few; the set is for many.
  private var seenGlosses: Set<Gloss> = []
  private static let fewGlosses = 16
  private var hash = SimHash()
  private var hanCount = 0
  private var kanaCount = 0
  private var latinWordCount = 0
  private var englishWordCount = 0
  private var simplifiedCount = 0
  private var traditionalCount = 0
  /// Pending characters, from which features are made in batches.
  private var waiting = [UInt32](repeating: 0, count: 256)
  private var waitingCount = 0
  /// The last three characters before the pending ones, for features of three characters.
  private var previous: UInt64 = 0

  /// Reads the text of one block.
  ///
  /// - Complexity: O(n).
  mutating func add(_ text: String) {
    // Moved out so that it can be written to independently of the rest.
    var waiting = waiting
    self.waiting = []
    text.withBytes { bytes in
      Tables.shared.withTables { tables in
        waiting.withUnsafeMutableBufferPointer { add(bytes, tables, waiting: $0) }
      }
    }
    self.waiting = waiting
  }

  /// The tables needed for each character, without reference counting.
  private struct Tables {
    let classes: UnsafeBufferPointer<UInt8>
    let weights: UnsafeBufferPointer<UInt64>
    let agencyKeys: UnsafeBufferPointer<UInt64>
    let simplifiedForms: UnsafeBufferPointer<UInt16>

    /// The arrays that hold the tables, which live as long as the program.
    struct Storage: Sendable {
      let classes = CharacterClasses.table
      let weights = (0...255).map { Weight.of(UInt8($0)) }
      let agencyKeys = AgencyTable.keys
      let simplifiedForms = Vocabulary.foldedForms

      @inline(__always)
      func withTables(_ body: (Tables) -> Void) {
        classes.withUnsafeBufferPointer { classes in
          weights.withUnsafeBufferPointer { weights in
            agencyKeys.withUnsafeBufferPointer { keys in
              simplifiedForms.withUnsafeBufferPointer { forms in
                body(Tables(classes: classes, weights: weights, agencyKeys: keys, simplifiedForms: forms))
              }
            }
          }
        }
      }
    }

    static let shared = Storage()
  }

  /// What a character adds to four counts of 16 bits in one word: all, Han, simplified, traditional.
  private enum Weight {
    static func of(_ classes: UInt8) -> UInt64 {
      (classes & CharacterClasses.countsOne != 0 ? 1 : 0)
        | (classes & CharacterClasses.han != 0 ? 1 << 16 : 0)
        | (classes & CharacterClasses.simplified != 0 ? 1 << 32 : 0)
        | (classes & CharacterClasses.traditional != 0 ? 1 << 48 : 0)
    }
  }

  /// Reads a caption, which may contain glosses and agencies but does not count as text.
  mutating func addCaption(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      for i in bytes.indices {
        let length: Int
        if bytes[i] == 0x28 {
          length = 1
        } else if bytes[i] == 0xEF, i + 2 < bytes.count, bytes[i + 1] == 0xBC, bytes[i + 2] == 0x88 {
          length = 3
        } else {
          continue
        }
        addGloss(in: bytes, opening: i, length: length)
      }
    }
  }

  private mutating func addGloss(in bytes: UnsafeBufferPointer<UInt8>, opening: Int, length: Int) {
    guard glosses.count < ParsingLimits.standard.glosses,
      let gloss = GlossReader.gloss(in: bytes, opening: opening, length: length), isNew(gloss)
    else { return }
    glosses.append(gloss)
  }

  private mutating func isNew(_ gloss: Gloss) -> Bool {
    if glosses.count < Self.fewGlosses { return !glosses.contains(gloss) }
    if seenGlosses.isEmpty { seenGlosses = Set(glosses) }
    return seenGlosses.insert(gloss).inserted
  }

  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tables: Tables, waiting: UnsafeMutableBufferPointer<UInt32>
  ) {
    var i = 0
    var isInRun = false
    // Where the next agency may begin: 《纽约时报》 is found once, not again inside.
    var nextAgency = 0
    while i < bytes.count {
      let lead = bytes[i]
      if lead >= 0xE2, !isInRun || lead != 0xE2 {
        let end = addWide(bytes, from: i, tables, waiting: waiting, nextAgency: &nextAgency)
        if end > i {
          isInRun = false
          i = end
          continue
        }
      }
      let (value, length) = UTF8Scalar.decode(bytes, at: i)
      let classOfCharacter = value < 0x10000 ? tables.classes[Int(value)] : Self.classOfAstral(value)
      if classOfCharacter & CharacterClasses.countsOne != 0 {
        // An apostrophe inside a word belongs to the word.
        if value == 0x2019, isInRun, i + 3 < bytes.count, Self.isLatin(bytes[i + 3]) {
          i += 3
          continue
        }
        isInRun = false
        add(Weight.of(classOfCharacter))
        if classOfCharacter & (CharacterClasses.han | CharacterClasses.kana) != 0 { addFeature(value, waiting) }
        if classOfCharacter & CharacterClasses.kana != 0 { kanaCount += 1 }
      } else if classOfCharacter & CharacterClasses.space != 0 {
        isInRun = false
      } else if value != 0x200D && value != 0xFEFF && value != 0x200C && value != 0x2060 {
        if !isInRun {
          isInRun = true
          characterCount += 1
          if Self.isLatin(lead) {
            latinWordCount += 1
            englishWordCount += Self.isEnglishWord(bytes, at: i) ? 1 : 0
          }
        }
        if classOfCharacter & CharacterClasses.letter != 0 {
          addFeature(0x41...0x5A ~= value ? value | 0x20 : value, waiting)
        }
      }
      if classOfCharacter & CharacterClasses.opens != 0, Self.mayOpen(bytes, at: i, value, tables) {
        look(bytes, at: i, value, &nextAgency)
      }
      i += length
      // The rest of a word or number, within which no agency's name begins.
      if lead < 0x80, classOfCharacter & CharacterClasses.letter != 0 {
        while i < bytes.count, bytes[i] < 0x80, tables.classes[Int(bytes[i])] & CharacterClasses.letter != 0 {
          addFeature(UInt32(bytes[i] &- 0x41 < 26 ? bytes[i] | 0x20 : bytes[i]), waiting)
          i &+= 1
        }
      }
    }
  }

  /// Reads a run of Han characters and full-width punctuation, which make up most of an article.
  ///
  /// - Parameter nextAgency: Where the next agency's name may begin.
  /// - Returns: The offset after the run.
  private mutating func addWide(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ tables: Tables,
    waiting: UnsafeMutableBufferPointer<UInt32>, nextAgency: inout Int
  ) -> Int {
    guard let base = bytes.baseAddress, let classes = tables.classes.baseAddress,
      let weights = tables.weights.baseAddress, let features = waiting.baseAddress
    else { return start }
    let asked = CharacterClasses.countsOne | CharacterClasses.kana | CharacterClasses.letter
    var i = start
    while true {
      // At most as many characters as features can be pending, so the inner loop needs no check.
      var counted = waitingCount
      let last = min(bytes.count &- 3, i &+ 3 &* (waiting.count &- 1 &- counted))
      var sum: UInt64 = 0
      var isWide = true
      while i <= last {
        guard base[i] & 0xF0 == 0xE0 else {
          isWide = false
          break
        }
        let value = Self.scalar(base + i)
        let classOfCharacter = classes[value]
        guard classOfCharacter & asked == CharacterClasses.countsOne else {
          isWide = false
          break
        }
        sum &+= weights[Int(classOfCharacter)]
        // Punctuation makes no features: it is overwritten by the next character.
        features[counted] = UInt32(truncatingIfNeeded: value)
        counted &+= Int(classOfCharacter & CharacterClasses.han)
        if classOfCharacter & CharacterClasses.opens != 0,
          Self.mayOpen(bytes, at: i, UInt32(truncatingIfNeeded: value), tables)
        {
          look(bytes, at: i, UInt32(truncatingIfNeeded: value), &nextAgency)
        }
        i &+= 3
      }
      add(sum)
      waitingCount = counted
      if counted >= waiting.count &- 1 { hashWaiting(waiting) }
      if !isWide || i > bytes.count &- 3 { return i }
    }
  }

  @inline(__always)
  private mutating func add(_ weight: UInt64) {
    characterCount &+= Int(weight & 0xFFFF)
    hanCount &+= Int(weight >> 16 & 0xFFFF)
    simplifiedCount &+= Int(weight >> 32 & 0xFFFF)
    traditionalCount &+= Int(weight >> 48)
  }

  /// The scalar that three bytes encode.
  @inline(__always)
  private static func scalar(_ bytes: UnsafePointer<UInt8>) -> Int {
    // Removes the prefix bits of all three bytes at once.
    Int(bytes[0]) << 12 &+ Int(bytes[1]) << 6 &+ Int(bytes[2]) &- 0xE_2080
  }

  /// A quick test whether an agency's name or a gloss may begin at an offset.
  @inline(__always)
  private static func mayOpen(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ scalar: UInt32, _ tables: Tables
  ) -> Bool {
    scalar == 0xFF08 || scalar == 0x28
      || AgencyTable.mayMatch(
        bytes, at: start, scalar: scalar, keys: tables.agencyKeys, forms: tables.simplifiedForms)
  }

  /// Records the agency whose name begins at an offset, or the gloss that a bracket opens there, if any. Kept out of
  /// the loops, which need the registers.
  @inline(never)
  private mutating func look(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ scalar: UInt32, _ nextAgency: inout Int
  ) {
    if scalar == 0xFF08 || scalar == 0x28 {
      return addGloss(in: bytes, opening: start, length: scalar == 0x28 ? 1 : 3)
    }
    guard start >= nextAgency, let match = AgencyTable.match(bytes, at: start, scalar: scalar) else { return }
    if !agencies.contains(match.agency) { agencies.append(match.agency) }
    nextAgency = start + match.length
  }

  @inline(__always)
  private mutating func addFeature(_ value: UInt32, _ waiting: UnsafeMutableBufferPointer<UInt32>) {
    waiting[waitingCount] = value
    waitingCount &+= 1
    if waitingCount >= waiting.count &- 1 { hashWaiting(waiting) }
  }

  private mutating func hashWaiting(_ waiting: UnsafeMutableBufferPointer<UInt32>) {
    // Complete groups only; the rest stays pending.
    let whole = waitingCount - waitingCount % SimHash.groupSize
    Self.hash(UnsafeBufferPointer(waiting)[..<whole], after: &previous, into: &hash)
    for index in whole..<waitingCount { waiting[index - whole] = waiting[index] }
    waitingCount -= whole
  }

  /// Every character with the two before it is a feature.
  private static func hash(
    _ waiting: Slice<UnsafeBufferPointer<UInt32>>, after previous: inout UInt64, into hash: inout SimHash
  ) {
    var key = previous
    var index = waiting.startIndex
    hash.add(count: waiting.count) {
      key = (key << 21 | UInt64(waiting.base[index])) & 0x7FFF_FFFF_FFFF_FFFF
      index &+= 1
      return key
    }
    previous = key
  }

  private static func classOfAstral(_ value: UInt32) -> UInt8 {
    switch value {
    case 0x20000...0x3FFFD: CharacterClasses.han | CharacterClasses.countsOne
    case 0x1F000...0x1FAFF: CharacterClasses.countsOne
    default: 0
    }
  }

  @inline(__always)
  private static func isLatin(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20 && byte < 0x80
  }

  /// The words that make up a third of English text.
  private static func isEnglishWord(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var word: UInt32 = 0
    var i = start
    while i < bytes.count, isLatin(bytes[i]) {
      guard i - start < 4 else { return false }
      word = word << 8 | UInt32(bytes[i] | 0x20)
      i += 1
    }
    return englishWords.contains(word)
  }

  private static let englishWords: [UInt32] = ["the", "of", "and", "to", "in", "that", "is", "for", "was", "with"].map {
    $0.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  // MARK: Results

  /// A BCP 47 tag: `zh-Hans`, `zh-Hant`, `zh` if both scripts occur, or neither, `ja`, `en`; `nil` when unclear.
  var language: String? {
    if kanaCount * 10 > hanCount + kanaCount, kanaCount > 10 { return "ja" }
    if hanCount > latinWordCount {
      let distinctive = simplifiedCount + traditionalCount
      guard distinctive > 0 else { return "zh" }
      // An article in one script may quote a title or a name in the other.
      if simplifiedCount * 100 >= distinctive * 85 { return "zh-Hans" }
      if traditionalCount * 100 >= distinctive * 85 { return "zh-Hant" }
      return "zh"
    }
    return latinWordCount >= 10 && englishWordCount * 8 > latinWordCount ? "en" : nil
  }

  /// Minutes at 400 characters a minute, about the pace of leisurely silent reading, at least 1 for any text.
  var readingMinutes: Int { (characterCount + 399) / 400 }

  var fingerprint: UInt64 {
    var hash = hash
    var previous = previous
    waiting.withUnsafeBufferPointer { Self.hash($0[..<waitingCount], after: &previous, into: &hash) }
    return hash.value
  }
}
