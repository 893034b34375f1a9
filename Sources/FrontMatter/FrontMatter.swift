import CYAML
import TOML
import Text

/// The fields of a file's front matter.
package struct FrontMatter: Sendable, Hashable {
  package private(set) var fields: [FieldValue.Field] = []
  /// Whether a program that extracts pages for machines wrote it: labels, followed by the page.
  let isLabels: Bool
  /// The fields that have a value, by their normalized keys, the first one of each; then those in the tables of
  /// generators.
  private var places = Places()
  private var innerPlaces = Places()

  package var isEmpty: Bool { fields.isEmpty }

  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - span: Where the front matter is in them.
  ///   - isDump: Whether a crawler wrote it around a page: then the only escape for `"` is `\"`.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, _ span: FrontMatterSpan, isDump: Bool = false) {
    let content = UnsafeBufferPointer(rebasing: bytes[span.content])
    isLabels = span.language == .labels
    switch span.language {
    case .toml:
      if let table = try? TOMLParser.parse(Array(content)) {
        fields = Self.fields(of: table)
      } else {
        fields = LineFields.read(content, separator: 0x3D)
      }
    case .json: fields = YAMLFields.read(content) ?? []
    case .labels: fields = LineFields.read(content, separator: 0x3A)
    case .org: fields = LineFields.readOrg(content)
    case .yaml:
      if isDump || LineFields.arePlain(content) {
        fields = LineFields.read(content, separator: 0x3A)
      } else {
        fields = YAMLFields.read(content) ?? LineFields.read(content, separator: 0x3A)
      }
    }
    for field in fields { places.add(field) }
    // Zola and Hugo put some fields into tables.
    for table in ["taxonomies", "extra", "params"] {
      guard case .map(let inner)? = places[table] else { continue }
      for field in inner { innerPlaces.add(field) }
    }
  }

  private static func fields(of table: TOMLTable) -> [FieldValue.Field] {
    table.entries.map { FieldValue.Field(key: $0.key, value: value(of: $0.value)) }
  }

  /// The parser limits how deeply values are nested.
  private static func value(of value: TOMLValue) -> FieldValue {
    switch value {
    case .string(let text), .moment(let text): .text(text)
    case .integer(let number): .text(String(number))
    case .float(let number): .text(String(number))
    case .boolean(let truth): .text(truth ? "true" : "false")
    case .array(let values): .list(values.map { Self.value(of: $0) })
    case .table(let table): .map(fields(of: table))
    }
  }

  /// The value of a key, in lower case with `_` instead of `-` and blanks.
  package func value(_ key: String) -> FieldValue? { places[key] ?? (innerPlaces.isEmpty ? nil : innerPlaces[key]) }

  /// The value of the first of some keys that has one.
  package func value(_ keys: [String]) -> FieldValue? {
    for key in keys {
      if let found = places[key] { return found }
    }
    guard !innerPlaces.isEmpty else { return nil }
    for key in keys {
      if let found = innerPlaces[key] { return found }
    }
    return nil
  }

  /// The names of all fields, including those without a value; in lower case with `_` instead of `-` and blanks.
  var keys: Set<String> { Set(fields.map { Self.normalized($0.key) }) }

  private static func normalized(_ key: String) -> String {
    guard key.utf8.contains(where: { $0 &- 0x41 < 26 || $0 == 0x2D || $0 == 0x20 }) else { return key }
    var bytes = Array(key.utf8)
    for index in bytes.indices {
      if bytes[index] &- 0x41 < 26 { bytes[index] |= 0x20 }
      if bytes[index] == 0x2D || bytes[index] == 0x20 { bytes[index] = 0x5F }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Values by key. Most files have a handful of fields and are asked for a hundred keys: a key whose length and
  /// letters no field has is not looked up, and up to a certain number of fields the others are compared rather than
  /// hashed.
  private struct Places: Sendable, Hashable {
    private var shapes: UInt64 = 0
    private var first: [FieldValue.Field] = []
    private var rest: [String: FieldValue] = [:]

    private static let mostCompared = 16

    var isEmpty: Bool { first.isEmpty }

    mutating func add(_ field: FieldValue.Field) {
      switch field.value {
      case .text(let text) where text.isEmpty: return
      case .list(let values) where values.isEmpty: return
      default: break
      }
      let key = normalized(field.key)
      guard self[key] == nil else { return }
      shapes |= Self.bit(of: key)
      if first.count < Self.mostCompared {
        first.append(FieldValue.Field(key: key, value: field.value))
      } else {
        rest[key] = field.value
      }
    }

    subscript(key: String) -> FieldValue? {
      guard shapes & Self.bit(of: key) != 0 else { return nil }
      if let place = first.firstIndex(where: { $0.key == key }) { return first[place].value }
      return rest.isEmpty ? nil : rest[key]
    }

    /// By the length, and the first and the last byte.
    private static func bit(of key: String) -> UInt64 {
      let letters = UInt64(key.utf8.first ?? 0) &* 7 &+ UInt64(key.utf8.last ?? 0) &* 13
      return 1 << ((UInt64(truncatingIfNeeded: key.utf8.count) &* 29 &+ letters) & 63)
    }
  }
}
