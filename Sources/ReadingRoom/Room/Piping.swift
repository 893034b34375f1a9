extension State {
  /// The articles that a command would get: the marked ones, otherwise the open or selected one.
  private var articlesToPipe: [ArticleHandle] {
    if room != .reader, !marked.isEmpty { return marked }
    return articleRow.map { [$0.id] } ?? []
  }

  mutating func askForPipe() {
    guard !articlesToPipe.isEmpty else {
      notice = Notice(text: localized(.noArticles))
      return
    }
    prompt = Prompt(kind: .pipe)
  }

  mutating func pipe(to command: String) -> [Effect] {
    let command = command.split(whereSeparator: \.isNewline).joined(separator: " ")
    let ids = articlesToPipe
    guard command.contains(where: { !$0.isWhitespace }), !ids.isEmpty else { return [] }
    pipeHistory.removeAll { $0 == command }
    pipeHistory.append(command)
    notice = Notice(text: localized(.commandRuns, command))
    runningCommands.append(command)
    return [.pipe(ids, as: pipeFormat, command: command)]
  }

  mutating func stopCommands() -> [Effect] {
    if runningCommands.isEmpty {
      notice = Notice(text: localized(.noCommandRuns))
      return []
    }
    return [.stopCommands]
  }

  /// Records that a command has ended, by itself or not.
  mutating func recordEnd(of command: String) {
    if let index = runningCommands.firstIndex(of: command) { runningCommands.remove(at: index) }
  }

  mutating func toggleMarked() {
    guard let row = currentList?.selectedRow else { return }
    if let index = marked.firstIndex(of: row.id) { marked.remove(at: index) } else { marked.append(row.id) }
    notice = Notice(text: localized(.articlesMarked, marked.count.grouped))
    let height = listHeight
    _ = withList { list in
      list.move(by: 1, height: height)
      return []
    }
  }

  mutating func showOutput(_ state: OutputState) {
    output = state
    enter(.output)
    notice = state.status == 0 ? nil : Notice(text: localized(.commandFailed, String(state.status)), isError: true)
  }

  mutating func runInOutput(_ command: Command) -> [Effect] {
    let height = screen.body.rows
    if let steps = (command == .open ? .pageDown : command).steps(onPageOf: height) {
      output?.scroll(by: steps, height: height)
      return []
    }
    switch command {
    case .left: return run(.back)
    default: break
    }
    return []
  }
}

extension PipeFormat {
  var message: Message {
    switch self {
    case .text: .pipeText
    case .markdown: .pipeMarkdown
    case .json: .pipeJSON
    }
  }
}
