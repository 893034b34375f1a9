/// One terminal column of a frame.
public struct Cell: Sendable, Hashable {
  /// The grapheme cluster that starts here, sanitized; empty in the second column of a wide cluster.
  public var cluster: String
  /// How the terminal draws it; both cells of a wide cluster have the same.
  public var style: TextStyle
  /// Columns that the cluster takes: 1 or 2; 0 in the second column of a wide cluster.
  public var widthInCells: UInt8
  /// Whether terminals disagree on this cluster's width: the painter then places the cursor again after it.
  public var isWidthUncertain: Bool
  /// The number of the address that the text links to, in `Frame.links`; 0 for none.
  public var link: UInt32

  public init(
    _ cluster: String, widthInCells: UInt8, style: TextStyle = .plain, isWidthUncertain: Bool = false, link: UInt32 = 0
  ) {
    self.cluster = cluster
    self.widthInCells = widthInCells
    self.style = style
    self.isWidthUncertain = isWidthUncertain
    self.link = link
  }

  /// Screens are compared cell by cell at every key: in the painter's module this must compile to a few instructions.
  @inlinable public static func == (left: Cell, right: Cell) -> Bool {
    left.style == right.style && left.widthInCells == right.widthInCells
      && left.isWidthUncertain == right.isWidthUncertain && left.link == right.link && left.cluster == right.cluster
  }

  /// A space in the terminal's own colours.
  public static let blank = Cell(" ", widthInCells: 1)
}
