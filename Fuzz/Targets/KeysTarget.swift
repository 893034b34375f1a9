import CursesTerminal
import ReadingRoom

extension FuzzTarget {
  /// What a terminal sends: the same keys in whatever pieces it arrives. The first byte says where it is cut.
  static let keys = FuzzTarget(name: "keys") { input in
    guard let first = input.first else { return }
    let bytes = Array(input.dropFirst())
    var whole = InputDecoder()
    var pieces = InputDecoder()
    let cut = bytes.isEmpty ? 0 : Int(first) % (bytes.count + 1)
    let inputs = whole.decode(bytes)
    let again = pieces.decode(bytes[..<cut]) + pieces.decode(bytes[cut...])
    promise(joined(inputs) == joined(again), "another cut, other keys")
    for case .key(let key) in inputs + whole.flush() {
      guard case .character(let text) = key.code else { continue }
      promise(!text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "no key")
    }
    // Whatever is still open ends with a paste's end or a string's.
    _ = whole.decode(Array("\u{1B}[201~\u{1B}\\\u{1B}\\".utf8))
    promise(whole.decode(Array("q".utf8)).last == .key(Key("q")), "the keyboard does not come back")
  }

  /// Typed text as one string each: a base and its mark are one key or two, as they arrive.
  private static func joined(_ inputs: [TerminalInput]) -> [TypedText] {
    var result: [TypedText] = []
    for input in inputs {
      if case .key(let key) = input, key.modifiers == [], case .character(let text) = key.code {
        if case .text(let before) = result.last {
          result[result.count - 1] = .text(before + Array(text.utf8))
        } else {
          result.append(.text(Array(text.utf8)))
        }
      } else {
        result.append(.other(input))
      }
    }
    return result
  }

  private enum TypedText: Equatable {
    case text([UInt8])
    case other(TerminalInput)
  }
}
