extension Command {
  /// How many rows a command of movement goes down; the extremes for the first and the last. `nil` for other commands.
  ///
  /// - Parameter height: The rows that are shown. A page leaves one of them on the screen.
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
  /// A place so many steps on, among so many; the first where there are none.
  func moved(by steps: Int, within count: Int) -> Int {
    let (target, isBeyond) = addingReportingOverflow(steps)
    return Swift.max(0, Swift.min(isBeyond ? steps : target, count - 1))
  }
}
