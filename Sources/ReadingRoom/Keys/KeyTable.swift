/// Which key does what where. Help is made from it, and a configuration changes it.
public struct KeyTable: Sendable, Hashable {
  public static let standard = KeyTable()

  public init() {}

  /// The table with other keys for some commands.
  ///
  /// - Parameter bindings: A command's name and the keys it shall have instead, such as `"page-down": ["space", "f"]`.
  /// - Returns: The table and a sentence for each name, key or conflict that could not be honoured.
  public func rebinding(_ bindings: [String: [String]]) -> (table: KeyTable, warnings: [String]) {
    (self, [])
  }
}
