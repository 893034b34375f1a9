/// A value of a TOML document.
package indirect enum TOMLValue: Sendable, Hashable {
  case string(String)
  case integer(Int)
  case float(Double)
  case boolean(Bool)
  /// A date, a time or both, as written.
  case moment(String)
  case array([TOMLValue])
  case table(TOMLTable)

  package var string: String? { if case .string(let text) = self { text } else { nil } }
  package var array: [TOMLValue]? { if case .array(let values) = self { values } else { nil } }
  package var table: TOMLTable? { if case .table(let table) = self { table } else { nil } }
}

/// Keys and their values, in the document's order.
package struct TOMLTable: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var key: String
    package var value: TOMLValue
    /// The line of the key's first appearance, from 1.
    package var line: Int
  }

  package internal(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]
  /// How the table was created, which decides what may be added to it.
  var origin = Origin.implied

  enum Origin: Sendable, Hashable {
    /// Implied by a longer header.
    case implied
    /// By its own header.
    case header
    /// By a dotted key.
    case dotted
    /// In braces: nothing may be added.
    case inline
  }

  package subscript(key: String) -> TOMLValue? { places[key].map { entries[$0].value } }

  /// Moves a table out, so that it can be changed without a copy and put back by `set`.
  mutating func moveOutTable(_ key: String) -> TOMLTable? {
    guard let place = places[key], case .table(let table) = entries[place].value else { return nil }
    entries[place].value = .boolean(false)
    return table
  }

  /// Moves an array out in the same way.
  mutating func moveOutArray(_ key: String) -> [TOMLValue]? {
    guard let place = places[key], case .array(let values) = entries[place].value else { return nil }
    entries[place].value = .boolean(false)
    return values
  }

  /// Changes the value of a key, which is created if it does not exist.
  mutating func set(_ key: String, to value: TOMLValue, line: Int) {
    if let place = places[key] {
      entries[place].value = value
    } else {
      places[key] = entries.count
      entries.append(Entry(key: key, value: value, line: line))
    }
  }
}

/// Why a text is not TOML.
package struct TOMLError: Error, Sendable, Hashable {
  /// From 1.
  package var line: Int
  package var problem: Problem

  /// What is wrong. Words in quotation marks come from the document.
  package enum Problem: Sendable, Hashable {
    case notUTF8
    case nestedTooDeeply, tooManyDots
    case duplicateKey(String)
    case notATable(String)
    case listWithoutEnd, tableWithoutEnd, headerWithoutEnd, headerWithoutName
    /// With the mark that should close it.
    case textWithoutEnd(mark: String)
    case controlInText, controlInComment
    case characterWithoutDigits(letter: Character, count: Int)
    case uselessBackslash
    case valueMissing, noValue(String)
    case keyWithoutValue(String)
    case keyExpected, lineEndExpected
  }
}
