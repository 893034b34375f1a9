import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Attributes, read from the source on demand.
extension HTMLTree {
  /// The value of an attribute, with references decoded; empty for one without a value, nil if it is absent. Of
  /// duplicate attributes the first counts.
  ///
  /// - Parameter name: In lower case.
  /// - Complexity: O(length of the tag).
  func attribute(_ name: StaticString, of node: NodeID) -> String? {
    withAttribute(name, of: node) { decode($0) }
  }

  /// The value of an attribute that is a URL: trimmed, without the tabs and line feeds that are not part of one (WHATWG
  /// URL 4.4).
  func url(_ name: StaticString, of node: NodeID) -> String? {
    source.withUnsafeBufferPointer { Self.url(name, of: self[node], in: $0, isWellFormed: isWellFormed) }
  }

  /// The same, from a tree's bytes, for walks that hold them.
  static func url(
    _ name: StaticString, of node: Node, in bytes: UnsafeBufferPointer<UInt8>, isWellFormed: Bool
  ) -> String? {
    withAttribute(name, of: node, in: bytes) { value in
      let kept = TextPadding.trimmedRange(of: value, in: 0..<value.count)
      let trimmed = UnsafeBufferPointer(rebasing: value[kept])
      let url = CharacterReference.decode(trimmed, inAttribute: true, isWellFormed: isWellFormed)
      guard url.withBytes({ ByteSearch.holdsControl($0) }) else { return url }
      return String(decoding: url.utf8.filter { $0 >= 0x20 }, as: UTF8.self)
    }
  }

  /// An attribute's value with its references decoded.
  private func decode(_ value: UnsafeBufferPointer<UInt8>) -> String {
    CharacterReference.decode(value, inAttribute: true, isWellFormed: isWellFormed)
  }

  func hasAttribute(_ name: StaticString, of node: NodeID) -> Bool {
    withAttribute(name, of: node) { _ in true } ?? false
  }

  /// The bytes of an attribute's value as they are in the source, without an allocation.
  func withAttribute<Result>(
    _ name: StaticString, of node: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    withAttribute(name, in: self[node], body)
  }

  func withAttribute<Result>(
    _ name: StaticString, in element: Node, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    source.withUnsafeBufferPointer { Self.withAttribute(name, of: element, in: $0, body) }
  }

  private static func withAttribute<Result>(
    _ name: StaticString, of element: Node, in bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    guard element.tag > Tag.text.rawValue, element.sourceEnd > element.sourceStart + 1,
      let base = bytes.baseAddress
    else { return nil }
    var scanner = AttributeScanner(base: base, offset: Int(element.sourceStart), limit: Int(element.sourceEnd))
    while scanner.next() {
      if equalsIgnoringCase(base, scanner.name, name) {
        return body(UnsafeBufferPointer(rebasing: bytes[scanner.value]))
      }
    }
    return nil
  }

  /// Every attribute in order, without duplicates.
  func attributes(of node: NodeID) -> [(name: String, value: String)] {
    let element = self[node]
    guard element.tag > Tag.text.rawValue else { return [] }
    return source.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      var seen: Set<String> = []
      var result: [(name: String, value: String)] = []
      var scanner = AttributeScanner(base: base, offset: Int(element.sourceStart), limit: Int(element.sourceEnd))
      while scanner.next() {
        let name = String(decoding: bytes[scanner.name], as: UTF8.self).lowercased()
        guard seen.insert(name).inserted else { continue }
        let value = decode(UnsafeBufferPointer(rebasing: bytes[scanner.value]))
        result.append((name, value))
      }
      return result
    }
  }

  /// The bytes of an element's class list as they are in the source; nil without one.
  @inline(__always)
  func withClassList<Result>(of node: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    withClassList(of: nodes[Int(node.index)], body)
  }

  @inline(__always)
  func withClassList<Result>(of element: Node, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    guard element.classStart > 0 else { return nil }
    return source.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(element.classStart)..<Int(element.classEnd)]))
    }
  }

  /// Whether the class list contains a name; case-sensitive.
  func hasClass(_ name: StaticString, _ node: NodeID) -> Bool {
    withClassList(of: node) { value in
      value.count >= name.utf8CodeUnitCount && Self.holdsWord(value) { Self.equals($0, name) }
    } ?? false
  }

  /// Whether the class list contains one of some names; case-sensitive.
  func hasClass(among names: [StaticString], _ node: NodeID) -> Bool { hasClass(among: names, nodes[Int(node.index)]) }

  func hasClass(among names: [StaticString], _ element: Node) -> Bool {
    withClassList(of: element) { value in
      Self.holdsWord(value) { word in names.contains { Self.equals(word, $0) } }
    } ?? false
  }

  @inline(__always)
  static func holdsWord(
    _ value: UnsafeBufferPointer<UInt8>, _ isMeant: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    var start = 0
    while start < value.count {
      while start < value.count, value[start] <= 0x20 { start &+= 1 }
      var end = start
      while end < value.count, value[end] > 0x20 { end &+= 1 }
      if end > start, isMeant(UnsafeBufferPointer(rebasing: value[start..<end])) { return true }
      start = end
    }
    return false
  }

  static func equals(_ bytes: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
    equals(bytes, 0..<bytes.count, text)
  }

  /// Whether a name in the class list starts with a prefix; case-sensitive.
  func hasClassPrefix(_ prefix: StaticString, _ node: NodeID) -> Bool {
    let length = prefix.utf8CodeUnitCount
    return withClassList(of: node) { value in
      var isStart = true
      for index in value.indices {
        if isStart, index + length <= value.count, Self.equals(value, index..<index + length, prefix) { return true }
        isStart = value[index] <= 0x20
      }
      return false
    } ?? false
  }

  /// Whether an attribute's value contains a piece of text (undecoded, case-sensitive).
  func attribute(_ name: StaticString, of node: NodeID, contains piece: StaticString) -> Bool {
    let length = piece.utf8CodeUnitCount
    return withAttribute(name, of: node) { value in
      guard value.count >= length else { return false }
      return (0...(value.count - length)).contains { Self.equals(value, $0..<$0 + length, piece) }
    } ?? false
  }

  func classes(of node: NodeID) -> [String] {
    attribute("class", of: node).map { value in
      value.split(whereSeparator: \.isWhitespace).map(String.init)
    } ?? []
  }

  /// The first descendant of a tag with a class.
  func first(_ tag: Tag? = nil, withClass name: StaticString, in node: NodeID = .root) -> NodeID? {
    descendants(of: node).first { (tag == nil || self.tag($0) == tag) && isElement($0) && hasClass(name, $0) }
  }

  private static func equals(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ text: StaticString
  ) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    for index in 0..<range.count where bytes[range.lowerBound + index] != text.utf8Start[index] { return false }
    return true
  }

  static func equalsIgnoringCase(
    _ base: UnsafePointer<UInt8>, _ range: Range<Int>, _ name: StaticString
  ) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for index in 0..<range.count {
      var byte = base[range.lowerBound + index]
      if byte &- 0x41 < 26 { byte |= 0x20 }
      if byte != name.utf8Start[index] { return false }
    }
    return true
  }
}

// MARK: Style

extension HTMLTree {
  /// Whether a tag's attributes contain a piece of text anywhere: a cheap test before reading an attribute.
  func markupContains(_ piece: StaticString, in node: Node) -> Bool {
    source.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      let length = piece.utf8CodeUnitCount
      var position = base + Int(node.sourceStart)
      let end = base + Int(node.sourceEnd)
      while end - position >= length,
        let hit = memchr(position, Int32(piece.utf8Start[0]), end - position - length + 1)
      {
        if memcmp(hit, piece.utf8Start, length) == 0 { return true }
        position = UnsafeRawPointer(hit) + 1
      }
      return false
    }
  }

  /// Whether the `style` attribute gives a property a value, as in `display: none`.
  ///
  /// - Parameter value: In lower case, without blanks.
  func declares(_ property: StaticString, _ value: String, in node: Node) -> Bool {
    var isFound = false
    forEachDeclaration(of: property, in: node) { if $0.elementsEqual(value.utf8) { isFound = true } }
    return isFound
  }

  /// The value that the `style` attribute gives a property, the last one if there are several, in lower case and
  /// without blanks.
  func declaration(of property: StaticString, in node: Node) -> String? {
    var last: String?
    forEachDeclaration(of: property, in: node) { last = String(decoding: $0, as: UTF8.self) }
    return last
  }

  /// Calls the closure for each value that the `style` attribute gives a property, in lower case and without blanks.
  private func forEachDeclaration(
    of property: StaticString, in node: Node, _ body: (Slice<UnsafeMutableBufferPointer<UInt8>>) -> Void
  ) {
    withAttribute("style", in: node) { style in
      guard !ByteSearch.holds(style, byte: 0x26) else {
        return decode(style).withBytes { Self.forEachDeclaration(of: property, in: $0, body) }
      }
      Self.forEachDeclaration(of: property, in: style, body)
    }
  }

  private static func forEachDeclaration(
    of property: StaticString, in style: UnsafeBufferPointer<UInt8>,
    _ body: (Slice<UnsafeMutableBufferPointer<UInt8>>) -> Void
  ) {
    let important: StaticString = "!important"
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: style.count) { declaration in
      var count = 0
      // Where the value begins, after the colon.
      var start: Int?
      for offset in 0...style.count {
        let byte = offset < style.count ? style[offset] : 0x3B
        if byte == 0x3B {
          let name = UnsafeBufferPointer(rebasing: declaration[..<(start ?? 0)])
          if let start, equals(name, property) {
            let value = UnsafeBufferPointer(rebasing: declaration[start..<count])
            let isImportant = ByteSearch.ends(value, with: important)
            body(declaration[start..<(isImportant ? count - important.utf8CodeUnitCount : count)])
          }
          count = 0
          start = nil
        } else if byte == 0x3A, start == nil {
          start = count
        } else if byte > 0x20 {
          declaration.initializeElement(at: count, to: byte &- 0x41 < 26 ? byte | 0x20 : byte)
          count += 1
        }
      }
    }
  }

  /// Whether the element is hidden by `hidden` or `display: none`, unless `HiddenProse` found that a script shows it.
  /// A hidden `img` is one that a script shows once it is loaded.
  func isHidden(_ node: Node) -> Bool {
    guard node.flags.contains(.mayHide), node.known != .img, !shownAfterAll.contains(node.sourceStart) else {
      return false
    }
    return markupContains("hidden", in: node) && hasAttribute("hidden", of: node)
      || markupContains("display", in: node) && declares("display", "none", in: node)
  }

  func hasAttribute(_ name: StaticString, of node: Node) -> Bool {
    withAttribute(name, in: node) { _ in true } ?? false
  }
}

extension String {
  /// Whether a URL is a piece of script.
  var isScript: Bool {
    let scheme = "javascript:"
    return utf8.count >= scheme.utf8.count && utf8.first.map { $0 | 0x20 } == 0x6A
      && prefix(scheme.count).lowercased() == scheme
  }
}
