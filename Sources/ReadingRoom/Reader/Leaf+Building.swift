import ArticleDump

extension Leaf {
  /// A leaf from styled text: sanitized, without padding, with each link followed by its number.
  ///
  /// - Parameter numberOfLink: Called at each link's end with its text and URL; returns the number to show.
  init(_ kind: Kind, styled: StyledText, label: String = "", numberOfLink: (_ text: String, _ url: String) -> Int?) {
    self.init(kind)
    let styled = Sanitizer.sanitized(styled.withoutRubyText)
    let utf8 = styled.text.utf8
    let padding = Leaf.padding(of: styled.text)
    let inner = padding.lead..<max(padding.lead, utf8.count - padding.trail)

    // Ends before starts at the same place; spans are clipped to the text that is kept.
    var edges: [(place: Int, isStart: Bool, style: InlineStyle, from: Int)] = []
    edges.reserveCapacity(styled.spans.count * 2)
    for span in styled.spans {
      let range = span.utf8Range.clamped(to: inner)
      guard !range.isEmpty else { continue }
      edges.append((range.lowerBound, true, span.style, range.lowerBound))
      edges.append((range.upperBound, false, span.style, range.lowerBound))
    }
    edges.sort { ($0.place, $0.isStart ? 1 : 0) < ($1.place, $1.isStart ? 1 : 0) }

    var out = label
    if !label.isEmpty { runs.append(StyleRun(utf8Range: 0..<label.utf8.count, style: .aside)) }
    alignment = styled.alignment
    // How many spans of each style are open, by the style's bit.
    var depth = [Int](repeating: 0, count: 10)
    var urls: [String] = []
    var place = inner.lowerBound
    func text(_ range: Range<Int>) -> String {
      let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
      let end = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
      return String(styled.text[start..<end])
    }
    func add(_ piece: String, _ style: RunStyle) {
      guard !piece.isEmpty else { return }
      let start = out.utf8.count
      out += piece
      guard !style.isEmpty else { return }
      let url = style.contains(.link) ? urls.last : nil
      if let last = runs.last, last.style == style, last.url == url, last.utf8Range.upperBound == start {
        runs[runs.count - 1].utf8Range = last.utf8Range.lowerBound..<out.utf8.count
      } else {
        runs.append(StyleRun(utf8Range: start..<out.utf8.count, style: style, url: url))
      }
    }
    for edge in edges + [(inner.upperBound, true, .superscript, inner.upperBound)] {
      if edge.place > place {
        var style: RunStyle = []
        for bit in 0..<depth.count where depth[bit] > 0 { style.insert(RunStyle(rawValue: 1 << bit)) }
        add(text(place..<edge.place), style)
        place = edge.place
      }
      if let bit = Leaf.bit(of: edge.style) { depth[bit] += edge.isStart ? 1 : -1 }
      if case .link(let url) = edge.style {
        if edge.isStart { urls.append(url) } else { urls.lastIndex(of: url).map { _ = urls.remove(at: $0) } }
      }
      guard !edge.isStart else { continue }
      switch edge.style {
      case .link(let url):
        if let number = numberOfLink(text(edge.from..<edge.place), url) { add("[\(number)]", .aside) }
      case .ruby(let annotation): add("（\(annotation)）", .aside)
      default: break
      }
    }
    self.text = out
  }

  private static func bit(of style: InlineStyle) -> Int? {
    switch style {
    case .strong: 0
    case .emphasis: 1
    case .code: 2
    case .deleted: 3
    case .link: 4
    case .underline: 6
    case .mark: 7
    case .emphasisDots: 8
    case .ruby: 9
    case .superscript, .subscript, .rubyText: nil
    }
  }

  /// UTF-8 bytes of blanks, ideographic ones included, at a text's ends.
  private static func padding(of text: String) -> (lead: Int, trail: Int) {
    func isPadding(_ scalar: UnicodeScalar) -> Bool {
      scalar == " " || scalar == "\t" || scalar == "\u{3000}" || scalar == "\u{A0}" || scalar == "\n"
    }
    var lead = 0
    for scalar in text.unicodeScalars {
      guard isPadding(scalar) else { break }
      lead += UTF8.width(scalar)
    }
    guard lead < text.utf8.count else { return (lead, 0) }
    var trail = 0
    for scalar in text.unicodeScalars.reversed() {
      guard isPadding(scalar) else { break }
      trail += UTF8.width(scalar)
    }
    return (lead, trail)
  }
}
