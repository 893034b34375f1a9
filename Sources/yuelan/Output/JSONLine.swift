import ArticleDump

/// One JSON object on a line of its own.
func jsonLine(_ members: (inout JSONWriter) -> Void) -> String {
  var writer = JSONWriter(reservingCapacity: 512)
  writer.object(members)
  return String(decoding: writer.bytes, as: UTF8.self) + "\n"
}

extension JSONWriter {
  mutating func member(_ key: StaticString, _ value: String?) {
    self.key(key)
    string(value)
  }

  mutating func member(_ key: StaticString, _ value: Int?) {
    self.key(key)
    number(value)
  }

  mutating func member(_ key: StaticString, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  mutating func member(_ key: StaticString, _ values: [String]) {
    self.key(key)
    array(values) { $0.string($1) }
  }

  mutating func member(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    object(body)
  }
}
