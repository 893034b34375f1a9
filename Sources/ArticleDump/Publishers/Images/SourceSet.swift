/// Reads `srcset`: several sizes of one picture (WHATWG 4.8.4.3.12).
enum SourceSet {
  struct Candidate: Equatable {
    var url: String
    /// The width in pixels, when the descriptor is one of width.
    var widthInPixels: Double?
    /// The density, when the descriptor is one of density; 1 without any.
    var density: Double?
  }

  /// The candidates in the order of the text. Addresses may hold commas; a candidate ends at a comma after a blank or
  /// after its descriptor.
  static func candidates(in text: String) -> [Candidate] {
    var candidates: [Candidate] = []
    var rest = text[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "," }
      guard !rest.isEmpty else { return candidates }
      var url = rest.prefix { !$0.isWhitespace }
      rest = rest[url.endIndex...]
      var descriptor = ""
      if url.last == "," {
        while url.last == "," { url = url.dropLast() }
      } else {
        let end = rest.firstIndex(of: ",") ?? rest.endIndex
        descriptor = String(rest[..<end]).trimmedOfBlanks
        rest = rest[end...]
      }
      let number = Double(descriptor.dropLast())
      switch descriptor.last {
      case "w": candidates.append(Candidate(url: String(url), widthInPixels: number, density: nil))
      case "x": candidates.append(Candidate(url: String(url), widthInPixels: nil, density: number ?? 1))
      default: candidates.append(Candidate(url: String(url), widthInPixels: nil, density: 1))
      }
    }
  }

  /// The largest: the widest, else the densest, else the first.
  static func largest(in text: String) -> Candidate? {
    let all = candidates(in: text).filter { !$0.url.isEmpty && !$0.url.startsWithAny(of: ["data:"]) }
    if let widest = all.filter({ $0.widthInPixels != nil }).max(by: {
      ($0.widthInPixels ?? 0) < ($1.widthInPixels ?? 0)
    }) {
      return widest
    }
    return all.reduce(nil) { best, candidate in
      guard let best else { return candidate }
      return (candidate.density ?? 1) > (best.density ?? 1) ? candidate : best
    }
  }
}
