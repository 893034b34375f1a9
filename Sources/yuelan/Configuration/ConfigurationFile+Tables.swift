import ReadingRoom
import TOML

// Settings that are tables. Each entry is read by itself: what is wrong with one is reported at its own line and leaves
// the others in force.

extension ConfigurationFile {
  /// The entries of a table that can be used.
  mutating func readEntries(of table: TOMLTable, as setting: Setting) -> SettingValue {
    switch setting.shape {
    case .dictionaries: .records(table.entries.compactMap { dictionary($0, at: setting.key + "." + tomlKey($0.key)) })
    case .keys: .table(keys(table, at: setting.key))
    default: .table(openers(table, at: setting.key))
    }
  }

  private mutating func openers(_ table: TOMLTable, at key: String) -> [String: [String]] {
    var openers: [String: [String]] = [:]
    for entry in table.entries {
      if let command = command(in: entry.value) {
        openers[entry.key] = command
      } else {
        report(entry, at: key + "." + tomlKey(entry.key), expected: .command)
      }
    }
    return openers
  }

  // MARK: Keys

  private mutating func keys(_ table: TOMLTable, at key: String) -> [String: [String]] {
    var keys: [String: [String]] = [:]
    for entry in table.entries {
      guard Command(rawValue: entry.key) != nil else {
        problems.append(problem(.keys(.noSuchCommand(entry.key)), line: entry.line))
        continue
      }
      guard let names = SettingValue(entry.value)?.strings else {
        report(entry, at: key + "." + tomlKey(entry.key), expected: .keyNames)
        continue
      }
      let known = names.filter { Key(name: $0) != nil }
      for name in names where Key(name: name) == nil {
        problems.append(problem(.keys(.noSuchKey(name, command: entry.key)), line: entry.line))
      }
      // Only an empty list takes a command's keys away.
      if !known.isEmpty || names.isEmpty { keys[entry.key] = known }
    }
    for conflict in KeyTable.standard.rebinding(keys).problems {
      let lines = table.entries.filter { entry in
        keys[entry.key].map { conflict.concerns(entry.key, keys: $0) } ?? false
      }.map(\.line)
      problems.append(problem(.keys(conflict), line: lines.max()))
    }
    return keys
  }

  // MARK: Dictionaries

  /// Where a dictionary's table has an unknown field or a value that cannot be used, the dictionary is left out: without
  /// `for` it would be asked about words that it is not meant for.
  private mutating func dictionary(_ entry: TOMLTable.Entry, at key: String) -> SettingRecord? {
    guard case .table(let table) = entry.value else {
      // A command alone stands for a table with nothing else in it.
      guard let command = command(in: entry.value), !entry.key.isEmpty else {
        report(entry, at: key, expected: .dictionary)
        return nil
      }
      return SettingRecord(name: entry.key, fields: ["command": command])
    }
    let count = problems.count
    var record = SettingRecord(name: entry.key, fields: [:])
    for field in table.entries {
      record.fields[field.key] = self.field(field, at: key + "." + tomlKey(field.key))
    }
    guard problems.count == count else { return nil }
    guard DictionaryCommand(record) != nil else {
      report(entry, at: key, expected: .dictionary)
      return nil
    }
    return record
  }

  private mutating func field(_ field: TOMLTable.Entry, at key: String) -> [String]? {
    let texts = SettingValue(field.value)?.strings
    switch field.key {
    case "command":
      if let command = command(in: field.value) { return command }
      report(field, at: key, expected: .command)
    case "for":
      let shape = SettingShape.choice(WritingSystem.allCases.map(\.rawValue))
      guard let texts else {
        report(field, at: key, expected: shape)
        break
      }
      let unknown = texts.filter { WritingSystem(rawValue: $0) == nil }
      for text in unknown {
        let value = WrongValue(key: key, shape: shape, given: .value(tomlString(text)))
        problems.append(problem(.wrongValue(value), line: field.line))
      }
      if unknown.isEmpty { return texts }
    case "key":
      if let texts, texts.count == 1, Key(name: texts[0]) != nil { return texts }
      report(field, at: key, expected: .keyName)
    default:
      let near = nearestName(to: field.key, among: ["command", "for", "key"])
      problems.append(problem(.noSetting(key, near: near), line: field.line))
    }
    return nil
  }

  // MARK: Parts

  /// A command as one text or as its words; `nil` for anything else, and for a command without a program.
  private func command(in value: TOMLValue) -> [String]? {
    guard let texts = SettingValue(value)?.strings, let first = texts.first else { return nil }
    let program = texts.count == 1 ? ChildProcess.words(first).first : first
    return program?.isEmpty == false ? texts : nil
  }

  private mutating func report(_ entry: TOMLTable.Entry, at key: String, expected shape: SettingShape) {
    let given = SettingValue(entry.value).map { WrongValue.Given.value($0.toml) } ?? kind(of: entry.value)
    problems.append(problem(.wrongValue(WrongValue(key: key, shape: shape, given: given)), line: entry.line))
  }

  private func problem(_ kind: ConfigurationProblem.Kind, line: Int?) -> ConfigurationProblem {
    ConfigurationProblem(place: path, line: line, kind: kind)
  }
}

extension SettingValue {
  /// The strings of a list, or a string alone as a list of one.
  fileprivate var strings: [String]? {
    switch self {
    case .text(let text): [text]
    case .texts(let texts): texts
    default: nil
    }
  }

  /// Whether it is a table without entries.
  var isEmptyTable: Bool {
    switch self {
    case .table(let table): table.isEmpty
    case .records(let records): records.isEmpty
    default: false
    }
  }
}

extension KeyBindingProblem {
  /// Whether an entry of `[keys]` has a part in it.
  fileprivate func concerns(_ command: String, keys: [String]) -> Bool {
    switch self {
    case .noSuchCommand(let name), .noSuchKey(_, let name): name == command
    case .conflict(_, let one, let other, _): [one.rawValue, other.rawValue].contains(command)
    case .noKeyLeft(let poor):
      KeyTable.standard.rows.contains { row in
        row.command == poor && row.keys.contains { keys.compactMap(Key.init(name:)).contains($0) }
      }
    }
  }
}

/// A key of a TOML table as it is written: in quotes only where that is necessary (TOML 1.0, "Keys").
private func tomlKey(_ name: String) -> String {
  let isBare =
    !name.isEmpty
    && name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
  return isBare ? name : tomlString(name)
}
