import ReadingRoom

/// A setting's value from a file, a variable or an option.
enum SettingValue: Sendable, Hashable {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case texts([String])
  /// Lists of strings by name.
  case table([String: [String]])
  /// Tables by name, in the order of the file.
  case records([SettingRecord])

  /// The value in TOML.
  var toml: String {
    switch self {
    case .text(let text): tomlString(text)
    case .integer(let number): String(number)
    case .boolean(let truth): truth ? "true" : "false"
    case .texts(let texts): "[" + texts.map(tomlString).joined(separator: ", ") + "]"
    case .table(let table):
      table.isEmpty
        ? "{}"
        : "{ "
          + table.sorted { $0.key < $1.key }.map {
            "\(tomlString($0.key)) = \(SettingValue.texts($0.value).toml)"
          }.joined(separator: ", ") + " }"
    case .records(let records):
      records.isEmpty
        ? "{}"
        : "{ "
          + records.map { "\(tomlString($0.name)) = \($0.toml)" }.joined(separator: ", ") + " }"
    }
  }
}

/// A table in a table of settings.
struct SettingRecord: Sendable, Hashable {
  var name: String
  var fields: [String: [String]]

  /// The value in TOML as people write it: only the command where there is nothing else, and a single string without a
  /// list.
  fileprivate var toml: String {
    func toml(_ texts: [String]) -> String {
      texts.count == 1 ? tomlString(texts[0]) : SettingValue.texts(texts).toml
    }
    if fields.count == 1, let command = fields["command"] { return toml(command) }
    return "{ "
      + fields.sorted { $0.key < $1.key }.map { "\(tomlString($0.key)) = \(toml($0.value))" }
      .joined(separator: ", ") + " }"
  }
}

/// The kind of values that a setting accepts.
enum SettingShape: Sendable, Hashable {
  case integer(ClosedRange<Int>)
  case boolean
  case choice([String])
  case text
  case path
  case paths
  /// Lists of keys by command.
  case keys
  /// Commands by address.
  case openers
  /// Commands by name, each a string or a table with further fields.
  case dictionaries
  // Only of entries in such tables.
  case keyNames, keyName, command, dictionary

  /// Whether it is a table, each of whose entries is read by itself.
  var isTable: Bool {
    switch self {
    case .keys, .openers, .dictionaries: true
    default: false
    }
  }

  /// Whether a value has this shape.
  func accepts(_ value: SettingValue) -> Bool {
    switch (self, value) {
    case (.integer(let range), .integer(let number)): range.contains(number)
    case (.choice(let names), .text(let name)): names.contains(name)
    case (.boolean, .boolean), (.text, .text), (.path, .text), (.paths, .texts): true
    case (.keys, .table), (.openers, .table), (.dictionaries, .records): true
    default: false
    }
  }

  /// Reads a value from a variable or an option, which are text. Lists are separated by `:`, as in `PATH`.
  func value(fromText text: String) -> SettingValue? {
    switch self {
    case .integer: Int(text).map { .integer($0) }
    case .boolean:
      switch text.lowercased() {
      case "true", "yes", "on", "1": .boolean(true)
      case "false", "no", "off", "0": .boolean(false)
      default: nil
      }
    case .choice, .text, .path: .text(text)
    case .paths: .texts(text.split(separator: ":").map(String.init))
    case .keys, .openers, .dictionaries, .keyNames, .keyName, .command, .dictionary: nil
    }
  }
}

/// One setting: its name, where else it can come from, and how it changes the configuration.
struct Setting: Sendable {
  /// Its key in `config.toml`, and its long option with `--`.
  let key: String
  let shape: SettingShape
  /// A sentence for the commented file.
  let summary: Wording
  /// The variable that sets it.
  let variable: String
  /// Variables shared by all programs, used when nothing of ours sets it; the first one that is set counts.
  let commonVariables: [String]
  /// The value that such a variable means.
  let commonValue: @Sendable (String) -> SettingValue?
  /// The value in a configuration, as TOML would give it.
  let value: @Sendable (Configuration) -> SettingValue
  /// Assigns a value of the right shape. Relative paths start from the folder.
  let assign: @Sendable (SettingValue, _ folder: String, inout Configuration) -> Void

  init(
    _ key: String, _ shape: SettingShape, _ summary: Wording, commonVariables: [String] = [],
    commonValue: @escaping @Sendable (String) -> SettingValue? = { .text($0) },
    value: @escaping @Sendable (Configuration) -> SettingValue,
    assign: @escaping @Sendable (SettingValue, String, inout Configuration) -> Void
  ) {
    self.key = key
    self.shape = shape
    self.summary = summary
    self.variable = "YUELAN_" + key.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
    self.commonVariables = commonVariables
    self.commonValue = commonValue
    self.value = value
    self.assign = assign
  }
}

/// A text as a TOML basic string (TOML 1.0, "String").
func tomlString(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
