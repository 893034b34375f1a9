import ReadingRoom

/// The order in which pieces are sent.
///
/// They are made row by row; where each row holds two styles, that switches them twice a row. Pieces of one frame that
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
    guard pieces.count > 2 else { return nil }
    let runs = runs(of: pieces)
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

  private static func runs(of pieces: [OutputPiece]) -> [Run] {
    var runs: [Run] = []
    // Columns of that row before this one may have been drawn over by the last run.
    var reached = Position(row: -1, column: 0)
    func reach(of piece: OutputPiece) -> Int { piece.end == nil ? piece.columns.upperBound : 0 }
    for index in pieces.indices {
      let piece = pieces[index]
      // What a terminal may have drawn over goes after that.
      if reached.row == piece.place.row, piece.place.column < reached.column {
        runs[runs.count - 1].pieces = runs[runs.count - 1].pieces.lowerBound..<index + 1
        reached.column = max(reached.column, reach(of: piece))
        continue
      }
      reached = Position(row: piece.place.row, column: reach(of: piece))
      if var run = runs.last, piece.place == pieces[index - 1].end {
        // Blanks go along with what precedes them where they look alike.
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
        for column in piece.columns where column < size.columns {
          let cell = piece.place.row * size.columns + column
          if owners[cell] >= 0, owners[cell] != owner { return false }
          owners[cell] = owner
        }
      }
    }
    return true
  }
}
