/// Where the reader stopped in an article.
public struct ReadingPosition: Sendable, Hashable {
  /// Offset into the article's text (all its blocks, as in `Article`), in UTF-8 bytes; never a line.
  public var utf8Offset: Int
  /// The same as a share of the text, 0 to 1.
  public var share: Double

  public init(utf8Offset: Int, share: Double) {
    self.utf8Offset = utf8Offset
    self.share = share
  }
}
