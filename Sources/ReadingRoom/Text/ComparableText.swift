import Text

/// A text in the form in which it is compared with words that a reader has typed or searched for, and the places of that
/// form's parts.
///
/// What the library's search does not tell apart is the same here too: what `ComparisonForm` makes equal, letters with
/// and without accents, kana of any width, invisible characters, and `AI技术` and `AI 技术`.
struct ComparableText {
  private(set) var forms: [UInt32] = []
  /// The UTF-8 offsets in the text at which the parts begin and end.
  private var starts: [Int32] = []
  private var ends: [Int32] = []
  /// A blank that has been read, if it is not known yet whether it counts.
  private var blank: Range<Int>?

  /// - Parameters:
  ///   - text: Any text.
  ///   - left: Ranges that are left out, in order.
  init(_ text: String, without left: [Range<Int>] = []) {
    var left = left[...]
    var offset = 0
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      defer { offset = end }
      while let first = left.first, first.upperBound <= offset { left.removeFirst() }
      if let first = left.first, first.contains(offset) { continue }
      append(scalar.value, at: offset..<end)
    }
    settleBlank(before: nil)
  }

  private mutating func append(_ scalar: UInt32, at place: Range<Int>) {
    switch scalar {
    case 0x09, 0x20, 0xA0, 0x2002...0x200A, 0x202F, 0x3000: if blank == nil { blank = place }
    // Invisible characters and marks over the letter before, as in the index.
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF,
      0x300...0x36F:
      extend(to: place)
    case _ where KanaFolding.isMark(scalar):
      if blank == nil, let last = forms.last, let marked = KanaFolding.kana(last, with: scalar) {
        forms[forms.count - 1] = marked
      }
      extend(to: place)
    case 0xC0...0x24F, 0x1E00...0x1EFF:
      let letters = LatinFolding.shared.letters(for: scalar)
      guard letters != 0 else { return add(ComparisonForm.of(scalar), at: place) }
      add(UInt32(letters & 0xFF), at: place)
      if letters > 0xFF { add(UInt32(letters >> 8), at: place) }
    default: add(KanaFolding.wide(scalar) ?? ComparisonForm.of(scalar), at: place)
    }
  }

  private mutating func extend(to place: Range<Int>) {
    guard blank == nil, ends.last == Int32(place.lowerBound) else { return }
    ends[ends.count - 1] = Int32(place.upperBound)
  }

  private mutating func add(_ form: UInt32, at place: Range<Int>) {
    settleBlank(before: form)
    forms.append(form)
    starts.append(Int32(place.lowerBound))
    ends.append(Int32(place.upperBound))
  }

  /// A blank between Han and a word is a matter of typography.
  private mutating func settleBlank(before next: UInt32?) {
    guard let blank else { return }
    self.blank = nil
    let sides = [forms.last, next].compactMap { $0 }.map { $0 >= 0x2E80 }
    guard sides.allSatisfy({ $0 == sides[0] }), sides.count == 2 || sides.first == false else { return }
    forms.append(0x20)
    starts.append(Int32(blank.lowerBound))
    ends.append(Int32(blank.upperBound))
  }

  /// Where words occur, as UTF-8 ranges in the text that do not overlap.
  func ranges(of needle: [UInt32]) -> [Range<Int>] {
    guard let first = needle.first, forms.count >= needle.count else { return [] }
    var ranges: [Range<Int>] = []
    var place = 0
    while place + needle.count <= forms.count {
      guard forms[place] == first, forms[place..<place + needle.count].elementsEqual(needle) else {
        place += 1
        continue
      }
      let end = place + needle.count
      ranges.append(Int(starts[place])..<Int(ends[end - 1]))
      place = end
    }
    return ranges
  }
}
