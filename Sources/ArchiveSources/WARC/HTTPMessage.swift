import Text

/// A page extracted from an HTTP response as a crawler stored it, with framing and encodings undone.
///
/// Source: RFC 9112, sections 4, 6 and 7; RFC 9110, section 8.4.
struct HTTPMessage {
  let status: Int
  let fields: HeaderFields
  private let bodyStart: Int
  private let block: [UInt8]

  /// - Returns: `nil` for anything but a response.
  init?(_ block: [UInt8]) {
    guard block.starts(with: "HTTP/".utf8), let lineEnd = block.firstIndex(of: 0x0A) else { return nil }
    let line = String(decoding: block[..<lineEnd], as: UTF8.self).split(separator: " ")
    guard line.count >= 2, let status = Int(line[1].trimmed(of: "\r")) else { return nil }
    self.status = status
    fields = block.withUnsafeBufferPointer { HeaderFields($0, from: lineEnd + 1) }
    bodyStart = fields.end
    self.block = block
  }

  /// A resource that was stored without HTTP: its type is the record's.
  init(resource block: [UInt8], fields: HeaderFields) {
    status = 200
    self.fields = fields
    self.block = block
    bodyStart = 0
  }

  /// Whether it is a page: by its type or, if none is given, by its beginning.
  var isPage: Bool {
    guard status == 200 else { return false }
    switch fields.bareValue(of: "content-type") {
    case "text/html", "application/xhtml+xml": return true
    case nil, "", "unknown": return block[bodyStart...].prefix(64).first { $0 > 0x20 } == 0x3C
    default: return false
    }
  }

  /// The page in UTF-8 if its encoding is declared, otherwise its bytes unchanged.
  ///
  /// - Throws: `unsupported` for encodings that are not supported here.
  func page(atMost limit: Int) throws(SourceError) -> [UInt8] {
    var body = Array(block[bodyStart...])
    if fields["transfer-encoding"]?.lowercased().holds("chunked") == true { body = Self.dechunked(body) }
    for coding in (fields["content-encoding"] ?? "").lowercased().split(separator: ",").reversed() {
      body = try Self.decoded(body, coding.trimmed(of: " \t"), atMost: limit)
    }
    let label = fields.parameter("charset", of: "content-type")
    let mark: String? =
      body.starts(with: [0xFF, 0xFE]) ? "UTF-16LE" : body.starts(with: [0xFE, 0xFF]) ? "UTF-16BE" : nil
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(body[3...]) }
    // A byte order mark takes precedence over the header. Source: WHATWG Encoding, "decode".
    if let name = mark ?? label.flatMap({ Charset.iconvName(of: $0) }) {
      // Servers declare Latin encodings by default; text that is nevertheless well-formed UTF-8 is UTF-8.
      let isGuess =
        name == "CP1252" && body.withUnsafeBufferPointer { UTF8Validation.firstIllFormed(in: $0) == $0.count }
      if !isGuess, let decoded = Charset.decode(mark == nil ? body : Array(body[2...]), as: name) {
        return decoded.utf8
      }
    }
    return body
  }

  /// Joins chunks; a body that is not chunked stays, since some crawlers store it that way under the same header.
  private static func dechunked(_ body: [UInt8]) -> [UInt8] {
    var joined: [UInt8] = []
    var position = 0
    while position < body.count {
      guard let lineEnd = body[position...].prefix(256).firstIndex(of: 0x0A) else { break }
      let digits = body[position..<lineEnd].prefix { $0 != 0x3B && $0 != 0x0D && $0 != 0x20 }
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else {
        return joined.isEmpty ? body : joined
      }
      if size == 0 { return joined }
      let start = lineEnd + 1
      joined += body[start..<(size > body.count - start ? body.count : start + size)]
      guard size <= body.count - start else { break }
      position = start + size
      while position < body.count, body[position] == 0x0D || body[position] == 0x0A { position += 1 }
    }
    return joined.isEmpty ? body : joined
  }

  /// Undoes one coding. Some crawlers store the page unpacked under the same header.
  private static func decoded(_ body: [UInt8], _ coding: String, atMost limit: Int) throws(SourceError) -> [UInt8] {
    let bytes = ContainerBytes(body, version: SourceVersion(bytes: []))
    let range = 0..<bytes.count
    switch coding {
    case "", "identity", "none": return body
    case "gzip", "x-gzip":
      guard body.starts(with: [0x1F, 0x8B]) else { return body }
      return try Inflater(bytes, range, framing: .gzip).bytes(atMost: limit)
    case "deflate":
      if let unpacked = try? Inflater(bytes, range, framing: .zlib).bytes(atMost: limit), !unpacked.isEmpty {
        return unpacked
      }
      // Many servers omit zlib's framing.
      if let unpacked = try? Inflater(bytes, range, framing: .none).bytes(atMost: limit), !unpacked.isEmpty {
        return unpacked
      }
      return body
    case "zstd":
      guard body.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) else { return body }
      let stream = try FilteredStream(bytes, range, form: .raw)
      guard case .entry = try stream.next() else { throw .damaged }
      return try stream.bytes(atMost: limit)
    default:
      // Brotli has no signature of its own; a page that was stored unpacked begins with `<`.
      guard body.prefix(64).first(where: { $0 > 0x20 }) == 0x3C else { throw .unsupported }
      return body
    }
  }
}
