extension Command {
  /// How many rows a movement command goes down; the extreme values for the first and the last row. `nil` for other
  /// commands.
  ///
  /// - Parameter height: The number of rows shown. After a page, one of them stays on the screen.
  func steps(onPageOf height: Int) -> Int? {
    switch self {
    case .lineDown: 1
    case .lineUp: -1
    case .pageDown: max(1, height - 1)
    case .pageUp: -max(1, height - 1)
    case .halfPageDown: max(1, height / 2)
    case .halfPageUp: -max(1, height / 2)
    case .first: .min
    case .last: .max
    default: nil
    }
  }
}

extension Int {
  /// The place that many steps further, within a count; the first place if there are none.
  func moved(by steps: Int, within count: Int) -> Int {
    let (target, isBeyond) = addingReportingOverflow(steps)
    return Swift.max(0, Swift.min(isBeyond ? steps : target, count - 1))
  }
}
