/// The publisher of the page, which determines how the body is cleaned.
public struct Publisher: Sendable, Hashable {
  /// A short identifier in ASCII: `rfi`, `voa`, or the host of an unknown publisher.
  public var id: String
  /// The name as readers know it: 法广.
  public var name: String

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
