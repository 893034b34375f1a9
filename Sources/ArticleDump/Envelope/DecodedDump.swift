/// A dump's bytes as UTF-8 without NUL and CR, whatever they were.
struct DecodedDump: Sendable {
  var utf8: [UInt8]
  var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8]) {
    utf8 = bytes
  }
}
