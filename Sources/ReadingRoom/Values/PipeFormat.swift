/// In which form articles are given to a command.
public enum PipeFormat: String, Sendable, Hashable, CaseIterable {
  case text, markdown, json

  var next: PipeFormat {
    let all = PipeFormat.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
