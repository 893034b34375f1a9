import ArticleDump
import ArticleLibrary

extension Timestamp {
  /// The same moment by the reader's clock. A day alone, and the time of a clock that nobody knows, stay what they are.
  var atReadersClock: Timestamp {
    guard !isDateOnly, hasZone else { return self }
    var shown = self
    shown.utcOffsetInSeconds = Int32(clamping: ReaderClock.system.utcOffset(at: secondsSinceEpoch))
    return shown
  }

  /// The moment of a time that is meant by the reader's clock.
  var ofReadersDay: Timestamp {
    Timestamp(secondsSinceEpoch: ReaderClock.system.moment(ofLocalSecond: secondsSinceEpoch))
  }
}

extension Article {
  /// The article with its times by the reader's clock.
  var atReadersClock: Article {
    var article = self
    article.published = published?.atReadersClock
    article.fed = fed?.atReadersClock
    article.modified = modified?.atReadersClock
    return article
  }
}
