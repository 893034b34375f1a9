import ArticleDump

extension State {
  mutating func performInReader(_ command: Command) -> [Effect] {
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
      // Vertical text goes on to the left.
      if !settings.setsVertically { return perform(.back) }
      return performInReader(.pageDown)
    case .right: if settings.setsVertically { return performInReader(.pageUp) }
    case .open: break
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
    case .wider: setMeasure(settings.measureInCells + 4)
    case .narrower: setMeasure(min(settings.measureInCells, pageRegion.columns) - 4)
    case .justify:
      settings.justifies.toggle()
      notice = Notice(text: say(settings.justifies ? .justifyOn : .justifyOff))
    case .script: return convertScript()
    case .uncleaned: return toggleUncleaned()
    case .vertical:
      settings.setsVertically.toggle()
      notice = Notice(text: say(settings.setsVertically ? .verticalOn : .verticalOff))
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
    // What the screen cannot show is not counted up in silence.
    let widest = max(20, min(200, pageRegion.columns)) & ~1
    let current = settings.measureInCells
    let narrowed = min(cells, cells < current ? widest : max(widest, current)) & ~1
    settings.measureInCells = max(20, narrowed)
    let isHeld = settings.measureInCells == current
    notice = Notice(text: say(isHeld ? .measureStays : .measureIs, String(min(settings.measureInCells, widest))))
  }

  private mutating func copyText() -> [Effect] {
    guard let reader else { return [] }
    let text = reader.flow.plainText
    notice = Notice(text: say(.copied, reader.flow.leaves.first?.text ?? ""))
    return [.copy(text)]
  }

  // MARK: Sections

  /// Goes to the next heading of the outline, or the one before what is read.
  private mutating func goToSection(by step: Int) {
    guard let reader else { return }
    let flow = reader.flow
    // What a jump to a heading puts below the rows above it is where the reader is already.
    let rows = reader.visibleRows
    guard let here = rows.dropFirst(min(reader.rowsAboveJump, max(0, rows.count - 1))).first else { return }
    let headings = flow.outline.map(\.leaf)
    let target = step > 0 ? headings.first { $0 > here.leaf } : headings.last { $0 < here.leaf }
    guard let target, flow.leaves.indices.contains(target) else {
      notice = Notice(text: say(headings.isEmpty ? .noSections : .noMoreSections))
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
    var finding = Finding(query, in: reader.flow)
    finding.current = finding.first(atOrAfter: reader.topOffset, in: reader.flow) ?? 0
    reader.finding = finding
    reader.showCurrentHit()
  }

  private mutating func goToHit(by step: Int) {
    if reader?.finding == nil, !lastFind.isEmpty {
      find(lastFind)
      if reader?.finding?.hits.isEmpty == false { return }
    }
    guard var finding = reader?.finding, !finding.hits.isEmpty else {
      if !lastFind.isEmpty { notice = Notice(text: say(.noMoreHits, lastFind)) }
      return
    }
    let target: Int
    if var reader, !reader.showsCurrentHit {
      // Whoever read on, or came from a search, goes on from the page at hand.
      self.reader = nil
      let next = finding.index(atOrAfter: reader.topOffset, in: reader.flow)
      target = step > 0 ? next : next - 1
      self.reader = reader
    } else {
      target = finding.current + step
    }
    if !finding.hits.indices.contains(target) { notice = Notice(text: say(.wrapped)) }
    finding.current = (target + finding.hits.count) % finding.hits.count
    reader?.finding = finding
    reader?.showCurrentHit()
  }

  // MARK: Script

  /// As written, then the other script, then as written: for this article and all that follow.
  private mutating func convertScript() -> [Effect] {
    guard let reader else { return [] }
    if settings.script != nil || reader.script != nil {
      show(script: nil)
      return []
    }
    notice = Notice(text: say(.converting))
    return convert(to: reader.loaded.article.isTraditional ? .simplified : .traditional)
  }

  /// Shows the text as it was written, or asks for it in a script.
  @discardableResult mutating func show(script: Script?) -> [Effect] {
    if let script {
      notice = Notice(text: say(.converting))
      return convert(to: script)
    }
    settings.script = nil
    notice = Notice(text: say(.asWritten))
    if let reader, reader.script != nil {
      let flow = Flow(reader.loaded.article, language: language, charactersPerMinute: settings.charactersPerMinute)
      self.reader?.script = nil
      self.reader?.offsetOfArticle = nil
      self.reader?.replace(flow)
    }
    return []
  }

  /// What brings the article that has just been opened into the reader's script.
  mutating func convertOpened() -> [Effect] {
    guard let script = settings.script, let article = reader?.loaded.article, hasConverter,
      article.isWrittenOtherwise(than: script)
    else { return [] }
    return convert(to: script)
  }

  private mutating func convert(to script: Script) -> [Effect] {
    guard let reader else { return [] }
    let flow =
      reader.script == nil
      ? reader.flow
      : Flow(reader.loaded.article, language: language, charactersPerMinute: settings.charactersPerMinute)
    return [.convertScript(reader.id, script, flow.leaves.map(\.text))]
  }

  mutating func adopt(_ texts: [String]?, id: ArticleID, script: Script) {
    guard let texts else {
      hasConverter = false
      notice = Notice(text: say(.noConverter))
      return
    }
    hasConverter = true
    guard let reader, reader.id == id, texts.count == reader.flow.leaves.count else { return }
    let wanted = reader.finding?.query
    self.reader?.script = script
    self.reader?.replace(reader.flow.rewording(texts))
    if let wanted { find(wanted) }
    // What the setting asked for goes without saying.
    guard settings.script != script else { return }
    settings.script = script
    notice = Notice(text: say(script == .simplified ? .toSimplified : .toTraditional))
  }
}

extension ReaderState {
  /// The place to keep, in the words of the article as it was written.
  var keptOffset: Int {
    if let offsetOfArticle { return offsetOfArticle }
    guard script != nil, let original else { return topOffset }
    return ReaderState.offset(flow.locate(topOffset), in: original, from: flow)
  }

  /// Brings the current hit into sight, a third of the screen down if it was out of it.
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

  /// Whether the current hit is on the page; sets what is not set yet.
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
  /// The same leaves in other words; styles keep their share of each text.
  func rewording(_ texts: [String]) -> Flow {
    var flow = self
    flow.reword { index, leaf in
      let text = sanitizedParagraph(texts[index])
      let old = max(1, leaf.text.utf8.count)
      let new = text.utf8.count
      if new != old {
        let boundaries = text.unicodeScalars
        func scaled(_ offset: Int) -> Int {
          // A conversion seldom changes a length; where it does, an end moves to the next character.
          let wanted = offset * new / old
          let index = text.utf8.index(text.utf8.startIndex, offsetBy: min(wanted, new))
          let rounded = index.samePosition(in: boundaries) ?? text.unicodeScalars.index(after: index)
          return text.utf8.distance(from: text.utf8.startIndex, to: rounded)
        }
        leaf.runs = leaf.runs.compactMap { run in
          let range =
            scaled(run.utf8Range.lowerBound)..<max(scaled(run.utf8Range.lowerBound), scaled(run.utf8Range.upperBound))
          return range.isEmpty ? nil : StyleRun(utf8Range: range, style: run.style, url: run.url)
        }
        if case .table(let rows, let headRowCount) = leaf.kind {
          leaf.kind = .table(
            rows.map { $0.map { scaled($0.lowerBound)..<max(scaled($0.lowerBound), scaled($0.upperBound)) } },
            headRowCount: headRowCount)
        }
      }
      leaf.text = text
    }
    return flow
  }

  /// The text as the article has it, one line a paragraph: without the room's numbers and labels.
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
