import ReadingRoom

/// The order in which pieces are sent.
///
/// Curses goes row by row; where each row holds two styles, that switches them twice a row. Pieces of one frame that
/// touch no common cell may go in any order, so those of one style can go together.
enum OutputOrder {
  /// Pieces that follow each other without a movement and are drawn alike.
  private struct Run {
    var pieces: Range<Int>
    var rendition: Rendition
  }

  /// The pieces with those of one rendition together; `nil` when there is nothing to be gained, or they may not be
  /// exchanged.
  ///
  /// - Parameter current: What the terminal draws with at the beginning; what is drawn so goes first.
  static func byRendition(_ pieces: [OutputPiece], in size: Size, current: Rendition?) -> [OutputPiece]? {
    var ordered: [OutputPiece] = []
    ordered.reserveCapacity(pieces.count)
    var isChanged = false
    var rendition = current
    var index = 0
    while index < pieces.count {
      var end = index
      while end < pieces.count, pieces[end].isExchangeable { end += 1 }
      if end - index > 2, let exchanged = exchanged(pieces, index..<end, in: size, current: rendition) {
        ordered += exchanged
        isChanged = true
      } else {
        ordered += pieces[index..<end]
      }
      if end < pieces.count { ordered.append(pieces[end]) }
      rendition = ordered.last?.rendition ?? rendition
      index = end + 1
    }
    return isChanged ? ordered : nil
  }

  private static func exchanged(
    _ pieces: [OutputPiece], _ range: Range<Int>, in size: Size, current: Rendition?
  ) -> [OutputPiece]? {
    let runs = runs(of: pieces, range)
    var groups: [(rendition: Rendition, runs: [Run])] = []
    if let current { groups.append((current, [])) }
    for run in runs {
      if let group = groups.firstIndex(where: { $0.rendition == run.rendition }) {
        groups[group].runs.append(run)
      } else {
        groups.append((run.rendition, [run]))
      }
    }
    guard groups.count > 1, groups.count < runs.count, areApart(runs, pieces, in: size) else { return nil }
    return groups.flatMap { $0.runs.flatMap { pieces[$0.pieces] } }
  }

  private static func runs(of pieces: [OutputPiece], _ range: Range<Int>) -> [Run] {
    var runs: [Run] = []
    for index in range {
      let piece = pieces[index]
      if var run = runs.last, piece.place == pieces[index - 1].end {
        // Blanks go along with what stands before them where they look alike.
        if run.rendition == piece.rendition || (piece.kind != .text && run.rendition.hasSameBlanks(as: piece.rendition))
        {
          run.pieces = run.pieces.lowerBound..<index + 1
          runs[runs.count - 1] = run
          continue
        }
      }
      runs.append(Run(pieces: index..<index + 1, rendition: piece.rendition))
    }
    return runs
  }

  /// Whether no cell belongs to two runs.
  private static func areApart(_ runs: [Run], _ pieces: [OutputPiece], in size: Size) -> Bool {
    var owners = [Int](repeating: -1, count: size.rows * size.columns)
    for (owner, run) in runs.enumerated() {
      for piece in pieces[run.pieces] {
        guard let place = piece.place else { return false }
        for column in piece.columns where column < size.columns {
          let cell = place.row * size.columns + column
          if owners[cell] >= 0, owners[cell] != owner { return false }
          owners[cell] = owner
        }
      }
    }
    return true
  }
}

extension OutputPiece {
  /// Whether all that it does is to change cells of its row.
  fileprivate var isExchangeable: Bool {
    switch kind {
    case .text, .blanks, .erasure: place != nil
    case .scroll, .saveCursor, .restoreCursor, .handedOn: false
    }
  }
}
