@testable import ArticleDump

extension FuzzTarget {
  /// The sanitizer: it lets nothing harmful through, and its fast and slow paths agree.
  static let sanitizer = FuzzTarget(name: "sanitizer") { input in
    let text = String(decoding: input, as: UTF8.self)
    for keepsLineBreaks in [false, true] {
      let result = Sanitizer.sanitized(text, keepsLineBreaks: keepsLineBreaks)
      promise(ArticleChecks.isHarmless(result), "a control gets through")
      promise(keepsLineBreaks || !result.utf8.contains(0x0A), "more than one line")
      promise(!result.utf8.contains(0x09), "a tab gets through")
      let again = Sanitizer.sanitized(result, keepsLineBreaks: keepsLineBreaks)
      promise(again.unicodeScalars.elementsEqual(result.unicodeScalars), "not the same the second time")
      var filter = SanitizingFilter(keepsLineBreaks: keepsLineBreaks)
      filter.recordsOffsets = true
      filter.run(text)
      promise(filter.output.unicodeScalars.elementsEqual(result.unicodeScalars), "the two paths disagree")
      promise(filter.outputOffsets.count == text.utf8.count + 1, "an offset is missing")
    }
  }
}
