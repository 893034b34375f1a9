extension BlockParser {
  /// `[!NOTE]`, and Obsidian's `[!tip]- Title`, on the first line of a quote.
  mutating func readAlert(of quote: Int) {
    var position = offset
    while Self.isBlankByte(byte(at: position)) { position += 1 }
    guard byte(at: position) == 0x5B, byte(at: position + 1) == 0x21 else { return }
    let start = position + 2
    position = start
    while (byte(at: position) | 0x20) &- 0x61 < 26 || byte(at: position) == 0x2D { position += 1 }
    guard position > start, position - start <= 24 else { return }
    let word = start..<position
    // Obsidian: `[!note|right]`.
    if byte(at: position) == 0x7C { while position < lineEnd, bytes[position] != 0x5D { position += 1 } }
    guard byte(at: position) == 0x5D else { return }
    position += 1
    if byte(at: position) == 0x2D || byte(at: position) == 0x2B { position += 1 }
    let title = trimmed(position..<max(position, lineEnd))
    guard title.isEmpty || options.contains(.leniency) else { return }
    let infoStart = text.count
    text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[title.isEmpty ? word : title]))
    nodes[quote].infoStart = Int32(infoStart)
    nodes[quote].infoEnd = Int32(text.count)
    // A custom title is shown as written, a bare keyword by its name.
    nodes[quote].level = title.isEmpty ? 1 : 2
    advance(lineEnd - offset)
    column = 0
  }
}
