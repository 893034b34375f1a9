/// Steps through a text cluster by cluster, with whether a line may end before each.
struct ClusterWalk {
  struct Step {
    var utf8Range: Range<Int>
    /// Of the cluster's first scalar.
    var category: ScalarCategory
    var widthInCells: Int
    /// Whether terminals differ about its width.
    var isWidthUncertain: Bool
    /// Whether a line may end before it.
    var opportunity: BreakOpportunity
    /// For a straight quotation mark: whether it opens or closes here, `none` if it does neither.
    var straightQuote = MarkRole.none
  }

  private let text: UTF8Text
  private let ambiguous: AmbiguousWidth
  private var breaker: LineBreaker
  private var offset = 0

  init(_ text: UTF8Text, _ options: LayoutOptions) {
    self.text = text
    ambiguous = options.ambiguousWidth
    breaker = LineBreaker(tailoring: Tailoring(options.prohibition))
  }

  mutating func next() -> Step? {
    guard offset < text.count else { return nil }
    let start = offset
    let (category, length) = text.category(at: start)
    let opportunity = breaker.advance(over: category, at: start, endingAt: start + length, in: text)
    let cluster = text.cluster(startingWith: category, endingAt: start + length, ambiguous: ambiguous)
    var step = Step(
      utf8Range: start..<cluster.end, category: category, widthInCells: cluster.widthInCells,
      isWidthUncertain: cluster.isWidthUncertain, opportunity: opportunity)
    if category.mark == .straightQuote {
      step.straightQuote =
        breaker.last == .openPunctuation ? .quoteOpen : breaker.last == .closePunctuation ? .quoteClose : .none
    }
    offset = start + length
    while offset < cluster.end {
      let inner = text.category(at: offset)
      _ = breaker.advance(over: inner.category, at: offset, endingAt: offset + inner.length, in: text)
      offset += inner.length
    }
    return step
  }
}
