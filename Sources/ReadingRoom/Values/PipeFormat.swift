/// In which form articles are given to a command.
public enum PipeFormat: String, Sendable, Hashable, CaseIterable {
  /// As `yuelan export` writes them: plain text, Markdown, or JSON.
  case text, markdown, json
}
