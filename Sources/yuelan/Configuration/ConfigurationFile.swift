import TOMLKit

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
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      isReadable = false
      problems.append(ConfigurationProblem(place: path, line: error.source.begin.line, message: error.description))
      return
    } catch {
      isReadable = false
      problems.append(ConfigurationProblem(place: path, line: nil, message: "is not TOML"))
      return
    }
    let lines = TOMLKeyLines(text: text)
    for key in table.keys {
      guard let value = table[key] else { continue }
      let line = lines.line(of: key)
      guard let setting = Setting.named(key) else {
        let near = nearestName(to: key, among: Setting.all.map(\.key))
        problems.append(
          ConfigurationProblem(
            place: path, line: line,
            message: "there is no setting '\(key)'" + (near.map { "; did you mean '\($0)'?" } ?? "")))
        continue
      }
      if let known = SettingValue(value), setting.shape.accepts(known) {
        entries[key] = Entry(value: known, line: line)
      } else {
        problems.append(
          ConfigurationProblem(
            place: path, line: line, message: setting.complaint(about: SettingValue(value)?.toml ?? kind(of: value))))
      }
    }
    problems.sort { ($0.line ?? 0, $0.message) < ($1.line ?? 0, $1.message) }
  }
}

extension Setting {
  /// The sentence about a value of the wrong shape.
  func complaint(about given: String) -> String {
    var sentence = "\(key): expected \(shape.expectation), not \(given)"
    if case .choice(let names) = shape, let near = nearestName(to: given.filter { $0 != "\"" }, among: names) {
      sentence += "; did you mean \(near)?"
    }
    return sentence
  }
}

extension SettingValue {
  /// A TOML value of a kind that some setting takes; `nil` for any other.
  init?(_ value: any TOMLValueConvertible) {
    switch value.type {
    case .string: self = .text(value.string ?? "")
    case .int: self = .integer(value.int ?? 0)
    case .bool: self = .boolean(value.bool ?? false)
    case .array:
      guard let array = value.array, let texts = SettingValue.texts(of: array) else { return nil }
      self = .texts(texts)
    case .table:
      guard let table = value.table else { return nil }
      var lists: [String: [String]] = [:]
      for key in table.keys {
        guard let item = table[key] else { continue }
        if let text = item.string {
          lists[key] = [text]
        } else if let array = item.array, let texts = SettingValue.texts(of: array) {
          lists[key] = texts
        } else {
          return nil
        }
      }
      self = .table(lists)
    default: return nil
    }
  }

  /// The texts of an array; `nil` when something else is among them.
  private static func texts(of array: TOMLArray) -> [String]? {
    var texts: [String] = []
    for element in array {
      guard let text = element.string else { return nil }
      texts.append(text)
    }
    return texts
  }
}

/// How to name a value that no setting takes.
private func kind(of value: any TOMLValueConvertible) -> String {
  switch value.type {
  case .double: "a number with a fraction"
  case .date, .time, .dateTime: "a date"
  case .array: "a list of other things than texts"
  default: "a table of other things than texts"
  }
}

/// Where keys of the first level and tables stand in a TOML text: the parser tells lines for its errors only.
struct TOMLKeyLines {
  private var lines: [String: Int] = [:]

  init(text: String) {
    var isInTable = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      let name: Substring
      if trimmed.first == "[" {
        isInTable = true
        name = trimmed.drop { $0 == "[" }
      } else if !isInTable {
        name = trimmed
      } else {
        continue
      }
      let key = name.drop { "\"' \t".contains($0) }
        .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      if !key.isEmpty, lines[String(key)] == nil { lines[String(key)] = index + 1 }
    }
  }

  func line(of key: String) -> Int? { lines[key] }
}
