/// The only policy for addresses in dumps and bookmarks, wherever they are used: exported bookmarks, Markdown, JSON,
/// EPUB, the browser. Only `http` and `https` are followed; an address with another scheme (`javascript:`, `data:`,
/// `file:`) is text.
extension StringProtocol {
  /// Whether the text is an address of the web: `http` or `https`, with a host and without controls.
  package var isWebAddress: Bool {
    let start = prefix(8).lowercased()
    guard let scheme = ["http://", "https://"].first(where: start.hasPrefix) else { return false }
    let rest = unicodeScalars.dropFirst(scheme.count)
    guard let first = rest.first, !"/?# ".unicodeScalars.contains(first) else { return false }
    return rest.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }
  }

  /// Whether the text may be written as a link's target: an address of the web, or one relative to its page.
  ///
  /// Browsers skip blanks and controls in a scheme (WHATWG URL, "basic URL parser"), so these do not hide a scheme
  /// here.
  package var isLinkable: Bool {
    if isWebAddress { return true }
    for scalar in unicodeScalars where scalar.value > 0x20 && scalar.value != 0x7F {
      if scalar == ":" { return false }
      if "/?#".unicodeScalars.contains(scalar) { return true }
    }
    return true
  }
}
