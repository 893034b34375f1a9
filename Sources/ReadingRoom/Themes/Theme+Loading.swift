import TOML

extension Theme {
  /// Reads a theme. Total: what is not understood keeps the role's usual look and gives a warning.
  ///
  /// - Parameters:
  ///   - id: The file's name without `.toml`.
  ///   - toml: The file: `name`, `summary`, and a line for each role.
  public static func load(id: String, toml: [UInt8]) -> (theme: Theme, warnings: [String]) {
    var theme = Theme(id: id, name: id, summary: "", rules: [:])
    var warnings: [String] = []
    let table: TOMLTable
    do throws(TOMLError) {
      table = try TOMLParser.parse(toml)
    } catch {
      return (theme, ["\(id), line \(error.line): \(error.message)"])
    }
    for entry in table.entries {
      let key = entry.key
      guard let text = entry.value.string else {
        warnings.append("\(id): \(key): a string is expected")
        continue
      }
      switch key {
      case "name": theme.name = text
      case "summary": theme.summary = text
      default:
        guard let role = Role(name: key) else {
          warnings.append("\(id): \(key): no such role")
          continue
        }
        guard let rule = StyleRule(text) else {
          warnings.append("\(id): \(key): not understood: \(text)")
          continue
        }
        theme.rules[role] = rule
      }
    }
    return (theme, warnings)
  }
}
