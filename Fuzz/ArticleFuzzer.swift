// Feeds libFuzzer's bytes to the parser; built with the library's own sources as one module, so that all of it is
// instrumented. Scripts/fuzz builds and runs it.

/// The first byte chooses the path, which decides publisher and format; the rest is the dump.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let paths = [
    "articles/rfi/1.md", "articles/cdt/1.md", "articles/bbc/1.md", "articles/rfa/1.md", "x/1.html", "x/1.txt",
    "x/1.md", "_posts/2020-01-02-x.md",
  ]
  let path = paths[Int(start[0]) % paths.count]
  let article = ArticleParser().article(from: bytes, path: path)
  for block in article.blocks { check(block) }
  _ = ArticleParser().head(from: Array(bytes.prefix(4096)), path: path)
  let json = article.jsonUTF8()
  precondition(Article(json: json)?.jsonUTF8() == json, "JSON does not round-trip")
  _ = article.sanitized().plainText()
  return 0
}

private func check(_ block: Block) {
  switch block {
  case .paragraph(let text, _), .heading(let text, _): check(text)
  case .quote(let blocks): blocks.forEach(check)
  case .list(let list): list.items.forEach { $0.forEach(check) }
  case .table(let table):
    precondition(Set(table.rows.map(\.count)).count <= 1, "rows of different lengths")
    table.rows.forEach { $0.forEach(check) }
  case .figure(let figure):
    precondition(!figure.images.isEmpty, "a figure without a picture")
    figure.caption.map(check)
  case .preformatted, .rule, .embed: break
  }
}

private func check(_ text: StyledText) {
  var previous = 0
  let utf8 = Array(text.text.utf8)
  for span in text.spans {
    precondition(span.utf8Range.lowerBound >= previous, "spans out of order")
    precondition(!span.utf8Range.isEmpty && span.utf8Range.upperBound <= utf8.count, "a span outside its text")
    for bound in [span.utf8Range.lowerBound, span.utf8Range.upperBound] where bound < utf8.count {
      precondition(utf8[bound] & 0xC0 != 0x80, "a span cuts a character")
    }
    previous = span.utf8Range.lowerBound
  }
}
