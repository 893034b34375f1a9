/// In which form articles are given to a command.
public enum PipeFormat: String, Sendable, Hashable, CaseIterable {
  /// As `yuelan export` writes them: plain text, Markdown, or JSON.
  case text, markdown, json

  var next: PipeFormat {
    let all = PipeFormat.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
