import ReadingRoom
import SeededRandom
import Testing

@testable import CursesTerminal

extension InputDecoder {
  /// Decodes bytes at time 0, or at the time after which an escape is a key.
  fileprivate mutating func decode(_ bytes: some Collection<UInt8>) -> [TerminalInput] { decode(bytes, at: 0) }
  fileprivate mutating func flush() -> [TerminalInput] { flush(at: Self.escapeDelayInMilliseconds) }
}

@Suite struct InputDecoderTests {
  private func decode(_ text: String, flushing: Bool = true) -> [TerminalInput] {
    var decoder = InputDecoder()
    let inputs = decoder.decode(Array(text.utf8))
    return inputs + (flushing ? decoder.flush() : [])
  }

  @Test(arguments: [
    ("j", Key("j")), ("字", Key("字")), ("é", Key("é")), ("👨‍👩‍👧", Key("👨‍👩‍👧")), (" ", Key(" ")),
    ("\r", Key(.enter)), ("\n", Key(.enter)), ("\t", Key(.tab)), ("\u{7F}", Key(.backspace)),
    ("\u{8}", Key(.backspace)),
    ("\u{1}", Key("a", .control)), ("\u{1A}", Key("z", .control)), ("\u{0}", Key(" ", .control)),
    ("\u{1F}", Key("_", .control)), ("\u{1B}", Key(.escape)), ("\u{1B}x", Key("x", .alt)), ("\u{1B}字", Key("字", .alt)),
    ("\u{1B}[", Key("[", .alt)), ("\u{1B}O", Key("O", .alt)), ("\u{1B}]", Key("]", .alt)),
    ("\u{1B}\r", Key(.enter, .alt)),
    ("\u{1B}[A", Key(.up)), ("\u{1B}OA", Key(.up)), ("\u{1B}[B", Key(.down)), ("\u{1B}[C", Key(.right)),
    ("\u{1B}[D", Key(.left)), ("\u{1B}[H", Key(.home)), ("\u{1B}[F", Key(.end)), ("\u{1B}OF", Key(.end)),
    ("\u{1B}[1~", Key(.home)), ("\u{1B}[4~", Key(.end)), ("\u{1B}[5~", Key(.pageUp)), ("\u{1B}[6~", Key(.pageDown)),
    ("\u{1B}[2~", Key(.insert)), ("\u{1B}[3~", Key(.delete)), ("\u{1B}[7~", Key(.home)), ("\u{1B}[8~", Key(.end)),
    ("\u{1B}[1;5C", Key(.right, .control)), ("\u{1B}[1;3A", Key(.up, .alt)), ("\u{1B}[1;2B", Key(.down, .shift)),
    ("\u{1B}[1;8D", Key(.left, [.shift, .alt, .control])), ("\u{1B}[5;5~", Key(.pageUp, .control)),
    ("\u{1B}[Z", Key(.tab, .shift)), ("\u{1B}OP", Key(.function(1))), ("\u{1B}[15~", Key(.function(5))),
    ("\u{1B}[24~", Key(.function(12))), ("\u{1B}[1;5R", Key(.function(3), .control)), ("\u{1B}OM", Key(.enter)),
    ("\u{1B}Ok", Key("+")), ("\u{1B}OX", Key("=")), ("\u{1B}Op", Key("0")), ("\u{1B}[97;5u", Key("a", .control)),
    ("\u{1B}[27u", Key(.escape)),
    ("\u{1B}[27;6;65~", Key("A", .control)), ("\u{1B}[13;2u", Key(.enter, .shift)),
  ]) func sequencesAreDecodedAsTheirKeys(_ text: String, _ key: Key) {
    #expect(decode(text) == [.key(key)])
  }

  @Test func splittingASequenceDoesNotChangeItsKey() {
    let text =
      "a\u{1B}[1;5C字\u{1B}[200~粘贴\u{1B}[A的\u{1B}[201~\u{1B}OB\u{1B}[<0;12;5M👍\u{1B}[24;80R\u{1B}[?62;22c\u{1B}]52;c;AAAA\u{1B}\\z"
    let bytes = Array(text.utf8)
    let whole = decode(text)
    #expect(
      whole == [
        .key(Key("a")), .key(Key(.right, .control)), .key(Key("字")), .paste("粘贴\u{1B}[A的"), .key(Key(.down)),
        .mousePress(.left, Position(row: 4, column: 11)), .key(Key("👍")), .cursorReport(row: 24, column: 80),
        .deviceAttributes, .key(Key("z")),
      ])
    for cut in 1..<bytes.count {
      var decoder = InputDecoder()
      #expect(decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...]) == whole, "cut at \(cut)")
    }
    var decoder = InputDecoder()
    #expect(bytes.flatMap { decoder.decode([$0]) } == whole)
  }

  @Test(arguments: [
    "\u{1B}[?62;22c", "\u{1B}[2;3R", "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]11;?\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
    "\u{1B}[?2026;2$y", "\u{1B}[>41;354;0c", "\u{1B}[I", "\u{1B}[O", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[99~",
    "\u{1B}[1;1:3Q\u{1B}[<35;1;1m",
  ]) func terminalAnswersAreNeverKeys(_ answer: String) {
    let keys = decode(answer).filter { if case .key(let key) = $0 { key.code != .function(2) } else { false } }
    #expect(keys.isEmpty)
  }

  @Test(arguments: [
    ("\u{1B}[?2026;2$y", TerminalInput.mode(2026, state: 2)),
    ("\u{1B}P>|kitty(0.26.5)\u{1B}\\", .name("kitty(0.26.5)")),
    ("\u{1B}]11;rgb:0000/8080/ffff\u{1B}\\", .ownColor(11, RGB(red: 0, green: 128, blue: 255))),
    ("\u{1B}]10;rgb:f/8/0\u{7}", .ownColor(10, RGB(red: 255, green: 136, blue: 0))),
    ("\u{1B}]11;rgba:ffff/ffff/ffff/0000\u{7}", .ownColor(11, RGB(grey: 255))),
  ]) func terminalAnswersAreDecoded(_ text: String, _ answer: TerminalInput) {
    #expect(decode(text) == [answer])
    var decoder = InputDecoder()
    #expect(Array(text.utf8).flatMap { decoder.decode([$0]) } == [answer])
  }

  @Test(arguments: [
    "\u{1B}]11;rgb:\u{7}", "\u{1B}]11;rgb:1/2\u{7}", "\u{1B}]11;rgb:-1/0/0\u{7}", "\u{1B}]11;rgb:12345/0/0\u{7}",
    "\u{1B}]12;rgb:0/0/0\u{7}", "\u{1B}]11;red\u{7}", "\u{1B}P>|a\u{9}b\u{1B}\\", "\u{1B}[?2026;2y", "\u{1B}[?2026$y",
    "\u{1B}[2026;2$y", "\u{1B}]11;rgb:0/0/0\u{1B}x",
  ]) func malformedAnswersAreIgnored(_ text: String) {
    #expect(decode(text).allSatisfy { if case .key = $0 { true } else { false } })
  }

  @Test func anAnswerInPiecesIsNeverAKey() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[2;".utf8)).isEmpty)
    #expect(decoder.flush().isEmpty, "nobody types this: it waits longer than an escape")
    #expect(decoder.decode(Array("17R".utf8)) == [.cursorReport(row: 2, column: 17)])
  }

  @Test func aLoneEscapeWaitsForATimeout() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B]).isEmpty)
    #expect(decoder.flush(at: InputDecoder.escapeDelayInMilliseconds - 1).isEmpty)
    #expect(decoder.flush() == [.key(Key(.escape))])
    #expect(decoder.deadline == nil)
    #expect(decode("\u{1B}\u{1B}[A") == [.key(Key(.escape)), .key(Key(.up))])
  }

  @Test func inputMethodTextIsDecodedCharacterByCharacter() {
    #expect(decode("气候变化").count == 4)
  }

  @Test func wheelAndButtonsAreDistinguished() {
    #expect(
      decode("\u{1B}[<64;3;4M\u{1B}[<65;3;4M\u{1B}[<2;1;1M\u{1B}[<0;1;1m\u{1B}[<32;5;5M") == [
        .mousePress(.wheelUp, Position(row: 3, column: 2)), .mousePress(.wheelDown, Position(row: 3, column: 2)),
        .mousePress(.right, Position(row: 0, column: 0)),
      ])
    #expect(decode("\u{1B}[M !!x") == [.mousePress(.left, Position(row: 0, column: 0)), .key(Key("x"))])
  }

  @Test func theLinuxConsolesFunctionKeysAreReadFromTerminfo() {
    var sequences = KeySequences()
    sequences.add(Array("\u{1B}[[A".utf8), Key(.function(1)))
    var decoder = InputDecoder(sequences: sequences)
    #expect(decoder.decode(Array("\u{1B}[[A".utf8)) == [.key(Key(.function(1)))])
    #expect(decoder.decode(Array("\u{1B}[[".utf8)).isEmpty)
    #expect(decoder.decode(Array("A".utf8)) == [.key(Key(.function(1)))])
  }

  @Test func invalidBytesAndControlsAreDropped() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0xFF, 0x61, 0xC0, 0x80, 0xC2, 0x9B, 0x62]) == [.key(Key("a")), .key(Key("b"))])
  }

  @Test func everyByteIsConsumed() {
    var random = SeededGenerator(seed: 11)
    var decoder = InputDecoder()
    let alphabet: [UInt8] = [
      0x1B, 0x5B, 0x4F, 0x5D, 0x50, 0x3B, 0x30, 0x39, 0x4D, 0x7E, 0x07, 0x5C, 0xE5, 0xAD, 0x97, 0x41,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: .min ... .max, using: &random)
          : alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      for input in decoder.decode(bytes) + decoder.flush() {
        if case .key(let key) = input, case .character(let text) = key.code {
          #expect(!text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
        }
      }
    }
    // Whatever is still open ends with the end of a paste or of a string.
    _ = decoder.decode(Array("\u{1B}[201~\u{1B}\\\u{1B}\\".utf8))
    #expect(decoder.decode(Array("q".utf8)).last == .key(Key("q")))
  }

  @Test(arguments: [
    "\u{1B}]]", "\u{1B}Px", "\u{1B}_", "\u{1B}^a", "\u{1B}X0", "\u{1B}]11;rgb:", "\u{1B}[1;", "\u{1B}[<0;3",
    "\u{1B}[M ",
    "\u{1B}]52;c;AAAA\u{1B}", "a\u{1B}[200", "\u{1B}[", "\u{1B}O", "\u{1B}",
  ]) func anUnterminatedSequenceDoesNotBlockTheKeyboard(_ beginning: String) {
    var decoder = InputDecoder()
    _ = decoder.decode(Array(beginning.utf8), at: 500)
    #expect(decoder.deadline != nil)
    // Meanwhile, typing continues.
    for time in [700, 900, 1_100, 1_300] as [UInt64] {
      _ = decoder.flush(at: time)
      _ = decoder.decode([UInt8(ascii: ";")], at: time)
    }
    _ = decoder.flush(at: 500 + InputDecoder.patienceInMilliseconds)
    #expect(decoder.decode(Array("q字".utf8), at: 2_000) == [.key(Key("q")), .key(Key("字"))])
    #expect(decoder.deadline == nil)
  }

  @Test func anUnterminatedPasteIsDeliveredAfterATimeout() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~气候与水".utf8), at: 0).isEmpty)
    #expect(decoder.decode(Array("，一行长的字".utf8), at: 900).isEmpty)
    #expect(decoder.decode([UInt8(ascii: "x")], at: 1_800).isEmpty)
    #expect(decoder.flush(at: 1_899).isEmpty, "its last bytes came 999 ms ago; what is typed does not prolong it")
    #expect(decoder.flush(at: 1_900) == [.paste("气候与水，一行长的字x")])
    #expect(decoder.decode([UInt8(ascii: "q")], at: 1_901) == [.key(Key("q"))])
    #expect(decoder.decode(Array("\u{1B}[201~".utf8), at: 1_902).isEmpty, "an end that comes late is no key")
  }

  @Test(arguments: ["\u{1B}]0;", "\u{1B}P", "\u{1B}_G", "\u{1B}[", "\u{1B}[?", "\u{1B}[200~"])
  func floodsOfInputStayBounded(_ beginning: String) {
    var decoder = InputDecoder()
    _ = decoder.decode(Array(beginning.utf8), at: 0)
    let flood = [UInt8](repeating: UInt8(ascii: "1"), count: 65_536)
    for _ in 0..<64 { #expect(decoder.decode(flood, at: 1).isEmpty) }
    #expect(decoder.heldBytes <= InputDecoder.maximumPasteInBytes + InputDecoder.maximumSequenceInBytes)
    if beginning != "\u{1B}[200~" { #expect(decoder.heldBytes <= InputDecoder.maximumSequenceInBytes) }
    _ = decoder.flush(at: 2_000)
    #expect(decoder.heldBytes == 0)
    #expect(decoder.decode([UInt8(ascii: "q")], at: 2_001) == [.key(Key("q"))])
  }

  @Test func anOverlongSequenceIsDroppedUpToItsEnd() {
    let digits = String(repeating: "1", count: 5_000)
    #expect(decode("\u{1B}[\(digits)mq") == [.key(Key("q"))])
    for end in ["\u{7}", "\u{1B}\\"] {
      let bytes = Array("\u{1B}]4;\(digits)\(end)q".utf8)
      for cut in [2_000, bytes.count - 2, bytes.count - 1] {
        var decoder = InputDecoder()
        #expect(decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...]) == [.key(Key("q"))])
      }
    }
  }

  @Test func aPasteIsLimited() {
    var decoder = InputDecoder()
    _ = decoder.decode(Array("\u{1B}[200~".utf8))
    for _ in 0..<40 { _ = decoder.decode([UInt8](repeating: 0x61, count: 65536)) }
    guard case .paste(let text)? = decoder.decode(Array("\u{1B}[201~".utf8)).first else {
      Issue.record("the paste never came")
      return
    }
    #expect(text.utf8.count == InputDecoder.maximumPasteInBytes)
  }

  @Test func combiningMarksAfterControlsAreNotKeys() {
    for bytes: [UInt8] in [[0x1B, 0xE5, 0xDE, 0xAD], [0xE5, 0xDE, 0xAD], [0x1B, 0xE5, 0xDE, 0xAD, 0x71]] {
      var decoder = InputDecoder()
      let inputs = decoder.decode(bytes, at: 0) + decoder.flush(at: 10_000)
      #expect(
        inputs.allSatisfy { if case .key(let key) = $0 { key == Key("q") || key == Key("\u{7AD}") } else { false } })
    }
  }

  @Test func altAppliesToOneScalarHoweverInputIsSplit() {
    let bytes: [UInt8] = [0x1B, 0x28, 0xD8, 0x94]
    var whole = InputDecoder()
    let expected = whole.decode(bytes, at: 0)
    #expect(expected == [.key(Key("(", .alt)), .key(Key("\u{614}"))])
    for cut in 1..<bytes.count {
      var pieces = InputDecoder()
      #expect(pieces.decode(bytes[..<cut], at: 0) + pieces.decode(bytes[cut...], at: 0) == expected)
    }
  }
}
