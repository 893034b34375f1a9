import TOML

/// What a `config.toml` says: values of known settings with their lines, and what is wrong with the rest.
struct ConfigurationFile: Sendable {
  struct Entry: Sendable, Equatable {
    var value: SettingValue
    var line: Int?
  }

  var path: String
  var entries: [String: Entry] = [:]
  var problems: [ConfigurationProblem] = []
  /// Whether the file was TOML at all.
  var isReadable = true

  /// Reads a file's text. Total: what is wrong becomes a problem, the rest counts.
  init(path: String, text: String) {
    self.path = path
    let table: TOMLTable
    do throws(TOMLError) {
      table = try TOMLParser.parse(Array(text.utf8))
    } catch {
      isReadable = false
      problems.append(ConfigurationProblem(place: path, line: error.line, kind: .notTOML(error.problem)))
      return
    }
    for entry in table.entries {
      let (key, value, line) = (entry.key, entry.value, entry.line)
      guard let setting = Setting.named(key) else {
        let near = nearestName(to: key, among: Setting.all.map(\.key))
        problems.append(
          ConfigurationProblem(
            place: path, line: line, kind: .noSetting(key, near: near)))
        continue
      }
      if let known = SettingValue(value), setting.shape.accepts(known) {
        entries[key] = Entry(value: known, line: line)
      } else {
        problems.append(
          ConfigurationProblem(
            place: path, line: line,
            kind: .wrongValue(
              WrongValue(
                key: key, shape: setting.shape, given: SettingValue(value).map { .value($0.toml) } ?? kind(of: value))))
        )
      }
    }
    problems.sort { $0.line ?? 0 < $1.line ?? 0 }
  }
}

extension SettingValue {
  /// A TOML value of a kind that some setting takes; `nil` for any other.
  init?(_ value: TOMLValue) {
    switch value {
    case .string(let text): self = .text(text)
    case .integer(let number): self = .integer(number)
    case .boolean(let isOn): self = .boolean(isOn)
    case .array(let array):
      guard let texts = SettingValue.texts(of: array) else { return nil }
      self = .texts(texts)
    case .table(let table):
      var lists: [String: [String]] = [:]
      for entry in table.entries {
        if let text = entry.value.string {
          lists[entry.key] = [text]
        } else if let array = entry.value.array, let texts = SettingValue.texts(of: array) {
          lists[entry.key] = texts
        } else {
          return nil
        }
      }
      self = .table(lists)
    case .float, .moment: return nil
    }
  }

  /// The texts of an array; `nil` when something else is among them.
  private static func texts(of array: [TOMLValue]) -> [String]? {
    let texts = array.compactMap(\.string)
    return texts.count == array.count ? texts : nil
  }
}

/// How to name a value that no setting takes.
private func kind(of value: TOMLValue) -> WrongValue.Given {
  switch value {
  case .float: .fraction
  case .moment: .moment
  case .array: .mixedList
  default: .mixedTable
  }
}
