/// A grapheme cluster as the terminal shows it.
struct Cluster {
  /// The UTF-8 offset after it.
  var end: Int
  /// 0, 1 or 2.
  var widthInCells: Int
  /// Terminals disagree on the width, or were not measured. Sure are only the scalars that `Scripts/generate-unicode`
  /// lists, with the marks that it lists; a flag; and an emoji in its default style.
  var isWidthUncertain = false
}

extension UTF8Text {
  /// The cluster that starts at an offset.
  ///
  /// The width is that of all its scalars together, at most two: a base with its marks, a flag, a family, a keycap
  /// are one glyph. Sources: UAX #11; UTS #51, 2.2 and 2.3.
  @inline(__always) func cluster(at offset: Int, ambiguous: AmbiguousWidth) -> Cluster {
    let (category, length) = category(at: offset)
    return cluster(startingWith: category, endingAt: offset &+ length, ambiguous: ambiguous)
  }

  /// The cluster whose first scalar is known.
  @inline(__always) func cluster(
    startingWith first: ScalarCategory, endingAt firstEnd: Int, ambiguous: AmbiguousWidth
  ) -> Cluster {
    let cells = first.cells
    let width = cells.code == 3 ? ambiguous.rawValue : cells.standsAlone ? 1 : Int(cells.code)
    if first.grapheme.rawValue != 0 || !endsCluster(at: firstEnd) {
      guard firstEnd < count else {
        return Cluster(end: firstEnd, widthInCells: width, isWidthUncertain: !first.isWidthSure || width == 0)
      }
      let next = category(at: firstEnd).category
      if !GraphemeBreaker.alwaysParts(first.grapheme, next.grapheme) {
        return longCluster(startingWith: first, width: width, endingAt: firstEnd, ambiguous: ambiguous)
      }
    }
    // A mark is sure on a base, but not by itself.
    return Cluster(end: firstEnd, widthInCells: width, isWidthUncertain: !first.isWidthSure || width == 0)
  }

  private func longCluster(
    startingWith first: ScalarCategory, width firstWidth: Int, endingAt firstEnd: Int, ambiguous: AmbiguousWidth
  ) -> Cluster {
    var breaker = GraphemeBreaker(first: first.grapheme)
    var cluster = Cluster(
      end: firstEnd, widthInCells: firstWidth, isWidthUncertain: !first.isWidthSure || firstWidth == 0)
    let isFlag = first.grapheme.breakClass == .regionalIndicator
    while cluster.end < count {
      let (value, length) = scalar(at: cluster.end)
      let category = ScalarCategory(value)
      if breaker.endsCluster(before: category.grapheme) { break }
      let cells = category.cells
      if value == 0xFE0F {
        if first.cells.hasEmojiStyle {
          if cluster.widthInCells != 2 { cluster.isWidthUncertain = true }
          cluster.widthInCells = 2
        }
      } else if value == 0xFE0E {
        // The style of text: wide emoji become narrow in some terminals.
        if cluster.widthInCells != 1 { cluster.isWidthUncertain = true }
      } else {
        let added = cells.code == 3 ? ambiguous.rawValue : Int(cells.code)
        if isFlag, category.grapheme.breakClass == .regionalIndicator {
          // A single one is wide in some terminals and narrow in others; two are a flag everywhere.
          cluster.isWidthUncertain = false
        } else if added > 0 || !category.isWidthSure {
          cluster.isWidthUncertain = true
        }
        cluster.widthInCells = min(2, cluster.widthInCells + added)
      }
      cluster.end += length
    }
    return cluster
  }
}
