import Typesetting

/// In which form articles are given to a command.
public enum PipeFormat: String, Sendable, Hashable, CaseIterable {
  case text, markdown, json

  var next: PipeFormat {
    let all = PipeFormat.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  var message: Message {
    switch self {
    case .text: .pipeText
    case .markdown: .pipeMarkdown
    case .json: .pipeJSON
    }
  }
}

/// What a command printed, in a room of its own.
struct OutputState: Sendable {
  var command: String
  /// 0 when all went well.
  var status: Int32
  private(set) var top = 0
  private var lines: [String]
  /// The lines, folded at a width.
  private(set) var rows: [CellText] = []
  private var widthInCells = 0

  init(command: String, text: String, status: Int32) {
    self.command = command
    self.status = status
    lines = Self.withoutColors(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  /// Colours and the like (ECMA-48, CSI … m and K) say nothing here; what else is in the text is sanitized when it is set.
  private static func withoutColors(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}", rest.first == "[" {
        let end = rest.dropFirst().firstIndex { (0x40...0x7E).contains($0.value) }
        rest = end.map { rest[rest.index(after: $0)...] } ?? rest[rest.endIndex...]
      } else if scalar == "\t" {
        plain.append(contentsOf: "    ".unicodeScalars)
      } else if scalar != "\r" {
        plain.append(scalar)
      }
    }
    return String(plain)
  }

  mutating func set(widthInCells: Int, height: Int, ambiguous: AmbiguousWidth) {
    if widthInCells != self.widthInCells {
      self.widthInCells = widthInCells
      rows = lines.flatMap { Self.folded(CellText($0, ambiguous: ambiguous), widthInCells) }
    }
    top = max(0, min(top, rows.count - height))
  }

  mutating func scroll(by steps: Int, height: Int) { top = top.moved(by: steps, within: rows.count - height + 1) }

  private static func folded(_ text: CellText, _ width: Int) -> [CellText] {
    var rows: [CellText] = []
    var start = 0
    var taken = 0
    for (index, glyph) in text.glyphs.enumerated() {
      if taken + Int(glyph.widthInCells) > width {
        rows.append(text.part(start..<index))
        start = index
        taken = 0
      }
      taken += Int(glyph.widthInCells)
    }
    return rows + [text.part(start..<text.glyphs.count)]
  }
}

extension State {
  /// The articles that a command would get: those marked, else the one that is read or selected.
  private var articlesToPipe: [ArticleID] {
    if room != .reader, !marked.isEmpty { return marked }
    return articleRow.map { [$0.id] } ?? []
  }

  mutating func askForPipe() {
    guard !articlesToPipe.isEmpty else {
      notice = Notice(text: say(.noArticles))
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
    notice = Notice(text: say(.commandRuns, command))
    return [.pipe(ids, as: pipeFormat, command: command)]
  }

  mutating func toggleMarked() {
    guard let row = currentList?.selectedRow else { return }
    if let index = marked.firstIndex(of: row.id) { marked.remove(at: index) } else { marked.append(row.id) }
    notice = Notice(text: say(.articlesMarked, marked.count.grouped))
    let height = listHeight
    _ = withList { list in
      list.move(by: 1, height: height)
      return []
    }
  }

  mutating func showOutput(_ state: OutputState) {
    output = state
    enter(.output)
    notice = state.status == 0 ? nil : Notice(text: say(.commandFailed, String(state.status)), isError: true)
  }

  mutating func performInOutput(_ command: Command) -> [Effect] {
    let height = screen.body.rows
    if let steps = (command == .open ? .pageDown : command).steps(onPageOf: height) {
      output?.scroll(by: steps, height: height)
      return []
    }
    switch command {
    case .left: return perform(.back)
    default: break
    }
    return []
  }

  func drawOutput(on canvas: inout Canvas) {
    guard let output else { return }
    drawHeader("| " + sanitizedLine(output.command), "", on: &canvas)
    let body = screen.body
    if output.rows.isEmpty {
      canvas.write(say(.noOutput), row: body.row, column: 2, end: size.columns, role: .aside)
    }
    for (offset, text) in output.rows.dropFirst(output.top).prefix(body.rows).enumerated() {
      canvas.write(text, row: body.row + offset, column: 1, end: size.columns, style: canvas.palette[.text])
    }
  }
}
