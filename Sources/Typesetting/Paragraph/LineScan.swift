/// The search for the end of one line.
struct LineScan {
  /// A place where the line may end.
  private struct Candidate {
    var offset = -1
    var widthInCells = 0
    var breaker: LineBreaker
  }

  /// A mark was added although the line has no room for it; it may stay if the line can end right after it.
  private enum Surplus: Equatable {
    case none
    case hanging(widthInCells: Int)
    case pushedIn
  }

  private let text: UTF8Text
  private let style: LineWrapper.Style
  private let start: Int
  private let limit: Int
  /// The line has to end before this offset.
  private let endingBefore: Int
  /// The line ends at this offset, whatever its width.
  private let endingAt: Int
  private let usesFastPath: Bool

  private var position: Int
  private var breaker: LineBreaker
  /// Width of all clusters taken: including blanks, and up to the last cluster that is not a blank.
  private var width = 0
  private var visibleWidth = 0
  private var gapCount = 0
  private var hasContent: Bool
  private var surplus = Surplus.none
  private var previousKind = AutospaceKind.none
  private var markSpacing: MarkSpacing
  /// The last cluster is one ideograph, or one ASCII letter or digit, and the breaker's state holds nothing else.
  private var followsIdeograph = false
  private var followsWord = false

  private var allowed: Candidate
  private var soft: Candidate
  /// For a line without an opportunity: the last place of the best quality so far.
  private var fallback: Candidate
  private var fallbackQuality = LineWrapper.Quality.withinPair

  /// The breaker's state at the end of the line that `run` found.
  private(set) var endBreaker: LineBreaker
  private(set) var endsBetweenIdeographs = false

  init(_ wrapper: LineWrapper, breaker: LineBreaker, limit: Int, endingBefore: Int = .max, endingAt: Int = .max) {
    text = wrapper.text
    style = wrapper.style
    start = wrapper.offset
    position = start
    self.limit = limit
    self.endingBefore = endingBefore
    self.endingAt = endingAt
    usesFastPath = style.usesFastPath && endingBefore == .max && endingAt == .max
    self.breaker = breaker
    markSpacing = style.markSpacing
    hasContent = !(wrapper.startsSegment && style.stripsPadding)
    allowed = Candidate(breaker: breaker)
    soft = allowed
    fallback = allowed
    endBreaker = breaker
    followsIdeograph = wrapper.followsIdeograph
    if followsIdeograph { previousKind = .ideograph }
  }

  mutating func run() -> LineWrapper.WrappedLine {
    while position < text.count {
      if usesFastPath, surplus == .none {
        if followsIdeograph {
          if skipIdeographs() { return endBetweenIdeographs() }
        } else if followsWord {
          skipWord()
        }
        if position >= text.count { break }
      }
      if position >= endingAt { return endHere(isFinal: false) }
      if let line = addCluster() { return line }
    }
    return endHere(isFinal: true)
  }

  // MARK: One cluster

  /// Adds the next cluster by all rules, or ends the line before it, or after it if it is a forced break.
  private mutating func addCluster() -> LineWrapper.WrappedLine? {
    let (category, length) = text.category(at: position)
    let firstEnd = position &+ length
    let before = breaker
    let decision = breaker.advance(over: category, at: position, endingAt: firstEnd, in: text)
    let cluster = text.cluster(startingWith: category, endingAt: firstEnd, ambiguous: style.ambiguous)
    if cluster.end > firstEnd { absorbRest(from: firstEnd, to: cluster.end) }
    let clusterWidth = cluster.widthInCells

    if category.lineBreakClass.isIn(.hardBreaks) {
      position = cluster.end
      return endHere(isFinal: true)
    }
    let cells = category.cells
    if cells.isBlank {
      if visibleWidth > 0 {
        width &+= clusterWidth
      } else if hasContent {
        width = min(width + clusterWidth, limit - 2)  // the first cluster keeps two columns
      }
      previousKind = .none
      if visibleWidth > 0 { markSpacing.passBlank() }
      advance(to: cluster.end, category)
      return nil
    }
    if clusterWidth == 0 {
      advance(to: cluster.end, category)
      return nil
    }

    let hasPredecessor = visibleWidth > 0
    if hasPredecessor {
      if surplus != .none { return decision >= .soft ? endBefore(before) : endAtBestCandidate() }
      if position >= endingBefore { return endAtBestCandidate() }
      register(decision, before: category, before)
    }
    hasContent = true
    let kind = cells.autospace
    let gap = style.spacesHanAndLatin && previousKind.wantsGap(before: kind) ? 1 : 0
    let blank = markSpacing.columns(
      before: category, widthInCells: clusterWidth, endingAt: cluster.end, in: text)
    if width &+ gap &+ blank &+ clusterWidth > limit, hasPredecessor {
      guard decision == .prohibited, letIn(category.mark, width: clusterWidth, after: before) else {
        return endAtBestCandidate()
      }
      advance(to: cluster.end, category)
      return nil
    }
    width &+= gap &+ blank &+ clusterWidth
    gapCount &+= gap &+ (blank > 0 ? markSpacing.squeezableColumns : 0)
    visibleWidth = width
    previousKind = kind
    advance(to: cluster.end, category)
    return nil
  }

  private mutating func absorbRest(from start: Int, to end: Int) {
    var offset = start
    while offset < end {
      let (category, length) = text.category(at: offset)
      _ = breaker.advance(over: category, at: offset, endingAt: offset + length, in: text)
      offset += length
    }
  }

  @inline(__always) private mutating func advance(to end: Int, _ category: ScalarCategory) {
    let length = end &- position
    followsIdeograph = length == 3 && text.isIdeograph(at: position) && !breaker.isQuantity && !breaker.isInURL
    followsWord = length == 1 && Self.isWordByte(text.bytes[position])
    position = end
  }

  /// Adds a mark that the line has no room for, by hanging it or by closing gaps.
  private mutating func letIn(_ mark: MarkRole, width clusterWidth: Int, after before: LineBreaker) -> Bool {
    guard mark.neverStartsLine, width == visibleWidth, !before.hasSpaces else { return false }
    if mark.hangs(style.hanging), !before.lastMark.isMark {
      surplus = .hanging(widthInCells: clusterWidth)
      return true
    }
    if gapCount > 0, width - gapCount + clusterWidth <= limit {
      surplus = .pushedIn
      width += clusterWidth - gapCount
      visibleWidth = width
      return true
    }
    return false
  }

  // MARK: Candidates

  @inline(__always) private mutating func register(
    _ decision: BreakOpportunity, before category: ScalarCategory, _ before: LineBreaker
  ) {
    if decision >= .allowed {
      allowed = Candidate(offset: position, widthInCells: visibleWidth, breaker: before)
    } else if decision == .soft {
      soft = Candidate(offset: position, widthInCells: visibleWidth, breaker: before)
    } else if allowed.offset < 0 {
      registerFallback(decision, before: category, before)
    }
  }

  private mutating func registerFallback(
    _ decision: BreakOpportunity, before category: ScalarCategory, _ before: LineBreaker
  ) {
    let quality: LineWrapper.Quality =
      if decision == .escape {
        .escape
      } else if category.mark.neverStartsLine || (category.mark.isPaired && category.mark == before.lastMark) {
        .withinPair
      } else {
        isWithinWord(category, before) ? .word : .any
      }
    guard quality >= fallbackQuality else { return }
    fallback = Candidate(offset: position, widthInCells: visibleWidth, breaker: before)
    fallbackQuality = quality
  }

  /// Whether a break between two clusters does no harm except to the word that it cuts.
  private func isWithinWord(_ category: ScalarCategory, _ before: LineBreaker) -> Bool {
    category.lineBreakClass.isIn(.mayStartLine) && before.last.isIn(.mayEndLine) && !before.hasSpaces
      && !before.lastMark.isSolidus
  }

  private mutating func endAtBestCandidate() -> LineWrapper.WrappedLine {
    if allowed.offset >= 0 {
      // A number stays with its unit unless that would leave more than a quarter of the line blank.
      let isSoftBetter = soft.offset > allowed.offset && limit - allowed.widthInCells > limit / 4
      return isSoftBetter ? end(at: soft, .soft) : end(at: allowed, .allowed)
    }
    if soft.offset >= 0 { return end(at: soft, .soft) }
    if fallback.offset < 0, endingBefore != .max { return LineWrapper.WrappedLine(end: .max, widthInCells: 0) }
    return end(at: fallback, fallbackQuality)
  }

  private mutating func end(at candidate: Candidate, _ quality: LineWrapper.Quality) -> LineWrapper.WrappedLine {
    precondition(candidate.offset > start, "a line takes at least one cluster")
    endBreaker = candidate.breaker
    return LineWrapper.WrappedLine(end: candidate.offset, widthInCells: candidate.widthInCells, quality: quality)
  }

  private mutating func endBefore(_ before: LineBreaker) -> LineWrapper.WrappedLine {
    breaker = before
    return endHere(isFinal: false)
  }

  private mutating func endHere(isFinal: Bool) -> LineWrapper.WrappedLine {
    endBreaker = breaker
    var line = LineWrapper.WrappedLine(end: position, widthInCells: visibleWidth, isFinal: isFinal)
    switch surplus {
    case .none: break
    case .hanging(let width): line.hangInCells = width
    case .pushedIn: line.closesGaps = true
    }
    return line
  }
}

// MARK: - Fast path

extension LineScan {
  /// Takes the ideographs that follow an ideograph: a line may end between any two, and each is a cluster of two cells.
  /// A stop between two of them is taken with the one after it.
  ///
  /// - Returns: Whether an ideograph follows for which the line has no room.
  private mutating func skipIdeographs() -> Bool {
    let end = text.count
    var place = position
    var newWidth = width
    var lastLength = 0
    while place < end {
      if text.isIdeograph(at: place) {
        guard text.endsCluster(at: place &+ 3) else { break }
        if newWidth &+ 2 > limit {
          guard newWidth > 0 else { break }
          finishRun(at: place, newWidth, afterStop: lastLength == 6)
          return true
        }
        place &+= 3
        newWidth &+= 2
        lastLength = 3
      } else if text.isCoreStop(at: place), newWidth > 0, newWidth &+ 4 <= limit, place &+ 3 < end,
        text.isIdeograph(at: place &+ 3), text.endsCluster(at: place &+ 6)
      {
        place &+= 6
        newWidth &+= 4
        lastLength = 6
      } else {
        break
      }
    }
    finishRun(at: place, newWidth, afterStop: lastLength == 6)
    return false
  }

  private mutating func finishRun(at place: Int, _ newWidth: Int, afterStop: Bool) {
    guard place > position else { return }
    if place &- 3 > start {
      if afterStop { breaker.followsCoreStop() } else if place &- 3 > position { breaker.followsIdeographs() }
      allowed = Candidate(offset: place &- 3, widthInCells: newWidth &- 2, breaker: breaker)
    }
    breaker.followsIdeographs()
    hasContent = true
    position = place
    width = newWidth
    visibleWidth = newWidth
    previousKind = .ideograph
    markSpacing.passIdeographs()
  }

  private mutating func endBetweenIdeographs() -> LineWrapper.WrappedLine {
    endsBetweenIdeographs = true
    return endHere(isFinal: false)
  }

  /// Takes the ASCII letters and digits that follow one, between which no line ends (LB23, LB25, LB28), and single
  /// spaces between two of them, where a line may end (LB18), but not after a digit, which may keep the word that
  /// follows.
  private mutating func skipWord() {
    let bytes = text.bytes
    let end = text.count
    var place = position
    var newWidth = width
    while place &+ 1 < end, newWidth < limit, bytes[place &+ 1] < 0x80 {
      let byte = bytes[place]
      if Self.isWordByte(byte) {
        place &+= 1
        newWidth &+= 1
      } else if byte == 0x20, newWidth &+ 1 < limit, place &+ 2 < end, bytes[place &+ 2] < 0x80,
        Self.isWordByte(bytes[place &+ 1]), bytes[place &- 1] &- 0x30 >= 10
      {
        breaker.follows(wordByte: bytes[place &- 1])
        breaker.followsSpace()
        allowed = Candidate(offset: place &+ 1, widthInCells: newWidth, breaker: breaker)
        place &+= 2
        newWidth &+= 2
      } else {
        break
      }
    }
    guard place > position else { return }
    if allowed.offset < 0, fallbackQuality <= .word, place &- 1 > start {
      breaker.follows(wordByte: bytes[place &- 2])
      fallback = Candidate(offset: place &- 1, widthInCells: newWidth &- 1, breaker: breaker)
      fallbackQuality = .word
    }
    breaker.follows(wordByte: bytes[place &- 1])
    previousKind = .alphanumeric
    markSpacing.passWord()
    position = place
    width = newWidth
    visibleWidth = newWidth
  }

  @inline(__always) fileprivate static func isWordByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}

extension LineBreaker {
  /// The state after two ideographs or more.
  @inline(__always) fileprivate mutating func followsIdeographs() {
    last = .ideographic
    isLastEastAsian = true
    lastMark = .none
    beforeLast = .ideographic
    isBeforeLastEastAsian = true
  }

  /// The state after an ideograph and 、 or 。 or ，
  @inline(__always) fileprivate mutating func followsCoreStop() {
    last = .closePunctuation
    isLastEastAsian = true
    lastMark = .coreStop
    beforeLast = .ideographic
    isBeforeLastEastAsian = true
  }

  /// The state after an ASCII letter or digit.
  @inline(__always) fileprivate mutating func follows(wordByte: UInt8) {
    let isDigit = wordByte < 0x3A
    last = isDigit ? .numeric : .alphabetic
    lastMark = .none
    isLastEastAsian = false
    beforeLast = .alphabetic
    isBeforeLastEastAsian = false
    hasSpaces = false
    number = isDigit ? .digits : .none
    isQuantity = isDigit
  }

  @inline(__always) fileprivate mutating func followsSpace() {
    hasSpaces = true
    number = .none
    isInURL = false
  }
}

extension LineBreakGroup {
  /// Characters that may start a line where a word has to be cut.
  fileprivate static var mayStartLine: Self {
    LineBreakClass.alphabetic | .hebrewLetter | .dottedCircle | .unassignedPictographicLetter | .numeric
      | .ideographic | .emojiBase | .unassignedPictograph | .conditionalStarter | .aksara | .aksaraStart
      | .aksaraPrebase | .hangulL | .hangulLV | .hangulLVT | .regionalIndicator | .contingentBreak | .prefixNumeric
      | .openPunctuation
  }

  /// Characters that may end a line where a word has to be cut.
  fileprivate static var mayEndLine: Self {
    LineBreakClass.alphabetic | .hebrewLetter | .dottedCircle | .unassignedPictographicLetter | .numeric
      | .ideographic | .emojiBase | .unassignedPictograph | .aksara | .aksaraStart | .virama | .viramaFinal
      | .hangulL | .hangulV | .hangulT | .hangulLV | .hangulLVT | .regionalIndicator | .contingentBreak
      | .postfixNumeric | .closePunctuation | .closeParenthesis | .exclamation | .infixNumeric | .breakSymbol
      | .nonstarter | .breakAfter | .hyphen | .unambiguousHyphen | .inseparable
  }
}
