/// A name with its foreign form: 约翰-克里（John Kerry）.
public struct Gloss: Sendable, Hashable {
  /// The name in Chinese.
  public var name: String
  /// The foreign form, as in the brackets.
  public var original: String

  public init(name: String, original: String) {
    self.name = name
    self.original = original
  }
}
