/// Pairs of two common Han characters, which the index of bodies keeps as words in place of the characters.
///
/// A phrase of characters in nearly every article, such as 经济发展, would be found by walking through very long lists of
/// places and comparing places in nearly every article. Each pair of neighbours has a short list of its own. Within a
/// run of common characters only the pairs are indexed; only the first and the last of the run are kept as characters
/// too, so that a phrase may begin or end there next to anything else. Which articles a common character is in at all
/// is kept apart, without places (`distinctCharacters`).
struct CommonPairs: Sendable {
  static let shared = CommonPairs()

  /// The 208 characters in most of 1,337 Chinese articles (news, essays, talks of 2013 to 2023), simplified: each in
  /// about half of them or more. With more, phrases are found faster and the index grows (by 3 % for 256).
  private static let commonest = """
    的人在大一是来我有多对了不为能们上家文这中后到现方更个得自以国新年意会也与日过可成行如分要于时出本关都道就实之他视开和将者最生其\
    看地发下用说所但经事作记点当些被没而还好保无此然前期正法并已相因果全月接论打面或数么里通情动种信进定同样体何间只内很主加由部重持\
    小提从问理及工公子想起着心那入给系式应力明感去件解机你外表该使性题联至常受名知做义高任美像代什合天真制影直特活认等度民世非手共让\
    反己目存它身话网社政位许带少利程
    """

  /// For each character of `HanFolding.direct` its place in the list, from 1; 0 for all others.
  private var places = [UInt16](repeating: 0, count: HanFolding.direct.count)
  private var count = 0

  private init() {
    let folded = TextFolding.fold(Self.commonest)
    folded.withUnsafeBufferPointer { buffer in
      var reader = UTF8Reader(buffer)
      while let scalar = reader.next() {
        guard HanFolding.direct.contains(scalar) else { continue }
        let index = Int(scalar - HanFolding.direct.lowerBound)
        guard places[index] == 0 else { continue }
        count += 1
        places[index] = UInt16(count)
      }
    }
  }

  @inline(__always)
  private func place(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard index + 2 < bytes.count, bytes[index] >= 0xE3, bytes[index] < 0xEA else { return 0 }
    let scalar =
      UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    guard HanFolding.direct.contains(scalar) else { return 0 }
    return Int(places[Int(scalar - HanFolding.direct.lowerBound)])
  }

  /// Whether the character whose three bytes are at `index` of folded text is one of the commonest.
  @inline(__always)
  func isCommon(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool { place(bytes, at: index) > 0 }

  /// Whether folded text is a single common character.
  func isCommonCharacter(_ folded: [UInt8]) -> Bool {
    folded.count == 3 && folded.withUnsafeBufferPointer { isCommon($0, at: 0) }
  }

  /// The common characters of folded text, each once, apart from each other.
  func distinctCharacters(of folded: [UInt8]) -> [UInt8] {
    var isFound = [Bool](repeating: false, count: count + 1)
    var distinct: [UInt8] = []
    folded.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let place = place(bytes, at: index)
        if place > 0, !isFound[place] {
          isFound[place] = true
          if !distinct.isEmpty { distinct.append(TextFolding.wordSpace) }
          distinct += bytes[index..<index + 3]
        }
        index += place > 0 ? 3 : 1
      }
    }
    return distinct
  }
}
