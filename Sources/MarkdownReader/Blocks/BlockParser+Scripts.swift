import Text

/// Imports, exports and comments between blocks in MDX and kramdown, which are not shown.
extension BlockParser {
  private static let scriptLimitInBytes = 8192
  /// After this many lines that looked like the start of a script but were prose, no further ones are tried.
  private static let mostScriptsMissed = 32

  /// `import X from 'y'` and `export const x = …` at the margin, up to a blank line outside all brackets.
  mutating func script(isParagraph: Bool) -> Start {
    guard !isParagraph, indent == 0, open.count == 1, missing.scripts < Self.mostScriptsMissed,
      Self.scriptStarts.contains(where: { has($0, at: nextNonspace) })
    else { return .none }
    guard let end = scriptEnd() else {
      missing.scripts += 1
      return .none
    }
    omit(nextNonspace..<lineEnd)
    guard end > lineEnd else { return .consumed }
    let index = add(.omitted)
    setTerminator(of: index, to: .offset(end))
    return .consumed
  }

  private static let scriptStarts: [StaticString] = [
    "import ", "export const ", "export default ", "export function ", "export let ", "export var ", "export class ",
    "export async ", "export {", "export *",
  ]

  /// Where the script that begins on this line ends: before a blank line, with no bracket open and after the end of a
  /// statement.
  private func scriptEnd() -> Int? {
    let isImport = bytes[nextNonspace] == 0x69
    let limit = min(bytes.count, nextNonspace + Self.scriptLimitInBytes)
    var position = nextNonspace
    var depth = 0
    var last: UInt8 = 0
    var holdsQuote = false
    while true {
      guard position < limit, bytes[position] != 0x0A else {
        let isEnd = position >= bytes.count || position + 1 >= bytes.count || bytes[position + 1] == 0x0A
        let isNext = isEnd || depth <= 0 && Self.scriptStarts.contains { starts($0, at: position + 1) }
        if depth <= 0, isNext {
          let ends =
            last == 0x3B || last == 0x27 || last == 0x22 || !isImport && (last == 0x7D || last == 0x29 || last == 0x5D)
          return ends && (!isImport || holdsQuote) ? position : nil
        }
        guard position < limit else { return nil }
        position += 1
        continue
      }
      switch bytes[position] {
      case 0x28, 0x5B, 0x7B: depth += 1
      case 0x29, 0x5D, 0x7D: depth -= 1
      case 0x22, 0x27: holdsQuote = true
      // An import followed by Han prose is not a script.
      case 0xE3...0xE9: if isImport { return nil }
      default: break
      }
      if bytes[position] > 0x20 { last = bytes[position] }
      position += 1
    }
  }

  private func starts(_ piece: StaticString, at position: Int) -> Bool {
    position + piece.utf8CodeUnitCount <= bytes.count
      && ByteSearch.starts(UnsafeBufferPointer(rebasing: bytes[position...]), with: piece)
  }

  /// `{::comment}` on its line, up to `{:/comment}` (kramdown, "Extensions").
  mutating func kramdownComment() -> Start {
    let line = rest
    guard line.count == 11, has("{::comment}", at: line.lowerBound), closes("{:/", after: lineEnd, in: \.kramdown)
    else {
      return .none
    }
    omit(line)
    let index = add(.omitted)
    setTerminator(of: index, to: .tag("{:/"))
    return .consumed
  }

  /// `<<< @/file.js{2}` of VitePress shows a file that is not here.
  mutating func snippet() -> Start {
    guard options.contains(.directives), has("<<< ", at: nextNonspace) else { return .none }
    let path = trimmed(nextNonspace + 4..<lineEnd)
    guard !path.isEmpty,
      bytes[path.lowerBound] == 0x40 || bytes[path.lowerBound] == 0x2E || bytes[path.lowerBound] == 0x2F
    else { return .none }
    omit(nextNonspace..<lineEnd)
    closeUnmatched()
    return .consumed
  }

  /// `id:: 6412…` and `collapsed:: true` below a block of Logseq, which readers never see.
  func isOutlinerProperty() -> Bool {
    guard options.contains(.wikiLinks), indent < 4 else { return false }
    let line = rest
    switch bytes[line.lowerBound] {
    case 0x69: return line.count == 41 && has("id:: ", at: line.lowerBound)
    case 0x63: return has("collapsed:: true", at: line.lowerBound) || has("collapsed:: false", at: line.lowerBound)
    default: return false
    }
  }
}
