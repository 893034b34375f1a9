/// Drops from a clipping or an exported post (Markdown that a program made from a page) the lines that also occur in
/// other files of its site. Nothing else is dropped: no word, element or place counts against a line here, and headings
/// stay.
struct ClippingCleaner {
  let lines: [Line]
  /// The rules that hold for each line; nil if no repeated lines are known.
  private let rules: LineRules?
  private let isKept: [Bool]

  /// - Parameter profile: What the archive repeats; nil for a file that is read alone and is kept whole.
  init(_ page: Page, profile: SiteProfile?) {
    let lines = LineReader.lines(of: page.tree, page.scanner)
    let rules = profile.map { LineRules(lines, page, title: nil, profile: $0) }
    self.lines = lines
    self.rules = rules
    isKept = lines.indices.map { index in
      let context = lines[index].context
      let isFixed = !context.isDisjoint(with: [.heading, .topHeading, .preformatted, .table])
      return isFixed || !(rules?.rules(of: index).contains(where: Self.drops.contains) ?? false)
    }
  }

  /// Two files may share a line by chance, or one may quote the other; three files hardly ever do. `LineRules` does not
  /// apply these rules to lines that name people, nor to copies of one article.
  private static let drops: [Rule] = [.repeatsInFiles, .repeatsInManyFiles]

  func dropRepeated(_ page: inout Page) {
    guard isKept.contains(false) else { return }
    LineSweep.drop(lines, in: &page) { isKept[$0] }
  }

  var diagnostics: [Diagnostic] {
    let count = isKept.count { !$0 }
    guard count > 0 else { return [] }
    return [
      Diagnostic(
        kind: "repeated-lines", line: 0,
        message: "\(count) \(count == 1 ? "line" : "lines") not shown, which other files of the site have too")
    ]
  }

  /// The verdict on each line, for people who ask why.
  func trace(of page: Page) -> [LineVerdict] {
    lines.indices.map { index in
      let reasons = rules?.rules(of: index).filter(Self.drops.contains) ?? []
      return LineVerdict(
        text: page.tree.text(from: Int(lines[index].first), through: Int(lines[index].last)), isKept: isKept[index],
        isShown: isKept[index], score: isKept[index] ? 0 : reasons.reduce(0) { $0 + RuleWeights.inSecondPass($1) },
        exemption: nil, rules: reasons.map { LineVerdict.Reason(rule: $0.id, weight: RuleWeights.inSecondPass($0)) })
    }
  }
}
