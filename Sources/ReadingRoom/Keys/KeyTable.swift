/// One row of the key table.
public struct KeyBinding: Sendable, Hashable {
  public var command: Command
  public var contexts: [KeyContext]
  public var keys: [Key]

  init(_ command: Command, _ contexts: KeyContext..., keys: Key...) {
    self.command = command
    self.contexts = contexts
    self.keys = keys
  }
}

/// Which key does what where. Help is made from it, and a configuration changes it.
public struct KeyTable: Sendable, Hashable {
  public private(set) var rows: [KeyBinding]
  private var commands: [KeyContext: [Key: Command]] = [:]

  public init(rows: [KeyBinding]) {
    self.rows = rows
    for row in rows {
      for context in row.contexts {
        // The first row that claims a key keeps it.
        for key in row.keys { commands[context, default: [:]].merge([key: row.command]) { old, _ in old } }
      }
    }
  }

  /// What a key does in a context; what holds everywhere comes second.
  public func command(for key: Key, in context: KeyContext) -> Command? {
    commands[context]?[key] ?? commands[.everywhere]?[key]
  }

  /// The first key of a command, for hints.
  public func key(for command: Command, in context: KeyContext) -> Key? {
    let row =
      rows.first { $0.command == command && $0.contexts.contains(context) }
      ?? rows.first { $0.command == command && $0.contexts.contains(.everywhere) }
    return row?.keys.first
  }

  /// The table with other keys for some commands.
  ///
  /// - Parameter bindings: A command's name and the keys it shall have instead, such as `"page-down": ["space", "f"]`;
  ///   no keys switch it off. A command that has rows in several contexts gets the keys in each.
  /// - Returns: The table and a sentence for each name, key or conflict that could not be honoured.
  public func rebinding(_ bindings: [String: [String]]) -> (table: KeyTable, warnings: [String]) {
    var rows = rows
    var warnings: [String] = []
    var rebound: Set<Command> = []
    for (name, keyNames) in bindings.sorted(by: { $0.key < $1.key }) {
      guard let command = Command(rawValue: name) else {
        warnings.append("keys.\(name): no such command")
        continue
      }
      var keys: [Key] = []
      for keyName in keyNames {
        if let key = Key(name: keyName) {
          keys.append(key)
        } else {
          warnings.append("keys.\(name): no such key: \(keyName)")
        }
      }
      rebound.insert(command)
      for index in rows.indices where rows[index].command == command { rows[index].keys = keys }
    }
    // A key that was given to a command is taken from those that had it by default; two given ones conflict.
    var claims: [KeyContext: [Key: Command]] = [:]
    for row in rows where rebound.contains(row.command) {
      for context in row.contexts {
        for key in row.keys {
          if let other = claims[context]?[key], other != row.command {
            warnings.append(
              "keys: \(key.name) is both \(other.rawValue) and \(row.command.rawValue) (\(context.rawValue))")
          } else {
            claims[context, default: [:]][key] = row.command
          }
        }
      }
    }
    for index in rows.indices where !rebound.contains(rows[index].command) {
      let row = rows[index]
      rows[index].keys.removeAll { key in
        row.contexts.contains { claims[$0]?[key] != nil }
          || claims[.everywhere]?[key] != nil
      }
      if rows[index].keys.isEmpty, !row.keys.isEmpty {
        warnings.append("keys: \(row.command.rawValue) has no key left")
      }
    }
    return (KeyTable(rows: rows), warnings)
  }

  /// Keys that two commands claim in one context, as sentences.
  public var conflicts: [String] {
    var seen: [KeyContext: [Key: Command]] = [:]
    var conflicts: [String] = []
    for row in rows {
      for context in row.contexts {
        for key in row.keys {
          if let other = seen[context]?[key], other != row.command {
            conflicts.append("\(key.name): \(other.rawValue), \(row.command.rawValue) (\(context.rawValue))")
          }
          seen[context, default: [:]][key] = row.command
        }
      }
    }
    return conflicts
  }
}
