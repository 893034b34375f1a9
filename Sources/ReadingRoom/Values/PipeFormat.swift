/// The format in which articles are passed to a command.
public enum PipeFormat: String, Sendable, Hashable, CaseIterable {
  /// As written by `yuelan export`: plain text, Markdown, or JSON.
  case text, markdown, json
}
