/// A passage of an article that the reader highlighted: an entry of the highlights file.
public struct Highlight: Sendable, Hashable {
  /// The colours that a highlight can have.
  public enum Color: String, Sendable, Hashable, CaseIterable {
    /// The raw value is the word in the highlights file.
    case yellow, green, blue, pink
  }

  /// What the highlights file knows the entry by.
  public var key: String
  /// UTF-8 offsets into the reading text, as it was when the passage was highlighted; `nil` for an entry that somebody
  /// wrote by hand.
  public var utf8Range: Range<Int>?
  /// The highlight's colour.
  public var color: Color
  /// What is highlighted, a line for each paragraph.
  public var quotation: String
  /// The reader's own words, which may have `#tags`.
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
