extension Article {
  /// The article as one JSON object, in UTF-8, without a line end.
  ///
  /// Absent facts are `null` or `[]`; times are ISO 8601 with their offset, or without one where the source gives none. The keys, in this order:
  /// `dialect path title url displayURL publisher{id,name} section authors source published fed modified
  /// language standfirst shortLink blocks images links[{text,url}] related glosses[{name,original}] agencies
  /// characterCount readingMinutes diagnostics[{kind,line,message}]`, and after them `translators editors
  /// dateline dateOnly fingerprint origins outline tags categories comments[{author,date,text}]`. See ``Article/init(json:)`` for the way back.
  public func jsonUTF8() -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: 4_096 + 4 * characterCount)
    writeJSON(to: &writer)
    return writer.bytes
  }

  /// The same in pieces, so that the JSON of a large article is never entirely in memory.
  public func forEachJSONPiece(_ body: ([UInt8]) -> Void) {
    withoutActuallyEscaping(body) { body in
      var writer = JSONWriter(sink: body)
      writeJSON(to: &writer)
      writer.flush()
    }
  }

  private func writeJSON(to writer: inout JSONWriter) {
    writer.object { writer in
      writeEnvelope(to: &writer)
      writer.key("blocks")
      writer.array(blocks) { $1.writeJSON(to: &$0) }
      writer.key("images")
      writer.array(images) { $1.writeJSON(to: &$0) }
      writer.key("links")
      writer.array(links) { $1.writeJSON(to: &$0) }
      writer.key("related")
      writer.array(related) { $1.writeJSON(to: &$0) }
      writeFindings(to: &writer)
      writeExtras(to: &writer)
    }
  }

  /// The same as a string.
  public func json() -> String {
    String(decoding: jsonUTF8(), as: UTF8.self)
  }

  private func writeEnvelope(to writer: inout JSONWriter) {
    writer.key("dialect")
    writer.string(dialect.rawValue)
    writer.key("path")
    writer.string(path)
    writer.key("title")
    writer.string(title)
    writer.address(url)
    writer.key("displayURL")
    writer.string(displayURL)
    writer.key("publisher")
    if let publisher {
      writer.object {
        $0.key("id")
        $0.string(publisher.id)
        $0.key("name")
        $0.string(publisher.name)
      }
    } else {
      writer.null()
    }
    writer.key("section")
    writer.string(section)
    writer.key("authors")
    writer.array(authors) { $0.string($1) }
    writer.key("source")
    writer.string(source)
    writer.key("published")
    writer.string(published?.iso8601)
    writer.key("fed")
    writer.string(fed?.iso8601)
    writer.key("modified")
    writer.string(modified?.iso8601)
    writer.key("language")
    writer.string(language)
    writer.key("standfirst")
    writer.string(standfirst)
    writer.key("shortLink")
    writer.string(shortLink)
  }

  private func writeFindings(to writer: inout JSONWriter) {
    writer.key("glosses")
    writer.array(glosses) { writer, gloss in
      writer.object {
        $0.key("name")
        $0.string(gloss.name)
        $0.key("original")
        $0.string(gloss.original)
      }
    }
    writer.key("agencies")
    writer.array(agencies) { $0.string($1) }
    writer.key("characterCount")
    writer.number(characterCount)
    writer.key("readingMinutes")
    writer.number(readingMinutes)
    writer.key("diagnostics")
    writer.array(diagnostics) { writer, diagnostic in
      writer.object {
        $0.key("kind")
        $0.string(diagnostic.kind)
        $0.key("line")
        $0.number(diagnostic.line)
        $0.key("message")
        $0.string(diagnostic.message)
      }
    }
  }

  private func writeExtras(to writer: inout JSONWriter) {
    writer.key("translators")
    writer.array(translators) { $0.string($1) }
    writer.key("editors")
    writer.array(editors) { $0.string($1) }
    writer.key("dateline")
    writer.string(dateline)
    // The times that are dates, with midnight in place of the unknown time of day.
    writer.key("dateOnly")
    let times: [(Fact, Timestamp?)] = [(.published, published), (.fed, fed), (.modified, modified)]
    writer.array(times.filter { $0.1?.isDateOnly == true }) { $0.string($1.0.rawValue) }
    writer.key("fingerprint")
    writer.string(fingerprint == 0 ? nil : Self.hexadecimal(fingerprint))
    writer.key("origins")
    writer.object { writer in
      for fact in Fact.allCases {
        guard let origin = origins[fact] else { continue }
        writer.key(fact.key)
        writer.string(origin.rawValue)
      }
    }
    writer.key("outline")
    writer.array(ReadingText(self).outline) { writer, entry in
      writer.object {
        $0.key("text")
        $0.string(entry.text)
        $0.key("level")
        $0.number(entry.level)
        $0.key("offset")
        $0.number(entry.utf8Offset)
      }
    }
    writer.key("tags")
    writer.array(tags) { $0.string($1) }
    writer.key("categories")
    writer.array(categories) { $0.string($1) }
    writer.key("comments")
    writer.array(comments) { writer, comment in
      writer.object {
        $0.key("author")
        $0.string(comment.author)
        $0.key("date")
        $0.string(comment.date?.iso8601)
        $0.key("text")
        $0.string(comment.text)
      }
    }
  }

  /// Sixteen digits as a string: a JSON number would lose bits in most readers.
  static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Fact {
  /// The raw value as a key; a `StaticString` cannot be made from it.
  fileprivate var key: StaticString {
    switch self {
    case .title: "title"
    case .url: "url"
    case .publisher: "publisher"
    case .section: "section"
    case .authors: "authors"
    case .translators: "translators"
    case .editors: "editors"
    case .source: "source"
    case .dateline: "dateline"
    case .published: "published"
    case .fed: "fed"
    case .modified: "modified"
    case .language: "language"
    case .standfirst: "standfirst"
    case .shortLink: "shortLink"
    }
  }
}
