import Text

/// The identity of an article in everything that a reader made: bookmarks, read marks, positions, the folding of
/// duplicates.
///
/// It is the article's address where that names one page (`ArticleAddress`), since a moved or copied file keeps it.
/// Where several files of the library give one address with other titles or days, the address names none of them; then,
/// and where there is none, it is the file's place: the archive's name and the path in it (`ArchiveNames`).
struct ArticleIdentity: Sendable, Hashable {
  /// The address, or `file:` and the place.
  let text: String

  /// The same as a number, for columns and sets.
  var hash: UInt64 { StableHash.hash(text) }

  init(address: ArticleAddress) { text = address.text }

  init(place: String) { text = "file:" + place }

  /// - Parameters:
  ///   - place: The file's place, asked for only when the address is of no use.
  ///   - sharesAddress: Whether other files give the address for other articles.
  init(url: String?, sharesAddress: Bool, place: () -> String) {
    if !sharesAddress, let address = url.flatMap(ArticleAddress.init) {
      self.init(address: address)
    } else {
      self.init(place: place())
    }
  }
}
