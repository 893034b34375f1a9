/// One terminal column of a frame.
public struct Cell: Sendable, Hashable {
  /// The grapheme cluster that starts here, sanitized; empty in the second column of a wide cluster.
  public var cluster: String
  /// Columns that the cluster takes: 1 or 2; 0 in the second column of a wide cluster.
  public var widthInCells: UInt8
  public var style: TextStyle
  /// Whether terminals disagree on this cluster's width: the painter then places the cursor anew after it.
  public var isWidthUncertain: Bool

  public init(_ cluster: String, widthInCells: UInt8, style: TextStyle = .plain, isWidthUncertain: Bool = false) {
    self.cluster = cluster
    self.widthInCells = widthInCells
    self.style = style
    self.isWidthUncertain = isWidthUncertain
  }

  public static let blank = Cell(" ", widthInCells: 1)
}
