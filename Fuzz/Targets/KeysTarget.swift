import ReadingRoom

@testable import CursesTerminal

extension FuzzTarget {
  /// A terminal's input: the keys are the same in whatever pieces it arrives. The first byte says where it is cut.
  static let keys = FuzzTarget(name: "keys") { input in
    guard let first = input.first else { return }
    let bytes = Array(input.dropFirst())
    var whole = InputDecoder()
    var pieces = InputDecoder()
    let cut = bytes.isEmpty ? 0 : Int(first) % (bytes.count + 1)
    let inputs = whole.decode(bytes, at: 0)
    let again = pieces.decode(bytes[..<cut], at: 0) + pieces.decode(bytes[cut...], at: 0)
    // Ill-formed UTF-8 is dropped; how much of it depends on where a read ended.
    let isText = String(validating: bytes, as: UTF8.self) != nil
    promise(!isText || joined(inputs) == joined(again), "another cut, other keys")
    promise(
      whole.heldBytes <= InputDecoder.maximumPasteInBytes + 2 * InputDecoder.maximumSequenceInBytes, "a flood is kept")
    // Everything unfinished is given up when its time is over.
    let late = whole.deadline.map { whole.flush(at: $0) } ?? []
    promise(whole.deadline == nil, "something still waits")
    for case .key(let key) in inputs + late {
      guard case .character(let text) = key.code else { continue }
      promise(!text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "no key")
    }
    promise(whole.decode(Array("q".utf8), at: 1 << 20) == [.key(Key("q"))], "the keyboard does not come back")
  }

  /// Typed text as one string each: depending on how they arrive, a base and its mark are one key or two.
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
