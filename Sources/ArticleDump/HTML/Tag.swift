/// The name of an element, for the names that HTML knows.
///
/// A tree stores the raw value; an unknown name gets a raw value past the last case, which reads as `other`;
/// `HTMLTree.name(of:)` gives the name.
enum Tag: UInt16, CaseIterable, Sendable {
  /// The root of a tree.
  case document
  /// A run of text.
  case text
  case a, abbr, acronym, address, area, article, aside, audio
  case b, base, basefont, bdi, bdo, bgsound, big, blockquote, body, br, button
  case canvas, caption, center, cite, code, col, colgroup
  case data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt
  case em, embed
  case fieldset, figcaption, figure, font, footer, form, frame, frameset
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
  case i, iframe, image, img, input, ins
  case kbd, keygen
  case label, legend, li, link, listing
  case main, map, mark, marquee, math, menu, meta, meter
  case nav, nobr, noembed, noframes, noscript
  case object, ol, optgroup, option, output
  case p, param, picture, plaintext, pre, progress
  case q
  case rb, rp, rt, rtc, ruby
  case s, samp, script, search, section, select, slot, small, source, span, strike, strong, style, sub, summary
  case sup, svg
  case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
  case u, ul
  case `var`, video
  case wbr
  case xmp
  /// A name that is not in HTML.
  case other
}

extension Tag {
  /// The name as it is in a page, in lower case; empty for an element without a known name.
  var name: String {
    switch self {
    case .document, .text, .other: ""
    default: String(describing: self)
    }
  }

  /// What parsing and layout need to know about a name.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt32

    /// Has no content and no end tag (WHATWG 13.1.2, void elements).
    static let void = Traits(rawValue: 1 << 0)
    /// Its start tag closes an open `p` (WHATWG 13.2.6.4.7).
    static let closesParagraph = Traits(rawValue: 1 << 1)
    /// Breaks lines: text on either side belongs to different paragraphs (WHATWG 15.3).
    static let block = Traits(rawValue: 1 << 2)
    /// Limits the scope of end tags (WHATWG 13.2.4.2, "element in scope").
    static let scope = Traits(rawValue: 1 << 3)
    /// Its content is raw text up to its end tag.
    static let rawText = Traits(rawValue: 1 << 4)
    /// Its content is text with character references up to its end tag.
    static let escapableRawText = Traits(rawValue: 1 << 5)
    /// Belongs in `head`.
    static let metadata = Traits(rawValue: 1 << 6)
    /// `h1` to `h6`.
    static let heading = Traits(rawValue: 1 << 7)
    /// Nothing in it is shown.
    static let hidden = Traits(rawValue: 1 << 8)
    /// Ends foreign content (WHATWG 13.2.6.5).
    static let leavesForeign = Traits(rawValue: 1 << 9)
    /// Styles text; closing it must not close blocks that were opened inside it.
    static let inline = Traits(rawValue: 1 << 10)
  }

  var traits: Traits { Tag.allTraits[Int(rawValue)] }

  /// Elements that show a picture, a film or a player.
  static let pictures: [Tag] = [.img, .iframe, .video, .audio, .embed, .object]

  var isPicture: Bool { Self.pictures.contains(self) }

  /// Whether nothing in the element is shown; does not use the table of traits.
  @inline(__always)
  var isHidden: Bool {
    switch self {
    case .head, .script, .style, .template, .title, .noembed, .noframes, .datalist, .rp, .svg, .math, .canvas,
      .select, .textarea, .progress, .meter, .map, .param, .source, .track, .iframe, .video, .audio, .dialog:
      true
    default: false
    }
  }

  /// The traits of every case, by raw value.
  static let allTraits: [Traits] = allCases.map(\.computedTraits)

  private var computedTraits: Traits {
    var traits: Traits = []
    switch self {
    case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .keygen, .link, .meta,
      .param, .source, .track, .wbr:
      traits.insert(.void)
    default: break
    }
    switch self {
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
      .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary,
      .ul, .h1, .h2, .h3, .h4, .h5, .h6, .pre, .listing, .form, .table, .hr, .xmp, .plaintext, .li, .dd, .dt:
      traits.formUnion([.closesParagraph, .block])
    case .body, .caption, .document, .frameset, .html, .iframe, .legend, .noframes, .optgroup, .option, .tbody,
      .td, .tfoot, .th, .thead, .tr, .video, .audio, .object, .colgroup:
      traits.insert(.block)
    default: break
    }
    switch self {
    case .caption, .html, .table, .td, .th, .marquee, .object, .template, .button:
      traits.insert(.scope)
    default: break
    }
    switch self {
    case .style, .script, .xmp, .iframe, .noembed, .noframes, .plaintext: traits.insert(.rawText)
    case .title, .textarea: traits.insert(.escapableRawText)
    default: break
    }
    switch self {
    case .base, .basefont, .bgsound, .link, .meta, .title, .noscript, .noframes, .style, .script, .template:
      traits.insert(.metadata)
    default: break
    }
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: traits.insert(.heading)
    default: break
    }
    if isHidden { traits.insert(.hidden) }
    switch self {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4,
      .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small,
      .span, .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
      traits.insert(.leavesForeign)
    default: break
    }
    switch self {
    case .a, .abbr, .acronym, .b, .bdi, .bdo, .big, .cite, .code, .data, .del, .dfn, .em, .font, .i, .ins, .kbd,
      .label, .mark, .nobr, .q, .s, .samp, .small, .span, .strike, .strong, .sub, .sup, .time, .tt, .u, .var:
      traits.insert(.inline)
    default: break
    }
    return traits
  }
}

/// Known tags, one bit each.
struct TagSet: Sendable {
  private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)

  @inline(__always)
  mutating func insert(_ tag: Tag) {
    let bit: UInt64 = 1 << UInt64(tag.rawValue & 63)
    switch tag.rawValue >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    default: words.2 |= bit
    }
  }

  @inline(__always)
  func contains(_ tag: Tag) -> Bool {
    let word = tag.rawValue >> 6 == 0 ? words.0 : tag.rawValue >> 6 == 1 ? words.1 : words.2
    return word >> UInt64(tag.rawValue & 63) & 1 != 0
  }
}

/// Finds tags by name: open addressing over the names packed into two words.
struct TagTable: Sendable {
  private struct Slot {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var raw: UInt16 = 0
  }
  private var slots: [Slot]
  private static let slotCount = 512

  static let shared = TagTable()

  private init() {
    slots = [Slot](repeating: Slot(), count: Self.slotCount)
    // AMP pages have their own element for pictures, with `img`'s attributes.
    for (tag, name) in Tag.allCases.map({ ($0, Array($0.name.utf8)) }) + [(.img, Array("amp-img".utf8))] {
      guard !name.isEmpty else { continue }
      let (low, high) = name.withUnsafeBufferPointer { Self.key(of: $0) }
      var slot = Self.slot(low, high)
      while slots[slot].low != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
      slots[slot] = Slot(low: low, high: high, raw: tag.rawValue)
    }
  }

  /// The same as `key` for a name of at most eight bytes, from one load.
  ///
  /// - Parameter name: Eight bytes may be read from it.
  @inline(__always)
  static func key(ofShort name: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    let loaded = UnsafeRawPointer(name).loadUnaligned(as: UInt64.self).littleEndian
    let word = loaded & UInt64.max >> UInt64(64 &- 8 &* count)
    // The high bit of a byte is set where it is A to Z (H. S. Warren, Hacker's Delight, 6-2); 0x20 makes it lower case.
    let heptets = word & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = heptets &+ 0x3F3F_3F3F_3F3F_3F3F
    let afterZ = heptets &+ 0x2525_2525_2525_2525
    return word | ((fromA ^ afterZ) & ~word & 0x8080_8080_8080_8080) >> 2
  }

  /// The name's first 16 bytes in lower case, little-endian; a longer name is not in `Tag`.
  @inline(__always)
  static func key(of name: UnsafeBufferPointer<UInt8>) -> (low: UInt64, high: UInt64) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var index = 0
    let end = min(name.count, 16)
    while index < end {
      var byte = name[index]
      if byte &- 0x41 < 26 { byte |= 0x20 }
      if index < 8 {
        low |= UInt64(byte) << UInt64(index &* 8)
      } else {
        high |= UInt64(byte) << UInt64((index &- 8) &* 8)
      }
      index &+= 1
    }
    return (low, high)
  }

  @inline(__always)
  private static func slot(_ low: UInt64, _ high: UInt64) -> Int {
    Int(truncatingIfNeeded: ((low ^ (high &* 0x9E37_79B9)) &* 0x9E37_79B9_7F4A_7C15) >> 55)
  }

  /// The tag of a name in any case, or nil if HTML does not have the name.
  ///
  /// - Parameter readable: How many bytes may be read from the name's start.
  @inline(__always)
  func tag(of name: UnsafeBufferPointer<UInt8>, readable: Int = 0) -> UInt16? {
    guard name.count <= 16 else { return nil }
    if name.count <= 8, readable >= 8, let start = name.baseAddress, !name.isEmpty {
      return tag(low: Self.key(ofShort: start, count: name.count), high: 0)
    }
    let (low, high) = Self.key(of: name)
    return tag(low: low, high: high)
  }

  @inline(__always)
  private func tag(low: UInt64, high: UInt64) -> UInt16? {
    var slot = Self.slot(low, high)
    while true {
      let candidate = slots[slot]
      if candidate.low == 0 { return nil }
      if candidate.low == low, candidate.high == high { return candidate.raw }
      slot = (slot &+ 1) & (Self.slotCount - 1)
    }
  }
}
