import ArticleDump
import ArticleLibrary

extension Timestamp {
  /// The same moment in the reader's time zone. A date alone, and a time in an unknown zone, stay as they are.
  var atReadersClock: Timestamp {
    guard !isDateOnly, hasZone else { return self }
    var shown = self
    shown.utcOffsetInSeconds = Int32(clamping: ReaderClock.system.utcOffset(at: secondsSinceEpoch))
    return shown
  }

  /// A time without a zone, taken to be in the reader's time zone.
  var ofReadersDay: Timestamp {
    Timestamp(secondsSinceEpoch: ReaderClock.system.moment(ofLocalSecond: secondsSinceEpoch))
  }
}

extension Article {
  /// The article with its times in the reader's time zone.
  var atReadersClock: Article {
    var article = self
    article.published = published?.atReadersClock
    article.fed = fed?.atReadersClock
    article.modified = modified?.atReadersClock
    return article
  }
}
