/// Turns the bytes of a dump into an article. Total: any bytes give an article and diagnostics.
///
/// ```swift
/// let article = ArticleParser().article(from: bytes, path: "articles/rfi/123.md")
/// ```
public struct ArticleParser: Sendable {
  public init() {}

  /// Parses a whole dump.
  ///
  /// - Parameters:
  ///   - bytes: The file as it stands, in any encoding.
  ///   - path: Its path, absolute or relative; folder and name help to recognise the publisher.
  /// - Complexity: O(n) in the number of bytes.
  public func article(from bytes: [UInt8], path: String? = nil) -> Article {
    Article(dialect: .text, path: path, title: "")
  }

  /// Reads what the first bytes of a dump tell.
  ///
  /// - Parameter bytes: The first bytes of the file (4 KiB serve); a cut in a character is fine.
  public func head(from bytes: [UInt8], path: String? = nil) -> ArticleHead {
    ArticleHead(dialect: .text, title: "")
  }
}
