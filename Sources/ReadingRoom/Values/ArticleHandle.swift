/// Stands for an article's file, whatever happens to the file and to the library's index. It means nothing to the room
/// beyond equality.
public struct ArticleHandle: RawRepresentable, Sendable, Hashable {
  /// The library's number.
  public var rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// A number from the library.
  public init(_ rawValue: Int64) { self.rawValue = rawValue }
}
