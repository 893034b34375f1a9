import ArticleDump

/// An entry of the bookmarks file.
public struct Bookmark: Sendable, Hashable {
  public var title: String
  public var url: String?
  /// What stands after the link, before the comment: publisher and day.
  public var description: String
  /// The file's path below its archive.
  public var path: String?
  /// The tail of the comment: `2026-11-22T10:00:00Z`.
  public var added: String?
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
    note: String = "", tags: [String] = [], heading: String? = nil, line: Int = 0
  ) {
    self.title = title
    self.url = url
    self.description = description
    self.path = path
    self.added = added
    self.note = note
    self.tags = tags
    self.heading = heading
    self.line = line
  }

  /// What names the entry: its URL, or its path.
  public var key: String { url ?? path ?? title }
}
