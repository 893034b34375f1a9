import ArticleDump

/// An entry of the bookmarks file.
public struct Bookmark: Sendable, Hashable {
  /// The link's text, with Markdown escapes undone.
  public var title: String
  /// The article's URL as the file has it, with `%20` for a blank unless a person wrote it otherwise; `nil` for an article
  /// without one, whose link leads to its file.
  public var url: String?
  /// The text between the link and the comment: publisher and date.
  public var description: String
  /// The file's place: its archive's name and the path in it, or its absolute path (`ArchiveNames`). Entries of 0.1.0
  /// have only the path below the archive.
  public var path: String?
  /// When it was added: `2026-11-22T10:00:00Z`.
  public var added: String?
  /// The fingerprint of the dump when it was added, to find it again under another name.
  public var fingerprint: DumpFingerprint?
  /// What the entry highlights in the article; `nil` for a bookmark.
  public var passage: Passage?
  /// The indented lines under the entry, without their indentation.
  public var note: String
  /// `#tags` in the note, without `#`, in order of appearance.
  public var tags: [String]
  /// The nearest heading above, without `#`.
  public var heading: String?
  /// The entry's line in the file, from 1.
  public var line: Int

  public init(
    title: String, url: String? = nil, description: String = "", path: String? = nil, added: String? = nil,
    fingerprint: DumpFingerprint? = nil, passage: Passage? = nil, note: String = "", tags: [String] = [],
    heading: String? = nil, line: Int = 0
  ) {
    self.title = title
    self.url = url.map(WrittenAddress.text)
    self.description = description
    self.path = path
    self.added = added
    self.fingerprint = fingerprint
    self.passage = passage
    self.note = note
    self.tags = tags
    self.heading = heading
    self.line = line
  }

  /// Whether its note says something besides tags.
  var hasNote: Bool {
    (passage == nil ? note : remark).split(whereSeparator: \.isWhitespace).contains { !$0.hasPrefix("#") }
  }

  /// The name that a person would use for the entry: its URL, or its place.
  public var name: String { url ?? path ?? title }

  /// Identifies the entry among those of the file, even if lines above it change.
  public var key: String {
    ([url ?? "", path ?? "", title] + (passage.map { [$0.text, added ?? "", quotation] } ?? [])).joined(separator: "\n")
  }

  /// The publication date in the description, `2023-07-17`.
  var day: Substring? {
    description.split { " ,".contains($0) }.last {
      $0.utf8.count == 10 && $0.utf8.first.map { 0x30...0x39 ~= $0 } ?? false
    }
  }
}
