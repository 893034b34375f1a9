/// The step that read facts from a line and removed it, after all lines were decided.
public enum CleaningStep: String, Sendable, CaseIterable {
  /// Above the first sentence: the title again, a person, the date.
  case head
  /// Below the last: the date.
  case tail
}
