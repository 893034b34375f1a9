extension CaseIterable where Self: Equatable {
  /// The choice behind this one, and the first behind the last: what pressing a key again chooses.
  ///
  /// - Parameter isOffered: Choices for which it is false are skipped; this one stays where nothing else is offered.
  func next(where isOffered: (Self) -> Bool = { _ in true }) -> Self {
    let all = Array(Self.allCases)
    let place = all.firstIndex(of: self) ?? 0
    return (all[(place + 1)...] + all[..<place]).first(where: isOffered) ?? self
  }
}
