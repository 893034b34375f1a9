import ArticleDump

extension State {
  /// Handles a key while a question is asked.
  mutating func handlePromptKey(_ key: Key) -> [Effect] {
    guard var prompt else { return [] }
    if key.code == .escape || key == Key("c", .control) || key == Key("g", .control) { return drop() }
    if !prompt.acceptsText {
      self.prompt = nil
      guard case .character(let letter) = key.code, key.modifiers.isEmpty else { return [] }
      return prompt.kind == .setMark ? setMark(letter) : goToMark(letter)
    }
    switch key.code {
    case .enter: return finish()
    case .tab where prompt.kind == .pipe:
      pipeFormat = pipeFormat.next()
      return []
    case .tab where prompt.kind == .filter:
      var changed = list
      guard changed.complete(&prompt.field, by: key.modifiers.contains(.shift) ? -1 : 1) else { return [] }
      self.prompt = prompt
      let effects = promptChanged()
      list.completion = changed.completion
      return effects
    case .tab where prompt.kind == .command:
      complete(by: key.modifiers.contains(.shift) ? -1 : 1)
      return []
    case .up, .down:
      if prompt.kind == .pipe { recall(by: key.code == .up ? -1 : 1, in: pipeHistory) }
      if prompt.kind == .command { recall(by: key.code == .up ? -1 : 1, in: commandHistory) }
      if prompt.kind == .find {
        recall(by: key.code == .up ? -1 : 1, in: finds)
        return promptChanged()
      }
      if prompt.kind == .filter {
        // The selection in the list can move without ending the question.
        self.prompt = nil
        return run(key.code == .up ? .lineUp : .lineDown)
      }
      return []
    case .backspace where prompt.field.isEmpty && ![.note, .tags, .highlightNote].contains(prompt.kind): return drop()
    default:
      guard prompt.field.edit(by: key) else { return [] }
      prompt.completions = []
      list.completion = nil
      prompt.completion = nil
      self.prompt = prompt
      return promptChanged()
    }
  }

  /// Immediately shows the effect of the words typed so far.
  mutating func promptChanged() -> [Effect] {
    guard let prompt else { return [] }
    switch prompt.kind {
    case .filter:
      let text = prompt.field.text
      guard text != list.query.text else { return [] }
      return changeFromStart { $0.text = text }
    case .find:
      reader?.go(to: prompt.formerOffset)
      find(prompt.field.text)
    default: break
    }
    return []
  }

  private mutating func drop() -> [Effect] {
    guard let prompt else { return [] }
    self.prompt = nil
    switch prompt.kind {
    case .filter:
      guard list.query.text != prompt.former else { return [] }
      return changeFromStart { $0.text = prompt.former }
    case .find:
      reader?.finding = nil
      reader?.go(to: prompt.formerOffset)
    default: break
    }
    return []
  }

  private mutating func finish() -> [Effect] {
    guard let prompt else { return [] }
    self.prompt = nil
    let text = prompt.field.text
    switch prompt.kind {
    case .filter:
      list.completion = nil
      if text.isEmpty, !prompt.former.isEmpty {
        var former = list.query
        former.text = prompt.former
        recordUndo(.query(.library, former))
        notice = Notice(text: localized(.filterDropped, label(of: .undo, in: .list)))
      }
      list.problem.map { notice = Notice(text: $0.sentence, isError: true) }
      guard list.count == 0, let suggestion = list.suggestion else { return [] }
      return changeFromStart { $0.text = suggestion }
    case .find:
      if text.isEmpty {
        if !lastFind.isEmpty { find(lastFind) }
      } else {
        lastFind = text
        finds.removeAll { $0 == text }
        finds.append(text)
        if finds.count > 100 { finds.removeFirst() }
      }
      if reader?.finding?.hits.isEmpty == true {
        notice = Notice(text: localized(.noMoreHits, lastFind))
        reader?.finding = nil
      }
      // The pane shows where the words occur.
      if let pane {
        openPane(focused: pane.isFocused)
      }
      return []
    case .date:
      guard let date = Timestamp(typed: text) else {
        notice = Notice(text: localized(.noDate, text))
        return []
      }
      return goToDate(date)
    case .link:
      guard let url = Int(text).flatMap({ reader?.flow.link(number: $0) })?.url else {
        notice = Notice(text: localized(.noLink, text))
        return []
      }
      if let id = reader?.loaded.articlesByURL[url] { return open(id) }
      return open(url: url)
    case .command:
      if !text.isEmpty {
        commandHistory.removeAll { $0 == text }
        commandHistory.append(text)
        if commandHistory.count > 100 { commandHistory.removeFirst() }
      }
      return run(text)
    case .note, .tags:
      guard let bookmark = bookmarkList.all?.first(where: { $0.key == prompt.key }) else { return [] }
      let note = prompt.kind == .note ? bookmark.note(text: text) : bookmark.note(tags: text)
      guard note != bookmark.note else {
        notice = Notice(text: localized(.unchanged))
        return []
      }
      notice = Notice(text: localized(prompt.kind == .note ? .noteKept : .tagsKept))
      return setNote(note, of: bookmark)
    case .highlightNote: return setHighlightNote(text, key: prompt.key)
    case .searchName(let subject): return name(subject, text)
    case .pipe: return pipe(to: text)
    case .word(let dictionary): return lookUp(text, dictionary: dictionary)
    case .setMark, .goToMark: return []
    }
  }

  private mutating func setMark(_ letter: String) -> [Effect] {
    guard var reader, letter != "'" else { return [] }
    reader.marks[letter] = reader.keptOffset
    self.reader = reader
    notice = Notice(text: localized(.markSet, letter))
    return [.saveMarks(reader.id, reader.marks)]
  }

  private mutating func goToMark(_ letter: String) -> [Effect] {
    guard let reader else { return [] }
    if letter == "'" {
      if let origin = reader.jumpOrigin {
        self.reader?.jumpOrigin = reader.topOffset
        self.reader?.go(to: origin)
      }
      return []
    }
    guard let offset = reader.marks[letter] else {
      notice = Notice(text: localized(.noMark, letter))
      return []
    }
    self.reader?.jumpOrigin = reader.topOffset
    self.reader?.go(to: reader.shownOffset(ofWritten: offset))
    return []
  }

  private mutating func recall(by step: Int, in history: [String]) {
    guard !history.isEmpty else { return }
    let index = (prompt?.historyIndex ?? history.count) + step
    guard index >= 0 else { return }
    if index >= history.count {
      prompt?.historyIndex = nil
      prompt?.field = TextField()
    } else {
      prompt?.historyIndex = index
      prompt?.field = TextField(history[index])
    }
  }

  private mutating func complete(by step: Int) {
    guard var prompt else { return }
    if prompt.completions.isEmpty {
      prompt.completions = completions(of: prompt.field.text)
      prompt.completion = nil
    }
    guard !prompt.completions.isEmpty else { return }
    let count = prompt.completions.count
    let index = prompt.completion.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    prompt.completion = index
    prompt.field = TextField(prompt.completions[index])
    if count == 1 { prompt.completions = [] }
    self.prompt = prompt
  }
}

extension Timestamp {
  /// The end of the year, month or day that was typed: `2023`, `2023-07`, `2023-7-17`, `2023年7月17日`.
  init?(typed text: String) {
    let parts = text.split { !$0.isNumber }.map { Int($0) ?? -1 }
    guard let year = parts.first, 1...9999 ~= year, parts.count <= 3 else { return nil }
    let month = parts.count > 1 ? parts[1] : 12
    guard 1...12 ~= month else { return nil }
    let day = parts.count > 2 ? parts[2] : 31
    guard 1...31 ~= day else { return nil }
    // The day after the last one, minus a second.
    var end = CivilTime.daysSinceEpoch(year: year, month: month, day: 1)
    if parts.count > 2 {
      end += day
    } else {
      end =
        month == 12
        ? CivilTime.daysSinceEpoch(year: year + 1, month: 1, day: 1)
        : CivilTime.daysSinceEpoch(year: year, month: month + 1, day: 1)
    }
    self.init(secondsSinceEpoch: Int64(end) * 86_400 - 1)
    hasZone = false
  }
}
