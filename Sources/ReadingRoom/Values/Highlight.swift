/// A passage of an article that the reader highlighted: an entry of the highlights file.
public struct Highlight: Sendable, Hashable {
  /// The colours that a highlight can have.
  public enum Color: String, Sendable, Hashable, CaseIterable {
    /// The raw value is the word in the highlights file.
    case yellow, green, blue, pink
  }

  /// The entry's key in the highlights file.
  public var key: String
  /// UTF-8 offsets into the reading text at the time when the passage was highlighted; `nil` for an entry written by
  /// hand.
  public var utf8Range: Range<Int>?
  /// The highlight's colour.
  public var color: Color
  /// The highlighted text, one line for each paragraph.
  public var quotation: String
  /// The reader's own words, which may contain `#tags`.
  public var remark: String

  public init(
    key: String, utf8Range: Range<Int>?, color: Color = .yellow, quotation: String, remark: String = ""
  ) {
    self.key = key
    self.utf8Range = utf8Range
    self.color = color
    self.quotation = quotation
    self.remark = remark
  }
}
