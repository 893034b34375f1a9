/// A dump's bytes in UTF-8 with their envelope, extracted from the format in which another program saved them.
struct OpenedDump {
  var dump: DecodedDump
  var envelope: Envelope

  init(_ bytes: [UInt8], path: String?) {
    if let wrapped = OpenedDump(wrapped: bytes, path: path, isHead: false) {
      self = wrapped
    } else {
      dump = DecodedDump(bytes)
      envelope = Envelope(of: dump.utf8, path: path)
    }
  }

  /// A page that a browser saved, or an article as JSON; `nil` for bytes that are already a dump.
  ///
  /// - Parameter isHead: Whether the bytes may be only the first ones of the file.
  init?(wrapped bytes: [UInt8], path: String?, isHead: Bool) {
    if let page = SavedPage(mhtml: bytes) {
      dump = DecodedDump(page.html)
      envelope = Envelope(dialect: .html, body: 0..<dump.utf8.count)
      envelope.url = page.url
      envelope.fed = page.saved
      // A page may also contain comments from other programs.
      if page.url == nil || page.saved == nil,
        let origin = dump.utf8.withUnsafeBufferPointer({ SavedFrom($0, from: 0) })
      {
        envelope.url = page.url ?? origin.url
        envelope.fed = page.saved ?? origin.saved
      }
    } else if let found = JSONArticles(bytes, isHead: isHead), let article = found.articles.first,
      found.isSingle || (found.articles.count == 1 && !isHead)
    {
      dump = DecodedDump(article.bytes())
      envelope = Envelope(of: dump.utf8, path: path)
    } else {
      return nil
    }
  }
}
