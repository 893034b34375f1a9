import ArticleDump
import ArticleLibrary

extension Timestamp {
  /// The same moment by the reader's clock. A day alone, and a time in an unknown zone, are not converted.
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
