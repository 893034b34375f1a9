import ReadingRoom

/// Turns a terminal's bytes into keys, pastes, mouse presses and answers.
///
/// It is a value without a clock or a descriptor, so that it can be tested byte by byte. Curses' own `get_wch` is not
/// used: it blocks while it waits for the rest of a sequence, reads UTF-8 only in a UTF-8 locale, and takes a late
/// answer for typing.
///
/// Everything that has the form of a control sequence (ECMA-48, 5.4 and 5.6) is consumed whole, known or not: no part
/// of it becomes a key. An unfinished sequence is given up after a moment, so that it cannot block the keyboard; until
/// then, no more of it is kept than an answer needs.
public struct InputDecoder: Sendable {
  /// The longest paste that is kept; the rest is dropped. A query or command line needs no more.
  static let maximumPasteInBytes = 1 << 20
  /// The longest control sequence or string that is kept, several times the length of the longest answer.
  static let maximumSequenceInBytes = 1024
  /// How long an escape, or an escape and one character, waits for the rest of a sequence: long enough for a connection
  /// that splits packets, too short to notice.
  static let escapeDelayInMilliseconds: UInt64 = 40
  /// How long a longer beginning waits for its end, and a paste for its next bytes: longer than it takes to send a lost
  /// packet again (RFC 6298 starts at one second, Linux at 200 ms).
  static let patienceInMilliseconds: UInt64 = 1000
  /// The most bytes that one key sends: a read that brings more is not typing.
  private static let mostBytesOfAKey = 8

  private let sequences: KeySequences
  private var pending: [UInt8] = []
  /// The bytes of the paste so far; `nil` outside a paste.
  private var paste: [UInt8]?
  /// A sequence that is too long to keep, while its end is awaited.
  private var dropping: Oversized?
  /// When the unfinished input began, or last grew by more than a key: typing does not prolong the wait.
  private var waitsSince: UInt64 = 0

  private enum Oversized { case sequence, string }

  public init(sequences: KeySequences = KeySequences()) {
    self.sequences = sequences
  }

  /// Whether input is unfinished.
  private var isUnfinished: Bool { !pending.isEmpty || paste != nil || dropping != nil }

  /// The number of bytes kept of unfinished input.
  var heldBytes: Int { pending.count + (paste?.count ?? 0) }

  /// When the wait for the rest of unfinished input is over, on the clock of `decode`; `nil` when nothing is
  /// unfinished.
  public var deadline: UInt64? {
    guard isUnfinished else { return nil }
    let isEscape = paste == nil && dropping == nil && pending.count < 3 && pending.first == 0x1B
    return waitsSince + (isEscape ? Self.escapeDelayInMilliseconds : Self.patienceInMilliseconds)
  }

  /// Decodes bytes as they arrive, in pieces of any size.
  ///
  /// - Parameter now: Milliseconds on a clock that only goes forward.
  public mutating func decode(_ bytes: some Collection<UInt8>, at now: UInt64) -> [TerminalInput] {
    let isBurst = bytes.count > Self.mostBytesOfAKey
    let wasUnfinished = isUnfinished
    pending.append(contentsOf: bytes)
    let (inputs, finishedSomething) = drain(isFinal: false)
    if !wasUnfinished || finishedSomething || isBurst { waitsSince = now }
    return inputs
  }

  /// Decides about unfinished input when its time is over: a lone escape becomes the Escape key, a paste ends with what
  /// has come, any other beginning is dropped.
  public mutating func flush(at now: UInt64) -> [TerminalInput] {
    guard let deadline, now >= deadline else { return [] }
    var inputs: [TerminalInput] = []
    if let paste {
      inputs.append(.paste(String(decoding: paste, as: UTF8.self)))
      self.paste = nil
    }
    // In the middle of a paste, an escape may be the Escape key of a reader who is waiting, or a paste's end mark of
    // which the rest was lost.
    if dropping == nil, pending.count < 3, pending.first == 0x1B { inputs += drain(isFinal: true).inputs }
    dropping = nil
    pending.removeAll(keepingCapacity: false)
    return inputs
  }

  // MARK: - Splitting

  private enum Step {
    case input(TerminalInput, length: Int)
    case skip(length: Int)
    case incomplete
  }

  /// Splits the input into events.
  ///
  /// - Returns: The events, and whether a sequence ended.
  private mutating func drain(isFinal: Bool) -> (inputs: [TerminalInput], finishedSomething: Bool) {
    var inputs: [TerminalInput] = []
    var finishedSomething = false
    var start = 0
    splitting: while start < pending.count {
      if let dropping {
        guard skip(dropping, from: &start) else { break }
        self.dropping = nil
        finishedSomething = true
        continue
      }
      if paste != nil {
        guard let text = readPaste(from: &start) else { break }
        inputs.append(.paste(text))
        finishedSomething = true
        continue
      }
      let rest = pending[start...]
      let byte = rest[start]
      if byte >= 0x20, byte != 0x7F {
        let length = Self.textLength(rest)
        if length == 0 { break }
        appendText(rest.prefix(length), to: &inputs)
        start += length
        finishedSomething = true
        continue
      }
      switch byte == 0x1B ? escape(rest, isFinal: isFinal) : .input(.key(Self.control(byte)), length: 1) {
      case .input(let input, let length):
        inputs.append(input)
        start += length
        finishedSomething = true
      case .skip(let length):
        start += length
        finishedSomething = true
      case .incomplete:
        guard rest.count > Self.maximumSequenceInBytes else { break splitting }
        dropping = rest[start + 1] == UInt8(ascii: "[") ? .sequence : .string
        start += 2
      }
    }
    pending.removeFirst(start)
    return (inputs, finishedSomething)
  }

  /// Skips input that is too long to keep; false while its end has not arrived.
  private func skip(_ kind: Oversized, from start: inout Int) -> Bool {
    while start < pending.count {
      let byte = pending[start]
      switch kind {
      case .sequence:
        guard (0x20...0x3F).contains(byte) else {
          if (0x40...0x7E).contains(byte) { start += 1 }
          return true
        }
      case .string:
        if byte == 0x07 {
          start += 1
          return true
        }
        if byte == 0x1B {
          // The other half of the terminator may still arrive.
          guard start + 1 < pending.count else { return false }
          if pending[start + 1] == UInt8(ascii: "\\") { start += 2 }
          return true
        }
      }
      start += 1
    }
    return false
  }

  /// The number of bytes of text at the front that end with a whole scalar; 0 when the first scalar is incomplete.
  private static func textLength(_ bytes: ArraySlice<UInt8>) -> Int {
    var end = bytes.startIndex
    while end < bytes.endIndex, bytes[end] >= 0x20, bytes[end] != 0x7F { end += 1 }
    guard end == bytes.endIndex else { return end - bytes.startIndex }
    // The last scalar may be cut: look for its lead byte among the last three bytes.
    var lead = end - 1
    while lead > bytes.startIndex, end - lead < 4, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    let needed =
      switch bytes[lead] {
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 1
      }
    return (end - lead < needed ? lead : end) - bytes.startIndex
  }

  /// Appends one key for each grapheme cluster; ill-formed UTF-8 and C1 controls are dropped.
  private func appendText(_ bytes: ArraySlice<UInt8>, to inputs: inout [TerminalInput]) {
    for character in String(decoding: bytes, as: UTF8.self) {
      // A combining mark forms a cluster with the ill-formed UTF-8 before it.
      let scalars = character.unicodeScalars
      guard !scalars.contains("\u{FFFD}"), scalars.allSatisfy(TerminalText.isPlain) else { continue }
      inputs.append(.key(Key(String(character))))
    }
  }

  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: Key(" ", .control)
    case 0x08, 0x7F: Key(.backspace)
    case 0x09: Key(.tab)
    case 0x0A, 0x0D: Key(.enter)
    case 0x01...0x1A: Key(String(Unicode.Scalar(byte + 0x60)), .control)
    default: Key(String(Unicode.Scalar(byte + 0x40)), .control)
    }
  }

  // MARK: - Escape sequences

  private mutating func escape(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step {
    if let (key, length) = sequences.match(bytes) { return .input(.key(key), length: length) }
    if !isFinal, sequences.isPrefix(bytes) { return .incomplete }
    let second = bytes.startIndex + 1
    guard second < bytes.endIndex else { return isFinal ? .input(.key(Key(.escape)), length: 1) : .incomplete }
    switch bytes[second] {
    case 0x1B:
      return .input(.key(Key(.escape)), length: 1)
    case UInt8(ascii: "["):
      let sequence = ControlSequence(bytes)
      if sequence == nil, isFinal { break }
      guard let sequence else { return .incomplete }
      return meaning(of: sequence, bytes)
    case UInt8(ascii: "O"):
      guard second + 1 < bytes.endIndex else { if isFinal { break } else { return .incomplete } }
      return singleShift(bytes)
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      if bytes.count == 2, isFinal { break }
      return Self.controlString(bytes)
    default:
      break
    }
    // Alt sends an escape before the key.
    let rest = bytes[second...]
    let byte = rest[second]
    if byte < 0x20 || byte == 0x7F {
      var key = Self.control(byte)
      key.modifiers.insert(.alt)
      return .input(.key(key), length: 2)
    }
    let length = Self.textLength(rest)
    // One scalar only: whether a mark that follows has already arrived depends on where the read ended.
    guard length > 0, let scalar = String(decoding: rest.prefix(length), as: UTF8.self).unicodeScalars.first else {
      return .incomplete
    }
    // Ill-formed UTF-8 decodes to U+FFFD, which has more bytes than the original.
    guard scalar != "\u{FFFD}", TerminalText.isPlain(scalar) else { return .skip(length: 2) }
    return .input(.key(Key(String(scalar), .alt)), length: 1 + UTF8.width(scalar))
  }

  /// DCS, OSC, APC, PM and SOS strings are consumed up to their terminator, BEL or ST. Only answers to questions have
  /// this form. Known content is decoded; anything else is skipped.
  private static func controlString(_ bytes: ArraySlice<UInt8>) -> Step {
    var index = bytes.startIndex + 2
    while index < bytes.endIndex {
      if bytes[index] == 0x07 { return answer(bytes[..<index], length: index + 1 - bytes.startIndex) }
      if bytes[index] == 0x1B {
        guard index + 1 < bytes.endIndex else { return .incomplete }
        // Any other escape begins a new sequence.
        guard bytes[index + 1] == UInt8(ascii: "\\") else { return .skip(length: index - bytes.startIndex) }
        return answer(bytes[..<index], length: index + 2 - bytes.startIndex)
      }
      index += 1
    }
    return .incomplete
  }

  private static func answer(_ string: ArraySlice<UInt8>, length: Int) -> Step {
    TerminalInput(controlString: string).map { .input($0, length: length) } ?? .skip(length: length)
  }

  /// SS3: cursor keys, and the keypad in application mode.
  private func singleShift(_ bytes: ArraySlice<UInt8>) -> Step {
    let final = bytes[bytes.startIndex + 2]
    if let code = Self.cursorKeys[final] { return .input(.key(Key(code)), length: 3) }
    switch final {
    case UInt8(ascii: "P")...UInt8(ascii: "S"):
      return .input(.key(Key(.function(Int(final) - Int(UInt8(ascii: "P")) + 1))), length: 3)
    case UInt8(ascii: "M"): return .input(.key(Key(.enter)), length: 3)
    case UInt8(ascii: "X"): return .input(.key(Key("=")), length: 3)
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      // The keypad's other keys are sent as their ASCII character plus 64.
      return .input(.key(Key(String(Unicode.Scalar(final - 0x40)))), length: 3)
    default: return .skip(length: 3)
    }
  }

  private static let cursorKeys: [UInt8: Key.Code] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
  ]

  /// Source: XTerm Control Sequences, "PC-Style Function Keys" and "VT220-Style Function Keys"; rxvt's 7 and 8.
  private static let numberedKeys: [Int: Key.Code] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6),
    18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
  ]

  private mutating func meaning(of sequence: ControlSequence, _ bytes: ArraySlice<UInt8>) -> Step {
    let length = sequence.length
    let parameters = sequence.parameters
    let modifiers = Key.Modifiers(xtermCode: parameters.count > 1 ? parameters[1] : 1)
    func key(_ code: Key.Code, _ modifiers: Key.Modifiers) -> Step {
      .input(.key(Key(code, modifiers)), length: length)
    }
    if let intermediate = sequence.intermediate {
      guard intermediate == UInt8(ascii: "$"), sequence.marker == UInt8(ascii: "?"),
        sequence.final == UInt8(ascii: "y"),
        parameters.count == 2
      else { return .skip(length: length) }
      return .input(.mode(parameters[0], state: parameters[1]), length: length)
    }
    switch (sequence.marker, sequence.final) {
    case (nil, UInt8(ascii: "~")):
      switch parameters.first {
      case 200:
        paste = []
        return .skip(length: length)
      case 27 where parameters.count > 2: return other(parameters[2], modifiers, length: length)
      case let number?:
        guard let code = Self.numberedKeys[number] else { return .skip(length: length) }
        return key(code, modifiers)
      case nil: return .skip(length: length)
      }
    case (nil, UInt8(ascii: "u")):
      return other(parameters.first ?? 0, modifiers, length: length)
    case (nil, UInt8(ascii: "Z")):
      return key(.tab, .shift)
    case (nil, UInt8(ascii: "R")) where parameters.count == 2 && parameters[0] > 1:
      // From the first row, a report would look like a modified F3; requests are therefore sent from the second row.
      return .input(.cursorReport(row: parameters[0], column: parameters[1]), length: length)
    case (nil, UInt8(ascii: "P")...UInt8(ascii: "S")):
      return key(.function(Int(sequence.final) - Int(UInt8(ascii: "P")) + 1), modifiers)
    case (nil, UInt8(ascii: "M")) where parameters.isEmpty:
      return oldMouse(bytes)
    case (UInt8(ascii: "<"), UInt8(ascii: "M")) where parameters.count == 3:
      guard let button = Self.mouseButton(parameters[0]) else { return .skip(length: length) }
      let position = Position(row: max(0, parameters[2] - 1), column: max(0, parameters[1] - 1))
      return .input(.mousePress(button, position), length: length)
    case (UInt8(ascii: "?"), UInt8(ascii: "c")):
      return .input(.deviceAttributes, length: length)
    case (nil, let final):
      guard let code = Self.cursorKeys[final] else { return .skip(length: length) }
      return key(code, modifiers)
    default:
      return .skip(length: length)
    }
  }

  /// A key sent by its code point with modifiers: `CSI code ; modifiers u`, or xterm's modifyOtherKeys.
  private func other(_ codePoint: Int, _ modifiers: Key.Modifiers, length: Int) -> Step {
    guard let value = UInt32(exactly: codePoint), let scalar = Unicode.Scalar(value) else {
      return .skip(length: length)
    }
    if value < 0x20 || value == 0x7F {
      var key = value == 0x1B ? Key(.escape) : Self.control(UInt8(value))
      key.modifiers.formUnion(modifiers)
      return .input(.key(key), length: length)
    }
    guard TerminalText.isPlain(scalar) else { return .skip(length: length) }
    return .input(.key(Key(String(scalar), modifiers.subtracting(.shift))), length: length)
  }

  /// X10's form, from terminals without SGR mouse reports: three bytes, each with 32 added.
  private func oldMouse(_ bytes: ArraySlice<UInt8>) -> Step {
    guard bytes.count >= 6 else { return .incomplete }
    let values = bytes.dropFirst(3).prefix(3).map { Int($0) - 32 }
    guard let button = Self.mouseButton(values[0]) else { return .skip(length: 6) }
    return .input(
      .mousePress(button, Position(row: max(0, values[2] - 1), column: max(0, values[1] - 1))), length: 6)
  }

  /// Source: XTerm Control Sequences, "Mouse Tracking": bits 0–1 the button, 5 motion, 6 the wheel.
  private static func mouseButton(_ code: Int) -> MouseButton? {
    guard code >= 0, code & 32 == 0 else { return nil }
    switch (code & 64 != 0, code & 3) {
    case (false, 0): return .left
    case (false, 1): return .middle
    case (false, 2): return .right
    case (true, 0): return .wheelUp
    case (true, 1): return .wheelDown
    default: return nil
    }
  }

  // MARK: - Paste

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Reads pasted bytes; returns the whole text once its end mark has arrived.
  private mutating func readPaste(from start: inout Int) -> String? {
    var end = start
    while end < pending.count {
      if pending[end] == 0x1B {
        let rest = pending[end...].prefix(Self.pasteEnd.count)
        if rest.elementsEqual(Self.pasteEnd) {
          keepPaste(pending[start..<end])
          start = end + Self.pasteEnd.count
          let text = String(decoding: paste ?? [], as: UTF8.self)
          paste = nil
          return text
        }
        if rest.elementsEqual(Self.pasteEnd.prefix(rest.count)) { break }
      }
      end += 1
    }
    keepPaste(pending[start..<end])
    start = end
    return nil
  }

  private mutating func keepPaste(_ bytes: ArraySlice<UInt8>) {
    let room = Self.maximumPasteInBytes - (paste?.count ?? 0)
    paste?.append(contentsOf: bytes.prefix(max(0, room)))
  }
}
