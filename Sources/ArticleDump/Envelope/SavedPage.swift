import Text

/// A page saved by a browser with its pictures as MHTML: a multipart message whose first HTML part is the page.
///
/// Source: RFC 2557; RFC 2045 and 2046 for the framing.
struct SavedPage {
  /// The page, in UTF-8 if its encoding is declared.
  var html: [UInt8]
  var url: String?
  /// When it was saved.
  var saved: Timestamp?

  /// How many parts are examined for the page, which is the first or the second.
  private static let mostParts = 64

  /// Recognizes a saved page by the fields it begins with; its first kilobytes are enough.
  static func isMHTML(_ bytes: [UInt8]) -> Bool {
    // Only a field's name can begin one: nearly all dumps are recognized by their first bytes.
    let name = bytes.prefix(64).prefix { $0 == 0x2D || ($0 | 0x20) &- 0x61 < 26 }
    guard !name.isEmpty, name.count < min(64, bytes.count), bytes[name.count] == 0x3A else { return false }
    let head = Array(bytes.prefix(8192))
    let fields = HeaderFields(head)
    return fields["mime-version"] != nil
      && fields.bareValue(of: "content-type").map {
        $0.hasPrefix("multipart/") || $0 == "text/html"
      } == true
  }

  init?(mhtml bytes: [UInt8]) {
    guard Self.isMHTML(bytes) else { return nil }
    let fields = HeaderFields(bytes)
    var part: (fields: HeaderFields, body: Range<Int>)? = (fields, fields.end..<bytes.count)
    if let boundary = fields.parameter("boundary", of: "content-type") {
      part = Self.page(in: bytes, from: fields.end, boundary: boundary)
    }
    guard let part else { return nil }
    let body = bytes[part.body]
    html =
      switch part.fields["content-transfer-encoding"]?.lowercased() {
      case "quoted-printable": TransferEncoding.decodeQuotedPrintable(body)
      case "base64": TransferEncoding.decodeBase64(body)
      default: Array(body)
      }
    if let label = part.fields.parameter("charset", of: "content-type"), let name = Charset.iconvName(of: label),
      let decoded = Charset.decode(html, as: name)
    {
      html = decoded.utf8
    }
    let addresses = [part.fields["content-location"], fields["snapshot-content-location"], fields["content-location"]]
    url = addresses.compactMap(\.self).first { $0.holds("://") && !$0.hasPrefix("cid:") && !$0.hasPrefix("file:") }
    saved = fields["date"].flatMap { Timestamp($0) }
  }

  /// The first HTML part of a multipart body; nested multiparts are searched like other parts.
  private static func page(
    in bytes: [UInt8], from start: Int, boundary: String
  ) -> (fields: HeaderFields, body: Range<Int>)? {
    var boundary = Array("--".utf8) + Array(boundary.utf8)
    var limit = bytes.count
    var position = start
    for _ in 0..<mostParts {
      guard let line = offset(of: boundary, in: bytes, from: position, to: limit) else { return nil }
      var bodyStart = line + boundary.count
      while bodyStart < limit, bytes[bodyStart] != 0x0A { bodyStart += 1 }
      bodyStart = min(bodyStart + 1, limit)
      let fields = bytes.withUnsafeBufferPointer { HeaderFields($0, from: bodyStart) }
      // The fields may extend past the part that holds them.
      let begin = min(fields.end, limit)
      let end = offset(of: boundary, in: bytes, from: begin, to: limit) ?? limit
      let type = fields.bareValue(of: "content-type")
      if type == "text/html" || type == "application/xhtml+xml" { return (fields, begin..<end) }
      if type?.hasPrefix("multipart/") == true, let inner = fields.parameter("boundary", of: "content-type") {
        boundary = Array("--".utf8) + Array(inner.utf8)
        limit = end
        position = begin
      } else {
        position = end
      }
    }
    return nil
  }

  /// The next line that begins with a boundary.
  private static func offset(of boundary: [UInt8], in bytes: [UInt8], from start: Int, to limit: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      boundary.withUnsafeBufferPointer { boundary in
        var position = start
        while position < limit {
          let rest = UnsafeBufferPointer(rebasing: bytes[position..<limit])
          guard let found = ByteSearch.offset(of: boundary, in: rest) else { return nil }
          let place = position + found
          if place == 0 || bytes[place - 1] == 0x0A { return place }
          position = place + boundary.count
        }
        return nil
      }
    }
  }
}

/// The comment in which programs that save a page write its address and time.
struct SavedFrom {
  var url: String?
  var saved: Timestamp?

  /// The comment's greatest distance from the beginning: after the doctype and the root element.
  private static let reach = 4096

  /// Reads SingleFile's comment (`url:`, `saved date:`) and Internet Explorer's, which others adopted (`saved from
  /// url=(0023)https://…`).
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    let head = UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + Self.reach)])
    guard let open = ByteSearch.offset(of: "<!--", in: head) else { return nil }
    let rest = UnsafeBufferPointer(rebasing: head[(open + 4)...])
    guard let close = ByteSearch.offset(of: "-->", in: rest) else { return nil }
    let comment = UnsafeBufferPointer(rebasing: rest[..<close])
    guard ByteSearch.holds(comment, "SingleFile") || ByteSearch.holds(comment, "saved from url=") else { return nil }
    for line in String(decoding: comment, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let line = line.trimmed(of: " \t")
      if let value = Self.value(of: "url:", in: line), value.holds("://") { url = value }
      if let value = Self.value(of: "saved date:", in: line) { saved = Timestamp(javaScriptDate: value) }
      if let value = Self.value(of: "saved from url=", in: line), let end = value.firstIndex(of: ")") {
        let address = value[value.index(after: end)...].trimmed(of: " ")
        if address.holds("://") { url = address }
      }
    }
    guard url != nil || saved != nil else { return nil }
  }

  private static func value(of label: String, in line: String) -> String? {
    line.hasPrefix(label) ? line.dropFirst(label.count).trimmed(of: " \t") : nil
  }
}

extension Timestamp {
  /// Reads a date as JavaScript writes it: `Wed May 01 2024 08:00:00 GMT+0800 (China Standard Time)`.
  ///
  /// Source: ECMA-262, `Date.prototype.toString`.
  init?(javaScriptDate text: String) {
    let words = text.split(separator: " ")
    guard words.count >= 6, words[5].hasPrefix("GMT") else { return nil }
    // RFC 2822 has the same parts in another order.
    self.init("\(words[0]), \(words[2]) \(words[1]) \(words[3]) \(words[4]) \(words[5].dropFirst(3))")
  }
}
