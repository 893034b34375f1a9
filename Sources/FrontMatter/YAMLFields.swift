import CYAML

/// Reads YAML, including JSON, with libyaml.
enum YAMLFields {
  /// Deeper values are not facts, and are freed recursively.
  private static let deepest = 16
  private static let mostSteps = 4096

  /// The fields of a mapping; nil if the bytes are not a YAML mapping.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> [FieldValue.Field]? {
    var builder = Builder()
    let failed = withUnsafeMutablePointer(to: &builder) { pointer in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        yuelan_yaml_read(
          characters.baseAddress, characters.count, deepest, mostSteps,
          { context, kind, text, length, isPlain in
            guard let builder = context?.assumingMemoryBound(to: Builder.self) else { return 1 }
            let bytes = UnsafeRawBufferPointer(start: text, count: length)
            builder.pointee.add(kind, String(decoding: bytes, as: UTF8.self), isPlain: isPlain != 0)
            return 0
          }, pointer)
      }
    }
    guard failed == 0, case .map(let fields)? = builder.root else { return nil }
    return fields
  }

  /// Builds values from steps.
  private struct Builder {
    private struct Open {
      var isMap: Bool
      var values: [FieldValue] = []
      var fields: [FieldValue.Field] = []
      var key: String?
    }

    private var open: [Open] = []
    var root: FieldValue?

    mutating func add(_ kind: yuelan_yaml_kind, _ text: String, isPlain: Bool) {
      switch kind {
      case yuelan_yaml_sequence_begin: open.append(Open(isMap: false))
      case yuelan_yaml_mapping_begin: open.append(Open(isMap: true))
      case yuelan_yaml_sequence_end:
        if let closed = open.popLast() { put(.list(closed.values)) }
      case yuelan_yaml_mapping_end:
        if let closed = open.popLast() { put(.map(closed.fields)) }
      case yuelan_yaml_alias: put(.text(""))
      default: put(.text(isPlain && ["~", "null", "Null", "NULL"].contains(text) ? "" : text))
      }
    }

    private mutating func put(_ value: FieldValue) {
      guard let last = open.indices.last else {
        if root == nil { root = value }
        return
      }
      guard open[last].isMap else {
        open[last].values.append(value)
        return
      }
      if let key = open[last].key {
        open[last].fields.append(FieldValue.Field(key: key, value: value))
        open[last].key = nil
      } else if case .text(let text) = value {
        open[last].key = text
      } else {
        open[last].key = ""
      }
    }
  }
}
