import Text

/// A value of front matter, whatever language it is written in.
package indirect enum FieldValue: Sendable, Hashable {
  case text(String)
  case list([FieldValue])
  case map([Field])

  /// A key and its value.
  package struct Field: Sendable, Hashable {
    package var key: String
    package var value: FieldValue

    package init(key: String, value: FieldValue) {
      self.key = key
      self.value = value
    }
  }

  /// Longer lists are cut; nothing that a reader sees is that long.
  private static let longest = 256

  /// The texts of a value: itself, its items, or the names of its maps.
  package var texts: [String] {
    switch self {
    case .text(let text): return text.isEmpty ? [] : [text]
    case .list(let values):
      var texts: [String] = []
      for value in values.prefix(Self.longest) {
        switch value {
        case .text(let text): if !text.isEmpty { texts.append(text) }
        case .map: if let name = value.name { texts.append(name) }
        // A list in a list: Hexo writes categories with their subcategories in this way.
        case .list(let inner):
          for case .text(let text) in inner.prefix(Self.longest) where !text.isEmpty { texts.append(text) }
        }
      }
      return texts
    case .map: return name.map { [$0] } ?? []
    }
  }

  /// The name of a map: `{name: 张三, url: …}`.
  private var name: String? {
    guard case .map(let fields) = self else { return nil }
    for key in ["name", "nick", "title", "label", "id"] {
      for field in fields where field.key.lowercased() == key {
        if case .text(let text) = field.value, !text.isEmpty { return text }
      }
    }
    return nil
  }
}
