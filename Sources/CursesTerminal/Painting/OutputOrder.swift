import ReadingRoom

/// Chooses the order in which pieces are sent.
///
/// Pieces are made row by row; where each row has two styles, this switches styles twice a row. Pieces of one frame
/// that share no cell may be sent in any order, so those of one style can be grouped.
enum OutputOrder {
  /// Consecutive pieces that are drawn alike and need no movement between them.
  private struct Run {
    var pieces: Range<Int>
    var rendition: Rendition
  }

  /// The pieces grouped by rendition; `nil` when that saves nothing, or when they may not be reordered.
  ///
  /// - Parameter current: What the terminal currently draws with; pieces with this rendition go first.
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
    // The last run may have been drawn over the columns of that row before this one.
    var reached = Position(row: -1, column: 0)
    func reach(of piece: OutputPiece) -> Int { piece.end == nil ? piece.columns.upperBound : 0 }
    for index in pieces.indices {
      let piece = pieces[index]
      // What a terminal may have drawn over must be sent after it.
      if reached.row == piece.place.row, piece.place.column < reached.column {
        runs[runs.count - 1].pieces = runs[runs.count - 1].pieces.lowerBound..<index + 1
        reached.column = max(reached.column, reach(of: piece))
        continue
      }
      reached = Position(row: piece.place.row, column: reach(of: piece))
      if var run = runs.last, piece.place == pieces[index - 1].end {
        // Blanks join what precedes them if they look alike.
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
