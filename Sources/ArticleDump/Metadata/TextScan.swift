/// What one pass over an article's running text finds: counts, script, fingerprint, glosses, agencies.
///
/// Fed with the text of one block after another; bytes are looked at once, and only the rare ones that may begin
/// an agency's name or a gloss are looked at closer.
struct TextScan {
  private(set) var characterCount = 0
  private(set) var glosses: [Gloss] = []
  /// Indices into `AgencyTable.names`, in order of first appearance.
  private(set) var agencies: [Int] = []

  private var seenGlosses: Set<Gloss> = []
  private var hash = SimHash()
  private var hanCount = 0
  private var kanaCount = 0
  private var latinWordCount = 0
  private var englishWordCount = 0
  private var simplifiedCount = 0
  private var traditionalCount = 0
  /// Characters that wait to be made features of, many at a time.
  private var waiting = [UInt32](repeating: 0, count: 256)
  private var waitingCount = 0
  /// The last three characters before those that wait, for features of three characters.
  private var previous: UInt64 = 0

  /// Reads the text of one block.
  ///
  /// - Complexity: O(n).
  mutating func add(_ text: String) {
    // Taken out so that it can be written to beside the rest.
    var waiting = waiting
    self.waiting = []
    text.withBytes { bytes in
      CharacterClasses.table.withUnsafeBufferPointer { classes in
        waiting.withUnsafeMutableBufferPointer { add(bytes, classes: classes, waiting: $0) }
      }
    }
    self.waiting = waiting
  }

  /// Reads a caption: it names people as the text does, but is not counted with it.
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
    guard let gloss = GlossReader.gloss(in: bytes, opening: opening, length: length),
      seenGlosses.insert(gloss).inserted
    else { return }
    glosses.append(gloss)
  }

  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<UInt8>,
    waiting: UnsafeMutableBufferPointer<UInt32>
  ) {
    var i = 0
    var isInRun = false
    // Where the next agency may begin: 《纽约时报》 is found once, not again inside.
    var nextAgency = 0
    while i < bytes.count {
      let lead = bytes[i]
      if lead &- 0xE4 < 6 {
        let end = addHan(bytes, from: i, classes: classes, waiting: waiting, nextAgency: &nextAgency)
        if end > i {
          isInRun = false
          i = end
          continue
        }
      }
      let (value, length) = UTF8Scalar.decode(bytes, at: i)
      let classOfCharacter = value < 0x10000 ? classes[Int(value)] : Self.classOfAstral(value)
      if classOfCharacter & CharacterClasses.countsOne != 0 {
        // An apostrophe inside a word belongs to it.
        if value == 0x2019, isInRun, i + 3 < bytes.count, Self.isLatin(bytes[i + 3]) {
          i += 3
          continue
        }
        isInRun = false
        characterCount += 1
        if classOfCharacter & CharacterClasses.han != 0 {
          hanCount += 1
          simplifiedCount += Int(classOfCharacter >> 1 & 1)
          traditionalCount += Int(classOfCharacter >> 2 & 1)
          addFeature(value, waiting)
        } else if classOfCharacter & CharacterClasses.kana != 0 {
          kanaCount += 1
          addFeature(value, waiting)
        }
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
      if classOfCharacter & CharacterClasses.agency != 0 { addAgency(bytes, at: i, value, &nextAgency) }
      if value == 0xFF08 || value == 0x28 { addGloss(in: bytes, opening: i, length: length) }
      i += length
      // The rest of a word or number: no agency's name begins within one.
      if lead < 0x80, classOfCharacter & CharacterClasses.letter != 0 {
        while i < bytes.count, bytes[i] < 0x80, classes[Int(bytes[i])] & CharacterClasses.letter != 0 {
          addFeature(UInt32(bytes[i] &- 0x41 < 26 ? bytes[i] | 0x20 : bytes[i]), waiting)
          i &+= 1
        }
      }
    }
  }

  /// Reads a run of Han characters: what most bytes of an article are.
  ///
  /// - Parameter nextAgency: Where the next agency's name may begin.
  /// - Returns: The offset after the run.
  private mutating func addHan(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, classes: UnsafeBufferPointer<UInt8>,
    waiting: UnsafeMutableBufferPointer<UInt32>, nextAgency: inout Int
  ) -> Int {
    var i = start
    var simplified = 0
    var traditional = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while true {
      // Two characters from one load, as long as both are Han.
      while i &+ 8 <= raw.count, waitingCount &+ 2 < waiting.count {
        let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian
        let (first, second) = (UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 24))
        guard first &- 0xE4 < 6, second &- 0xE4 < 6 else { break }
        let (a, b) = (Self.scalar(word), Self.scalar(word >> 24))
        let (classA, classB) = (classes[a], classes[b])
        guard classA & classB & CharacterClasses.han != 0 else { break }
        simplified &+= Int(classA & CharacterClasses.simplified) &+ Int(classB & CharacterClasses.simplified)
        traditional &+= Int(classA & CharacterClasses.traditional) &+ Int(classB & CharacterClasses.traditional)
        waiting[waitingCount] = UInt32(truncatingIfNeeded: a)
        waiting[waitingCount &+ 1] = UInt32(truncatingIfNeeded: b)
        waitingCount &+= 2
        if (classA | classB) & CharacterClasses.agency != 0 {
          if classA & CharacterClasses.agency != 0 { addAgency(bytes, at: i, UInt32(a), &nextAgency) }
          if classB & CharacterClasses.agency != 0 { addAgency(bytes, at: i &+ 3, UInt32(b), &nextAgency) }
        }
        i &+= 6
      }
      guard i &+ 2 < bytes.count, bytes[i] &- 0xE4 < 6 else { break }
      let value =
        UInt32(bytes[i] & 0x0F) << 12 | UInt32(bytes[i &+ 1] & 0x3F) << 6 | UInt32(bytes[i &+ 2] & 0x3F)
      let classOfCharacter = classes[Int(value)]
      guard classOfCharacter & CharacterClasses.han != 0 else { break }
      simplified &+= Int(classOfCharacter & CharacterClasses.simplified)
      traditional &+= Int(classOfCharacter & CharacterClasses.traditional)
      addFeature(value, waiting)
      if classOfCharacter & CharacterClasses.agency != 0 { addAgency(bytes, at: i, value, &nextAgency) }
      i &+= 3
    }
    let count = (i - start) / 3
    characterCount += count
    hanCount += count
    simplifiedCount += simplified / Int(CharacterClasses.simplified)
    traditionalCount += traditional / Int(CharacterClasses.traditional)
    return i
  }

  /// The scalar of the three bytes that a word begins with.
  @inline(__always)
  private static func scalar(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word & 0x0F) << 12 | (word >> 2) & 0xFC0 | (word >> 16) & 0x3F)
  }

  /// Takes the agency whose name begins at an offset, if any.
  @inline(__always)
  private mutating func addAgency(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ scalar: UInt32, _ nextAgency: inout Int
  ) {
    guard start >= nextAgency, let match = AgencyTable.match(bytes, at: start, scalar: scalar) else { return }
    if !agencies.contains(match.agency) { agencies.append(match.agency) }
    nextAgency = start + match.length
  }

  @inline(__always)
  private mutating func addFeature(_ value: UInt32, _ waiting: UnsafeMutableBufferPointer<UInt32>) {
    waiting[waitingCount] = value
    waitingCount &+= 1
    if waitingCount == waiting.count {
      Self.hash(UnsafeBufferPointer(waiting)[...], after: &previous, into: &hash)
      waitingCount = 0
    }
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

  /// The words that make a third of English text.
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

  /// A BCP 47 tag: `zh-Hans`, `zh-Hant`, `zh` where both or neither script show, `ja`, `en`; `nil` when unclear.
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
