extension HTMLTree {
  /// How many sentences end in a node outside of links: at 。！？ or their Latin counterparts before a space.
  func sentenceCount(of node: NodeID, atMost limit: Int = 8) -> Int {
    var count = 0
    var index = Int(node.index)
    let end = subtreeEnd(of: node)
    source.withUnsafeBufferPointer { bytes in
      while index < end, count < limit {
        let current = nodes[index]
        if isDropped(NodeID(index)) || tag(NodeID(index)) == .a || tag(NodeID(index)).traits.contains(.hidden) {
          index = Int(current.subtreeEnd)
          continue
        }
        if current.tag == Tag.text.rawValue, !current.flags.contains(.blank) {
          count += ProseProbe.sentenceEnds(
            UnsafeBufferPointer(rebasing: bytes[Int(current.sourceStart)..<Int(current.sourceEnd)]))
        }
        index += 1
      }
    }
    return count
  }
}

/// Distinguishes prose from labels by punctuation, working on bytes.
enum ProseProbe {
  /// Sentence ends: 。 U+3002, ！ U+FF01, ？ U+FF1F, … U+2026, and `. ` `! ` `? ` after a Latin letter.
  static func sentenceEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index + 2 < bytes.count {
      switch bytes[index] {
      case 0xE3:
        if bytes[index + 1] == 0x80, bytes[index + 2] == 0x82 { count += 1 }
        index += 3
      case 0xEF:
        if bytes[index + 1] == 0xBC, bytes[index + 2] == 0x81 || bytes[index + 2] == 0x9F { count += 1 }
        index += 3
      case 0x2E, 0x21, 0x3F:
        if bytes[index + 1] == 0x20, index > 0, (bytes[index - 1] | 0x20) &- 0x61 < 26 { count += 1 }
        index += 1
      default: index += 1
      }
    }
    return count
  }

  /// Clause marks too: ， U+FF0C and 、 U+3001.
  static func holdsClauseMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + 2 < bytes.count {
      let first = bytes[index]
      if first == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x82 || bytes[index + 2] == 0x81 { return true }
      if first == 0xEF, bytes[index + 1] == 0xBC,
        bytes[index + 2] == 0x8C || bytes[index + 2] == 0x81 || bytes[index + 2] == 0x9F || bytes[index + 2] == 0x9B
      {
        return true
      }
      // Han and full-width punctuation have three bytes.
      index &+= first >= 0xE0 && first < 0xF0 ? 3 : 1
    }
    return false
  }
}
