import Text

/// What the cleaner learns from one pass over an element's attributes.
struct ElementScan {
  var words: MarkupWords = []
  /// A hash of the class list, the same for elements with equal lists.
  var classHash: UInt64 = 0
  /// Not shown, because of `hidden`, `aria-hidden` or its style.
  var isHidden = false
  var role = Role.none

  enum Role: Sendable {
    case none, navigation, search, banner, contentinfo, complementary, dialog, toolbar, main, article, advert
  }
}

/// Scans elements and caches their class lists, since pages repeat them by the thousand. All passes over a page share
/// one scanner.
final class ElementScanner {
  private struct Seen {
    var hash: UInt64 = 0
    var words: MarkupWords = []
  }
  /// Indexed by the low bits of the hash, so a page with a different class on every element does not fill memory.
  private var seen = [Seen](repeating: Seen(), count: 256)

  init() {}

  func scan(_ node: NodeID, in tree: HTMLTree) -> ElementScan {
    var result = ElementScan()
    let element = tree[node]
    guard element.flags.contains(.tells) else {
      // Only the class list matters.
      if element.classStart > 0, let (words, hash) = tree.withClassList(of: node, { words(in: $0) }) {
        result.words = words
        result.classHash = hash
      }
      return result
    }
    tree.source.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var scanner = AttributeScanner(base: base, offset: Int(element.sourceStart), limit: Int(element.sourceEnd))
      while scanner.next() {
        let name = scanner.name
        guard !name.isEmpty else { continue }
        let value = UnsafeBufferPointer(rebasing: bytes[scanner.value])
        switch (base[name.lowerBound] | 0x20, name.count) {
        case (0x63, 5) where HTMLTree.equalsIgnoringCase(base, name, "class"):
          let (words, hash) = words(in: value)
          result.words.formUnion(words)
          result.classHash = hash
        case (0x69, 2) where HTMLTree.equalsIgnoringCase(base, name, "id"):
          // Software derives a heading's `id` from its words, so it proves nothing about the heading.
          if !tree.tag(node).traits.contains(.heading), !Self.isNumber(value, of: tree.tag(node)) {
            result.words.formUnion(words(in: value).0)
          }
        case (0x72, 4) where HTMLTree.equalsIgnoringCase(base, name, "role"):
          result.role = Self.role(value)
        case (0x68, 6) where HTMLTree.equalsIgnoringCase(base, name, "hidden"):
          result.isHidden = !Self.holds(value, "until-found")
        case (0x61, 11) where HTMLTree.equalsIgnoringCase(base, name, "aria-hidden"):
          if Self.holds(value, "true") { result.isHidden = true }
        case (0x61, 10) where HTMLTree.equalsIgnoringCase(base, name, "aria-label"):
          if Self.holds(value, "广告") || Self.holds(value, "廣告") || Self.holds(value, "dvertis")
            || Self.holds(value, "Podcast") || Self.holds(value, "播客")
          {
            result.role = .advert
          }
        case (0x64, 8) where HTMLTree.equalsIgnoringCase(base, name, "data-e2e"):
          if Self.holds(value, "dvertis") { result.role = .advert }
        case (0x73, 5) where HTMLTree.equalsIgnoringCase(base, name, "style"):
          if Self.hides(value) { result.isHidden = true }
        default: break
        }
      }
    }
    return result
  }

  /// `<p id="ad39">`: editors number paragraphs in hexadecimal, whereas boxes are named.
  private static func isNumber(_ value: UnsafeBufferPointer<UInt8>, of tag: Tag) -> Bool {
    switch tag {
    case .div, .section, .aside, .ins, .iframe, .nav, .header, .footer: return false
    default: break
    }
    return value.count >= 4 && value.contains { $0 &- 0x30 < 10 }
      && value.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
  }

  private func words(in value: UnsafeBufferPointer<UInt8>) -> (MarkupWords, UInt64) {
    let hash = Self.hash(value)
    let place = Int(truncatingIfNeeded: hash) & 255
    if seen[place].hash == hash { return (seen[place].words, hash) }
    let words = MarkupWords.words(in: value)
    seen[place] = Seen(hash: hash, words: words)
    return (words, hash)
  }

  /// Eight bytes at a step, mixed as MurmurHash3's finalizer does.
  @inline(__always)
  private static func hash(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(value)
    var hash = UInt64(raw.count) | 1 << 63
    var offset = 0
    while offset &+ 8 <= raw.count {
      hash = SimHash.mix(hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
      offset &+= 8
    }
    var rest: UInt64 = 0
    while offset < raw.count {
      rest = rest << 8 | UInt64(raw[offset])
      offset &+= 1
    }
    return SimHash.mix(hash ^ rest)
  }

  // MARK: Values

  private static let roles: [(StaticString, ElementScan.Role)] = [
    ("navigation", .navigation), ("search", .search), ("banner", .banner), ("contentinfo", .contentinfo),
    ("complementary", .complementary), ("dialog", .dialog), ("toolbar", .toolbar), ("menu", .navigation),
    ("main", .main), ("article", .article),
  ]

  private static func role(_ value: UnsafeBufferPointer<UInt8>) -> ElementScan.Role {
    for (name, role) in roles where holds(value, name) { return role }
    return .none
  }

  /// `display:none`, but not `visibility:hidden`, which WeChat sets on whole articles until a script shows them.
  private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    let declaration: StaticString = "display:none"
    let length = declaration.utf8CodeUnitCount
    guard style.count >= length else { return false }
    // Its first letter occurs only once in it, so one pass over a text is enough.
    var matched = 0
    for byte in style where byte > 0x20 {
      let lowered = byte &- 0x41 < 26 ? byte | 0x20 : byte
      matched = lowered == declaration.utf8Start[matched] ? matched + 1 : lowered == declaration.utf8Start[0] ? 1 : 0
      if matched == length { return true }
    }
    return false
  }

  static func holds(_ value: UnsafeBufferPointer<UInt8>, _ piece: StaticString) -> Bool {
    let length = piece.utf8CodeUnitCount
    guard value.count >= length, length > 0 else { return false }
    let first = piece.utf8Start[0]
    for start in 0...(value.count - length) where value[start] == first {
      var offset = 1
      while offset < length, value[start + offset] == piece.utf8Start[offset] { offset += 1 }
      if offset == length { return true }
    }
    return false
  }
}
