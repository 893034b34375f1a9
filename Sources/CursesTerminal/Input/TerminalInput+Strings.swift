extension TerminalInput {
  /// Decodes a control string, from its escape up to its terminator; `nil` for replies that were not requested.
  init?(controlString string: ArraySlice<UInt8>) {
    let body = string.dropFirst(2)
    switch string.dropFirst().first {
    case UInt8(ascii: "P"):
      // Source: XTerm Control Sequences, XTVERSION: DCS > | text ST.
      guard body.starts(with: ">|".utf8), body.count < 100, body.allSatisfy({ (0x20...0x7E).contains($0) }) else {
        return nil
      }
      self = .name(String(decoding: body.dropFirst(2), as: UTF8.self))
    case UInt8(ascii: "]"):
      let parts = body.split(separator: UInt8(ascii: ";"), maxSplits: 1)
      guard parts.count == 2, let number = Int(String(decoding: parts[0], as: UTF8.self)), number == 10 || number == 11,
        let color = RGB(specification: parts[1])
      else { return nil }
      self = .ownColor(number, color)
    default: return nil
    }
  }
}

extension RGB {
  /// Reads `rgb:RRRR/GGGG/BBBB` or `rgba:…`, with one to four hexadecimal digits for each part (XParseColor(3)).
  init?(specification: ArraySlice<UInt8>) {
    let text = String(decoding: specification, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":"), ["rgb", "rgba"].contains(text[..<colon]) else { return nil }
    let parts = text[text.index(after: colon)...].split(separator: "/").prefix(3).compactMap { part -> UInt8? in
      guard (1...4).contains(part.count), let value = Int(part, radix: 16), value >= 0 else { return nil }
      return UInt8(value * 255 / ((1 << (4 * part.count)) - 1))
    }
    guard parts.count == 3 else { return nil }
    self.init(red: parts[0], green: parts[1], blue: parts[2])
  }
}
