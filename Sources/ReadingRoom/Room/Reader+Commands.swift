import ArticleDump

extension State {
  mutating func runInReader(_ command: Command) -> [Effect] {
    guard reader != nil else { return [] }
    let height = reader?.height ?? 1
    switch command {
    case .lineDown: reader?.scroll(by: 1)
    case .lineUp: reader?.scroll(by: -1)
    case .pageDown:
      let before = reader?.top
      reader?.pageDown()
      if before == reader?.top {
        notice = Notice(text: endOfArticle)
      }
    case .pageUp: reader?.pageUp()
    case .halfPageDown: reader?.scroll(by: max(1, height / 2))
    case .halfPageUp: reader?.scroll(by: -max(1, height / 2))
    case .first:
      markJump()
      reader?.go(to: 0)
    case .last:
      markJump()
      reader?.goToEnd()
    case .left:
      // Vertical text continues to the left.
      if !settings.setsVertically { return run(.back) }
      return runInReader(.pageDown)
    case .right: if settings.setsVertically { return runInReader(.pageUp) }
    case .open: break
    case .focus where lookup != nil: lookup?.pane.isFocused = true
    case .focus:
      if pane == nil { openPane(focused: true) } else { pane?.isFocused = true }
    case .find:
      prompt = Prompt(kind: .find, former: lastFind, formerOffset: reader?.topOffset ?? 0)
    case .nextHit: goToHit(by: 1)
    case .previousHit: goToHit(by: -1)
    case .nextSection: goToSection(by: 1)
    case .previousSection: goToSection(by: -1)
    case .nextArticle: return openNeighbour(by: 1)
    case .previousArticle: return openNeighbour(by: -1)
    case .setMark: prompt = Prompt(kind: .setMark)
    case .goToMark: prompt = Prompt(kind: .goToMark)
    case .copyText: return copyText()
    case .select: beginSelection()
    case .lookUp: return lookUpSelection()
    case .readAloud: toggleReadingAloud()
    case .pauseReading: pauseReadingAloud()
    case .nextSentence: moveReadingAloud(by: 1)
    case .previousSentence: moveReadingAloud(by: -1)
    case .faster: changeSpeechRate(by: State.speechRateStep)
    case .slower: changeSpeechRate(by: -State.speechRateStep)
    case .wider: setMeasure(settings.measureInCells + 4)
    case .narrower: setMeasure(min(settings.measureInCells, pageRegion.columns) - 4)
    case .justify:
      settings.justifies.toggle()
      notice = Notice(text: localized(settings.justifies ? .justifyOn : .justifyOff))
    case .script: toggleScript()
    case .reading: cycleReading()
    case .uncleaned: return toggleUncleaned()
    case .vertical:
      settings.setsVertically.toggle()
      notice = Notice(text: localized(settings.setsVertically ? .verticalOn : .verticalOff))
    default: break
    }
    return []
  }

  /// Remembers where a jump starts.
  mutating func markJump() {
    let offset = reader?.topOffset
    reader?.jumpOrigin = offset
  }

  mutating func setMeasure(_ cells: Int) {
    // A change that the screen cannot show is not made silently.
    let (least, most) = (Settings.measures.lowerBound, Settings.measures.upperBound)
    let widest = max(least, min(most, pageRegion.columns)) & ~1
    let current = settings.measureInCells
    let narrowed = min(cells, cells < current ? widest : max(widest, current)) & ~1
    settings.measureInCells = max(least, narrowed)
    let isHeld = settings.measureInCells == current
    notice = Notice(text: localized(isHeld ? .measureStays : .measureIs, String(min(settings.measureInCells, widest))))
  }

  private mutating func copyText() -> [Effect] {
    guard let reader else { return [] }
    let text = reader.flow.plainText
    notice = Notice(text: localized(.copied, reader.flow.leaves.first?.text ?? ""))
    return [.copy(text)]
  }

  // MARK: Sections

  /// Moves to the next heading of the outline, or to the one before the current place.
  private mutating func goToSection(by step: Int) {
    guard let reader else { return }
    let flow = reader.flow
    // After a jump, a heading is below the rows that are kept above it: it is already the reader's place.
    let rows = reader.visibleRows
    guard let here = rows.dropFirst(min(reader.rowsAboveJump, max(0, rows.count - 1))).first else { return }
    let headings = flow.outline.map(\.leaf)
    let target = step > 0 ? headings.first { $0 > here.leaf } : headings.last { $0 < here.leaf }
    guard let target, flow.leaves.indices.contains(target) else {
      notice = Notice(text: localized(headings.isEmpty ? .noSections : .noMoreSections))
      return
    }
    jump(to: flow.leaves[target].base)
  }

  // MARK: Finding

  mutating func find(_ query: String) {
    guard var reader else { return }
    self.reader = nil
    defer { self.reader = reader }
    guard !query.isEmpty else {
      reader.finding = nil
      return
    }
    reader.finding = reader.findingFromTop(query)
    reader.showCurrentHit()
  }

  private mutating func goToHit(by step: Int) {
    if reader?.finding == nil, !lastFind.isEmpty {
      find(lastFind)
      if reader?.finding?.hits.isEmpty == false { return }
    }
    guard var finding = reader?.finding, !finding.hits.isEmpty else {
      if !lastFind.isEmpty { notice = Notice(text: localized(.noMoreHits, lastFind)) }
      return
    }
    let target: Int
    if var reader, !reader.showsCurrentHit {
      // If the reader has read on, or came from a search, the search continues from the current page.
      self.reader = nil
      let next = finding.index(atOrAfter: reader.topOffset, in: reader.flow)
      target = step > 0 ? next : next - 1
      self.reader = reader
    } else {
      target = finding.current + step
    }
    if !finding.hits.indices.contains(target) { notice = Notice(text: localized(.wrapped)) }
    finding.current = (target + finding.hits.count) % finding.hits.count
    reader?.finding = finding
    reader?.showCurrentHit()
  }
}

extension ReaderState {
  /// Scrolls the current hit into view, a third of the screen down if it was not visible.
  mutating func showCurrentHit() {
    guard let offset = currentHitOffset, !showsCurrentHit else { return }
    jumpOrigin = topOffset
    go(to: offset, rowsAbove: height / 3)
  }

  /// Where the current hit begins in the reading text.
  private var currentHitOffset: Int? {
    guard let finding, finding.hits.indices.contains(finding.current) else { return nil }
    let hit = finding.hits[finding.current]
    return flow.leaves[hit.leaf].base + hit.utf8Range.lowerBound
  }

  /// Whether the current hit is on the page; otherwise adds what is missing.
  var showsCurrentHit: Bool {
    mutating get {
      guard let offset = currentHitOffset else { return false }
      let row = place(of: offset)
      let visible = visibleRows
      guard let first = visible.first, let last = visible.last else { return false }
      return row >= first && row <= last
    }
  }
}

extension Flow {
  /// The text as in the article, one line for each paragraph, without the room's numbers and labels.
  var plainText: String {
    leaves.filter { leaf in
      switch leaf.kind {
      case .factLine, .ornament, .rule, .note, .noteHeading: false
      default: true
      }
    }.map(\.withoutAsides).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension Leaf {
  fileprivate var withoutAsides: String {
    var bytes = Array(text.utf8)
    for run in runs.reversed() where run.style.contains(.aside) { bytes.removeSubrange(run.utf8Range) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
