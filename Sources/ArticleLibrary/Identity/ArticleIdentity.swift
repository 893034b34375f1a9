import Text

/// The identity of an article in everything that a reader makes: bookmarks, read marks, positions, the folding of
/// duplicates.
///
/// It is the article's address if that names a single page (`ArticleAddress`), since a moved or copied file keeps it.
/// If several files of the library give the same address with different titles or dates, the address names none of
/// them; then, and if there is no address, it is the file's place: the archive's name and the path in it
/// (`ArchiveNames`).
struct ArticleIdentity: Sendable, Hashable {
  /// The address, or `file:` and the place.
  let text: String

  /// The same as a number, for columns and sets.
  var hash: UInt64 { StableHash.hash(text) }

  init(address: ArticleAddress) { text = address.text }

  init(place: String) { text = "file:" + place }

  /// - Parameters:
  ///   - place: The file's place, evaluated only if the address is of no use.
  ///   - sharesAddress: Whether other files give the same address for other articles.
  init(url: String?, sharesAddress: Bool, place: () -> String) {
    if !sharesAddress, let address = url.flatMap(ArticleAddress.init) {
      self.init(address: address)
    } else {
      self.init(place: place())
    }
  }
}
