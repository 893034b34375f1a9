#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Walks the attributes of one tag (WHATWG 13.2.5.32–40), from after its name to its `>`.
struct AttributeScanner {
  let base: UnsafePointer<UInt8>
  private(set) var offset: Int
  let limit: Int
  private(set) var name = 0..<0
  /// The raw value, with references undecoded; empty if there is none.
  private(set) var value = 0..<0
  private(set) var endsInSolidus = false

  init(base: UnsafePointer<UInt8>, offset: Int, limit: Int) {
    self.base = base
    self.offset = offset
    self.limit = limit
  }

  @inline(__always)
  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0C }

  /// Moves to the next attribute; false at the tag's `>` or at the end of the bytes, where `offset` then is.
  @inline(__always)
  mutating func next() -> Bool {
    var position = offset
    var sawSolidus = false
    while position < limit {
      let byte = base[position]
      if byte == 0x2F {
        sawSolidus = true
      } else if isSpace(byte) {
        sawSolidus = false
      } else {
        break
      }
      position &+= 1
    }
    guard position < limit, base[position] != 0x3E else {
      endsInSolidus = sawSolidus
      offset = position
      return false
    }
    let nameStart = position
    position &+= 1  // A leading `=` belongs to the name.
    // All characters that end a name are below the letters.
    while position < limit {
      let byte = base[position]
      if byte < 0x40, byte == 0x3D || byte == 0x3E || byte == 0x2F || isSpace(byte) { break }
      position &+= 1
    }
    name = nameStart..<position
    value = position..<position
    var next = position
    while next < limit, isSpace(base[next]) { next &+= 1 }
    guard next < limit, base[next] == 0x3D else {
      offset = position
      return true
    }
    next &+= 1
    while next < limit, isSpace(base[next]) { next &+= 1 }
    guard next < limit else {
      offset = limit
      return false
    }
    let quote = base[next]
    if quote == 0x22 || quote == 0x27 {
      next &+= 1
      guard next < limit, let hit = memchr(base + next, Int32(quote), limit - next) else {
        offset = limit
        return false
      }
      let close = base.distance(to: hit.assumingMemoryBound(to: UInt8.self))
      value = next..<close
      offset = close + 1
      return true
    }
    let valueStart = next
    while next < limit, base[next] != 0x3E, !isSpace(base[next]) { next &+= 1 }
    value = valueStart..<next
    offset = next
    return true
  }

  /// Whether a name is one of the most frequent attributes.
  static func isUsualName(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = String(decoding: name, as: UTF8.self).lowercased()
    switch text {
    case "src", "srcset", "href", "class", "id", "style", "type", "alt", "title", "width", "height", "lang", "rel",
      "target", "sizes", "media", "role", "name", "content", "datetime", "colspan", "rowspan", "align":
      return true
    default: return text.hasPrefix("data-") || text.hasPrefix("aria-")
    }
  }
}
