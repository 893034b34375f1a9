/// A reader of untrusted bytes, and the invariants that hold for any input.
///
/// A broken invariant ends the process and is thereby a finding.
struct FuzzTarget: Sendable {
  let name: String
  let run: @Sendable ([UInt8]) -> Void

  /// In alphabetical order, one file each in `Targets`; `Scripts/fuzz` reads the names there.
  static let all: [FuzzTarget] = [
    article, bookmarks, frontMatter, json, keys, markdown, query, sanitizer, sources, toml, typesetting,
  ]
}

/// Ends the process with the sentence when an invariant does not hold. A failed `precondition` prints nothing in a
/// release build, in which all fuzzing happens.
func promise(_ holds: Bool, _ sentence: @autoclosure () -> String) {
  if !holds { fatalError(sentence()) }
}
