import TOML

/// What is wrong with a theme's file.
package struct ThemeProblem: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case notTOML(TOMLError)
    case noText(key: String)
    case noSuchRole(String)
    case notAStyle(key: String, String)
  }

  /// The theme's file without `.toml`.
  package var theme: String
  package var kind: Kind
}

extension Theme {
  /// Reads a theme. Never fails: a line that is not understood leaves the role's default style and is reported as a
  /// problem.
  ///
  /// - Parameters:
  ///   - id: The file's name without `.toml`.
  ///   - toml: The file: `name`, `summary`, and a line for each role.
  package static func load(id: String, toml: [UInt8]) -> (theme: Theme, problems: [ThemeProblem]) {
    var theme = Theme(id: id, name: id, summary: "", rules: [:])
    var problems: [ThemeProblem] = []
    let table: TOMLTable
    do throws(TOMLError) {
      table = try TOMLParser.parse(toml)
    } catch {
      return (theme, [ThemeProblem(theme: id, kind: .notTOML(error))])
    }
    for entry in table.entries {
      let key = entry.key
      guard let text = entry.value.string else {
        problems.append(ThemeProblem(theme: id, kind: .noText(key: key)))
        continue
      }
      switch key {
      case "name": theme.name = text
      case "summary": theme.summary = text
      default:
        guard let role = Role(name: key) else {
          problems.append(ThemeProblem(theme: id, kind: .noSuchRole(key)))
          continue
        }
        guard let rule = StyleRule(text) else {
          problems.append(ThemeProblem(theme: id, kind: .notAStyle(key: key, text)))
          continue
        }
        theme.rules[role] = rule
      }
    }
    return (theme, problems)
  }
}
