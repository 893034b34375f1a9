import ReadingRoom
import TOML

extension FuzzTarget {
  /// Settings and themes: a table or an error with its line.
  static let toml = FuzzTarget(name: "toml") { input in
    let lineCount = input.count { $0 == 0x0A } + 1
    do throws(TOMLError) {
      for entry in try TOMLParser.parse(input).entries {
        promise((1...lineCount).contains(entry.line), "a key outside the document")
      }
    } catch {
      promise((1...lineCount).contains(error.line), "an error outside the document")
    }
    let (theme, _) = Theme.load(id: "x", toml: input)
    for role in Role.allCases { for depth in ColorDepth.allCases { _ = theme.style(role, at: depth) } }
  }
}
