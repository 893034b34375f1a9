/// A reader of bytes that anybody may have written, and the promises that hold whatever they are.
///
/// A promise that does not hold ends the process and so is a finding.
struct FuzzTarget: Sendable {
  let name: String
  let run: @Sendable ([UInt8]) -> Void

  /// In the order of their names, one file each in `Targets`; `Scripts/fuzz` reads the names there.
  static let all: [FuzzTarget] = [
    article, bookmarks, frontMatter, json, keys, markdown, query, sanitizer, sources, toml, typesetting,
  ]
}

/// Ends the process, with the sentence, when a promise does not hold. A failed `precondition` says nothing in a release
/// build, where all fuzzing happens.
func promise(_ holds: Bool, _ sentence: @autoclosure () -> String) {
  if !holds { fatalError(sentence()) }
}
