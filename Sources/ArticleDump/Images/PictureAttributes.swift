import Text

/// What an `img`'s attributes say about its picture: found in one pass, decoded on demand.
struct PictureAttributes {
  private let source: [UInt8]
  private let isWellFormed: Bool
  // The ranges of the values; an empty one means that there is none.
  private var plain: Range<Int>?
  private var width: Range<Int>?
  private var height: Range<Int>?
  private var style: Range<Int>?
  private var alternative: Range<Int>?
  private var title: Range<Int>?
  private var dataCaption: Range<Int>?
  private var isMarkedFormula = false
  /// Addresses for lazy loading, by the index of their names in `lazyNames`.
  private var lazy: [(rank: Int, value: Range<Int>)] = []
  /// Several sizes, by the index of their names in `setNames`.
  private var sets: [(rank: Int, value: Range<Int>)] = []
  private(set) var widthInPixels: Double?
  private(set) var heightInPixels: Double?

  init(_ node: NodeID, _ tree: HTMLTree) {
    source = tree.source
    isWellFormed = tree.isWellFormed
    let element = tree[node]
    isMarkedFormula = tree.withClassList(of: node) { ByteSearch.holds($0, "latex") } ?? false
    source.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var scanner = AttributeScanner(base: base, offset: Int(element.sourceStart), limit: Int(element.sourceEnd))
      // No page gives more attributes than this to a picture.
      var rest = 64
      while rest > 0, scanner.next() {
        guard scanner.name.count <= Self.longestName else { continue }
        rest -= 1
        record(Self.payload(of: UnsafeBufferPointer(rebasing: bytes[scanner.name])), scanner.value)
      }
    }
    widthInPixels = pixels(width) ?? Self.pixels(styleValue("width"))
    heightInPixels = pixels(height) ?? Self.pixels(styleValue("height"))
  }

  /// Of two attributes with the same name the first counts.
  private mutating func record(_ payload: Int?, _ value: Range<Int>) {
    // An empty text is a value too.
    switch payload {
    case nil: return
    case Self.alternativePayload: alternative = alternative ?? value
    case Self.titlePayload: title = title ?? value
    case Self.captionPayload: dataCaption = dataCaption ?? value
    case Self.formulaPayload: isMarkedFormula = true
    case _ where value.isEmpty: return
    case Self.sourcePayload: plain = plain ?? value
    case Self.widthPayload: width = width ?? value
    case Self.heightPayload: height = height ?? value
    case Self.stylePayload: style = style ?? value
    case let rank? where rank < Self.lazyNames.count:
      if !lazy.contains(where: { $0.rank == rank }) { lazy.append((rank, value)) }
    case let payload?:
      let rank = payload - Self.lazyNames.count
      if !sets.contains(where: { $0.rank == rank }) { sets.append((rank, value)) }
    }
  }

  // MARK: Names

  /// The names under which lazy loaders keep the address; names for the original come before those for smaller sizes.
  private static let lazyNames = [
    "data-original", "data-orig-file", "data-original-src", "data-full-url", "data-large-file", "data-hi-res-src",
    "data-actualsrc", "data-lazy-src", "data-src", "data-lazyload", "data-lazy-load", "data-lazyload-src",
    "data-lazy",
    "data-url", "data-echo", "data-real-src", "data-img-src", "data-imgsrc", "data-image", "data-srcs", "data-cfsrc",
    "data-ll-src", "data-pagespeed-lazy-src", "data-bp", "data-a-src", "real_src", "lazy-src", "lazysrc", "lazyload",
    "zoomfile", "file", "_src", "original", "data-pin-media",
  ]

  private static let setNames = [
    "data-srcset", "data-lazy-srcset", "data-original-set", "data-actual-srcset", "srcset",
  ]

  private static let sourcePayload = -1
  private static let widthPayload = -2
  private static let heightPayload = -3
  private static let stylePayload = -4
  private static let alternativePayload = -5
  private static let titlePayload = -6
  private static let captionPayload = -7
  private static let formulaPayload = -8

  /// A hash table with linear probing over the names: their hash, 0 for a free slot, and their meaning.
  private static let names: [(hash: UInt64, payload: Int)] = {
    var table = [(hash: UInt64, payload: Int)](repeating: (0, 0), count: 256)
    let singles = [
      ("src", sourcePayload), ("width", widthPayload), ("height", heightPayload), ("style", stylePayload),
      ("alt", alternativePayload), ("title", titlePayload), ("data-caption", captionPayload),
      ("eeimg", formulaPayload),
    ]
    for (name, payload) in (lazyNames + setNames).enumerated().map({ ($1, $0) }) + singles {
      let hash = name.withBytes(hash)
      var place = Int(truncatingIfNeeded: hash) & 255
      while table[place].hash != 0 { place = (place + 1) & 255 }
      table[place] = (hash, payload)
    }
    return table
  }()

  private static let longestName = 24

  /// FNV-1a, 64 bits, of the name in lower case; no two of these few names collide.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = FNV1a()
    hash.add(lowercasing: name)
    return hash.value
  }

  private static func payload(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = hash(name)
    return names.withUnsafeBufferPointer { names in
      var place = Int(truncatingIfNeeded: hash) & 255
      while names[place].hash != 0 {
        if names[place].hash == hash { return names[place].payload }
        place = (place + 1) & 255
      }
      return nil
    }
  }

  // MARK: Values

  private func value(_ range: Range<Int>?) -> String? {
    guard let range else { return nil }
    return source.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[range])
      if ByteSearch.holds(bytes, byte: 0x26) {
        let decoded = CharacterReference.decode(bytes, inAttribute: true, isWellFormed: isWellFormed).trimmedOfBlanks
        return decoded.isEmpty ? nil : decoded
      }
      let kept = Blanks.trimmedRange(of: bytes)
      return kept.isEmpty ? nil : String(UnsafeBufferPointer(rebasing: bytes[kept]), isWellFormed: isWellFormed)
    }
  }

  /// `alt` and `title` as they are in the page.
  var alternativeAndTitle: (alternative: String?, title: String?) { (decoded(alternative), decoded(title)) }

  /// The value of `data-caption`.
  var caption: String? { decoded(dataCaption) }

  /// Whether the picture shows a formula that its `alt` writes out: 知乎's `eeimg`, `…/equation?tex=`, MathJax's and
  /// WordPress' `latex`.
  var isFormula: Bool {
    if isMarkedFormula { return true }
    guard let plain else { return false }
    return source.withUnsafeBufferPointer { bytes in
      // References for these characters, such as `&equals;`, exist, but nobody writes them.
      let address = UnsafeBufferPointer(rebasing: bytes[plain])
      return ByteSearch.holds(address, "equation?tex=") || ByteSearch.holds(address, "/latex.php?")
        || ByteSearch.holds(address, "cgi-bin/mathtex")
    }
  }

  private func decoded(_ range: Range<Int>?) -> String? {
    guard let range else { return nil }
    return source.withUnsafeBufferPointer {
      CharacterReference.decode(
        UnsafeBufferPointer(rebasing: $0[range]), inAttribute: true, isWellFormed: isWellFormed)
    }
  }

  /// The alternative text, if it has at most the given number of bytes.
  func alternativeText(ofAtMost limit: Int) -> String? {
    guard let alternative else { return nil }
    let isLonger = source.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[alternative])
      return !ByteSearch.holds(bytes, byte: 0x26) && Blanks.trimmedRange(of: bytes).count > limit
    }
    return isLonger ? nil : value(alternative).flatMap { $0.utf8.count <= limit ? $0 : nil }
  }

  var hasWidth: Bool {
    guard let width else { return false }
    return source[width].contains { $0 > 0x20 }
  }

  /// A tracking pixel: two pixels or fewer, given as a number.
  var isTiny: Bool {
    if let width = widthInPixels, width <= 2 { return true }
    if let height = heightInPixels, height <= 2 { return true }
    return false
  }

  /// No larger than an icon, in both directions.
  var isIconSized: Bool {
    guard let width = widthInPixels, let height = heightInPixels else { return false }
    return width <= 40 && height <= 40
  }

  private func styleValue(_ name: String) -> String? {
    guard let style = value(style), style.lowered.holds(name) else { return nil }
    for rule in style.split(separator: ";") {
      let parts = rule.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, String(parts[0]).trimmedOfBlanks.lowered == name else { continue }
      return String(parts[1]).trimmedOfBlanks
    }
    return nil
  }

  private func pixels(_ range: Range<Int>?) -> Double? {
    guard let range else { return nil }
    let plain = source.withUnsafeBufferPointer { PixelNumber.digits(UnsafeBufferPointer(rebasing: $0[range])) }
    return plain ?? Self.pixels(value(range))
  }

  /// Pixels of `624`, `624px`; nil for percentages and other units.
  private static func pixels(_ text: String?) -> Double? {
    guard let text else { return nil }
    return Double(text.ends(with: "px") ? String(text.dropLast(2)) : text)
  }

  // MARK: The address

  /// The address of the largest size: the one that a lazy loader keeps, the largest of a set, or otherwise `src`.
  func bestAddress(_ tree: HTMLTree, _ node: NodeID) -> String? {
    let plain = value(plain).flatMap { Self.isPlaceholder($0) ? nil : $0 }
    let single = lazyAddress ?? plain
    if let (set, largest) = largestOfSets {
      // A set that contains the plain address is of the same picture; otherwise the displayed width tells which one is
      // larger.
      if let single, set.holds(single) { return largest.url }
      if largest.exceeds(widthInPixels, isAlone: single == nil) { return largest.url }
    }
    return single ?? pictureSource(tree, node)
  }

  private static func ranked(_ values: [(rank: Int, value: Range<Int>)]) -> [(rank: Int, value: Range<Int>)] {
    values.count > 1 ? values.sorted { $0.rank < $1.rank } : values
  }

  private var lazyAddress: String? {
    for (_, range) in Self.ranked(lazy) {
      if let address = value(range), Self.isAddress(address), !Self.isPlaceholder(address) { return address }
    }
    return nil
  }

  private var largestOfSets: (set: String, largest: SourceSet.Candidate)? {
    for (_, range) in Self.ranked(sets) {
      if let set = value(range), let largest = SourceSet.largest(in: set), !Self.isPlaceholder(largest.url) {
        return (set, largest)
      }
    }
    return nil
  }

  /// The largest of the `source` elements before the `img` in a `picture`.
  private func pictureSource(_ tree: HTMLTree, _ node: NodeID) -> String? {
    guard let parent = tree.parent(of: node), tree.tag(parent) == .picture else { return nil }
    var best: SourceSet.Candidate?
    for child in tree.children(of: parent) where tree.tag(child) == .source {
      guard
        let set = tree.attribute("srcset", of: child) ?? tree.attribute("data-srcset", of: child),
        let largest = SourceSet.largest(in: set)
      else { continue }
      if best == nil || (largest.widthInPixels ?? 0) > (best?.widthInPixels ?? 0) { best = largest }
    }
    return best?.url
  }

  private static func isAddress(_ value: String) -> Bool {
    value.utf8.count >= 5 && !value.holds(" ") && (value.holds("/") || value.holds("."))
  }

  private static let placeholderNames = PhraseTable(
    [
      "blank.", "spacer.", "loading.", "lazyload.", "placeholder.", "transparent.", "grey.gif", "gray.gif", "1x1.",
      "pixel.", "lazy.", "lazy-load", "lazy_load", "default_load", "empty.gif", "none.gif", "s.gif", "b.gif",
      "space.gif",
    ].map { ($0, 0) })

  private static func isPlaceholder(_ url: String) -> Bool {
    guard let first = url.utf8.first else { return true }
    if first == 0x64 || first == 0x61 || first == 0x6A || first == 0x62,
      url.startsWithAny(of: ["data:", "about:", "javascript:", "blob:"])
    {
      return true
    }
    return url.withBytes { bytes in
      var start = bytes.count
      while start > 0, bytes[start - 1] != 0x2F { start -= 1 }
      return placeholderNames.match(in: bytes, at: start) != nil
    }
  }
}

extension SourceSet.Candidate {
  /// Whether the candidate is larger than the width at which the page shows the plain address.
  fileprivate func exceeds(_ widthInPixels: Double?, isAlone: Bool) -> Bool {
    if isAlone { return true }
    if let own = self.widthInPixels { return own > (widthInPixels ?? 0) }
    return (density ?? 1) > 1
  }
}
