extension ListBlock {
  /// Whether CommonMark's own numbering gives the list's numbers.
  var isNumberedByMarkdown: Bool { !isOrdered || numbering == .decimal && !isReversed && values.isEmpty && start >= 0 }

  /// The attributes of `ol`, each with a blank before it.
  package var htmlAttributes: String {
    var attributes = start == (isReversed ? items.count : 1) ? "" : " start=\"\(start)\""
    if isReversed { attributes += " reversed=\"reversed\"" }
    switch numbering {
    case .decimal: break
    case .lowerAlpha: attributes += " type=\"a\""
    case .upperAlpha: attributes += " type=\"A\""
    case .lowerRoman: attributes += " type=\"i\""
    case .upperRoman: attributes += " type=\"I\""
    case .han: attributes += " style=\"list-style-type: cjk-ideographic\""
    }
    return attributes
  }
}
