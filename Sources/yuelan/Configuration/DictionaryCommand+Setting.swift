import ReadingRoom

// How `[dictionaries]` defines a dictionary: a command, or a table with `command`, `for` and `key`.

extension DictionaryCommand {
  /// `nil` for an invalid record: without a command, or with an unknown script, key or field.
  init?(_ record: SettingRecord) {
    var fields = record.fields
    guard let command = fields.removeValue(forKey: "command") else { return nil }
    let words = command.count == 1 ? ChildProcess.words(command[0]) : command
    let names = fields.removeValue(forKey: "for") ?? []
    let writings = names.compactMap(WritingSystem.init(rawValue:))
    let keyNames = fields.removeValue(forKey: "key")
    let key = keyNames.flatMap { $0.count == 1 ? Key(name: $0[0]) : nil }
    guard !words.isEmpty, !record.name.isEmpty, writings.count == names.count, (key == nil) == (keyNames == nil),
      fields.isEmpty
    else { return nil }
    self.init(name: record.name, command: words, writings: Set(writings), key: key)
  }
}

extension SettingRecord {
  init(_ dictionary: DictionaryCommand) {
    var fields = ["command": [ChildProcess.command(dictionary.command)]]
    if !dictionary.writings.isEmpty { fields["for"] = dictionary.writings.map(\.rawValue).sorted() }
    if let key = dictionary.key { fields["key"] = [key.name] }
    self.init(name: dictionary.name, fields: fields)
  }
}
