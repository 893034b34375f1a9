/// A link with its text.
public struct Link: Sendable, Hashable {
  /// The linked words; adjacent links to the same address are one link.
  public var text: String
  /// The address as the page gives it, possibly relative; a known redirector is unwrapped.
  public var url: String

  public init(text: String, url: String) {
    self.text = text
    self.url = url
  }
}
