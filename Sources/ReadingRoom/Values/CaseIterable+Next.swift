extension CaseIterable where Self: Equatable {
  /// The choice after this one, or the first after the last: what pressing a key again chooses.
  ///
  /// - Parameter isOffered: Choices for which it is false are skipped; the current one stays if no other is offered.
  func next(where isOffered: (Self) -> Bool = { _ in true }) -> Self {
    let all = Array(Self.allCases)
    let place = all.firstIndex(of: self) ?? 0
    return (all[(place + 1)...] + all[..<place]).first(where: isOffered) ?? self
  }
}
