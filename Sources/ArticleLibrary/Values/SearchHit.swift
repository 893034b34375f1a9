/// The text of a hit around what was found.
public struct Snippet: Sendable, Hashable {
  /// Some 90 characters around the first hit, on one line; begins with `…` if a sentence was cut. Not sanitized.
  public var text: String
  /// UTF-8 offsets into `text`; sorted, not overlapping.
  public var hitRanges: [Range<Int>]

  public init(text: String, hitRanges: [Range<Int>]) {
    self.text = text
    self.hitRanges = hitRanges
  }
}

/// A row of a search's result.
public struct SearchHit: Sendable, Hashable {
  /// The article that was found.
  public var row: ArticleRow
  /// Ranges of hits in the row's title, as UTF-8 offsets.
  public var titleHitRanges: [Range<Int>]
  /// The same in the row's authors.
  public var authorHitRanges: [Range<Int>] = []
  /// `nil` if the text contains no hit or the file is gone.
  public var snippet: Snippet?
}
