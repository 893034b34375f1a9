/// A fault of a dump, in spite of which there is an article.
public struct Diagnostic: Sendable, Hashable {
  /// What kind of fault; stable words for machines, such as `invalid-utf8`.
  public var kind: String
  /// The line in the file, from 1; 0 when the fault has no place.
  public var line: Int
  /// One sentence in English for maintainers; programs translate ``kind``.
  public var message: String

  public init(kind: String, line: Int, message: String) {
    self.kind = kind
    self.line = line
    self.message = message
  }
}
