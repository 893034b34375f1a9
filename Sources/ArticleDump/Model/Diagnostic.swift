/// A fault in a dump that does not prevent reading the article.
public struct Diagnostic: Sendable, Hashable {
  /// The kind of fault, as a stable word for machines such as `invalid-utf8`.
  public var kind: String
  /// The line in the file, from 1; 0 if the fault has no place.
  public var line: Int
  /// One sentence in English for maintainers; programs translate ``kind``.
  public var message: String

  public init(kind: String, line: Int, message: String) {
    self.kind = kind
    self.line = line
    self.message = message
  }
}
