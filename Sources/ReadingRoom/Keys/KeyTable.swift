/// One row of the key table.
public struct KeyBinding: Sendable, Hashable {
  /// What the keys do.
  public var command: Command
  /// Where they do it.
  public var contexts: [KeyContext]
  /// The keys, the one shown in hints first; empty for a command without a key.
  public var keys: [Key]

  init(_ command: Command, _ contexts: KeyContext..., keys: Key...) {
    self.command = command
    self.contexts = contexts
    self.keys = keys
  }
}

/// Which key does what in which place. Help is made from it, and a configuration changes it.
public struct KeyTable: Sendable, Hashable {
  /// The bindings in the order of the help.
  public private(set) var rows: [KeyBinding]
  private var commands: [KeyContext: [Key: Command]] = [:]

  /// Creates a table; if two rows claim a key in one context, the first keeps it.
  public init(rows: [KeyBinding]) {
    self.rows = rows
    for row in rows {
      for context in row.contexts {
        // The first row that claims a key keeps it.
        for key in row.keys { commands[context, default: [:]].merge([key: row.command]) { old, _ in old } }
      }
    }
  }

  /// What a key does in a context; bindings for everywhere come second.
  public func command(for key: Key, in context: KeyContext) -> Command? {
    context.searched.lazy.compactMap { commands[$0]?[key] }.first
  }

  /// The first key of a command, for hints.
  public func key(for command: Command, in context: KeyContext) -> Key? {
    let row = context.searched.lazy.compactMap { context in
      rows.first { $0.command == command && $0.contexts.contains(context) }
    }.first
    return row?.keys.first
  }

  /// The table with other keys for some commands.
  ///
  /// - Parameter bindings: A command's name and the keys that replace its own, such as `"page-down": ["space", "f"]`;
  ///   no keys disable it. A command that has rows in several contexts gets the keys in each. A command keeps its own
  ///   keys if none of the names is that of a key.
  /// - Returns: The table, and each name, key or conflict that could not be applied.
  public func rebinding(_ bindings: [String: [String]]) -> (table: KeyTable, problems: [KeyBindingProblem]) {
    var rows = rows
    var problems: [KeyBindingProblem] = []
    var rebound: Set<Command> = []
    for (name, keyNames) in bindings.sorted(by: { $0.key < $1.key }) {
      guard let command = Command(rawValue: name) else {
        problems.append(.noSuchCommand(name))
        continue
      }
      var keys: [Key] = []
      for keyName in keyNames {
        if let key = Key(name: keyName) {
          keys.append(key)
        } else {
          problems.append(.noSuchKey(keyName, command: name))
        }
      }
      guard !keys.isEmpty || keyNames.isEmpty else { continue }
      rebound.insert(command)
      for index in rows.indices where rows[index].command == command { rows[index].keys = keys }
    }
    // A key assigned to a command is removed from those that had it by default; two assigned ones conflict.
    var claims: [KeyContext: [Key: Command]] = [:]
    for row in rows where rebound.contains(row.command) {
      for context in row.contexts {
        for key in row.keys {
          if let other = claims[context]?[key], other != row.command {
            problems.append(.conflict(key: key, other, row.command, context))
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
        problems.append(.noKeyLeft(row.command))
      }
    }
    return (KeyTable(rows: rows), problems)
  }

  /// Keys that two commands claim in one context.
  public var conflicts: [KeyBindingProblem] {
    var seen: [KeyContext: [Key: Command]] = [:]
    var conflicts: [KeyBindingProblem] = []
    for row in rows {
      for context in row.contexts {
        for key in row.keys {
          if let other = seen[context]?[key], other != row.command {
            conflicts.append(.conflict(key: key, other, row.command, context))
          }
          seen[context, default: [:]][key] = row.command
        }
      }
    }
    return conflicts
  }
}

/// Why keys that a reader has chosen differ from what was written.
public enum KeyBindingProblem: Sendable, Hashable {
  /// The name of no ``Command``.
  case noSuchCommand(String)
  /// A key's name that is not understood.
  case noSuchKey(String, command: String)
  /// Two commands claim one key where both are available.
  case conflict(key: Key, Command, Command, KeyContext)
  /// All of a command's keys were assigned to others.
  case noKeyLeft(Command)
}
