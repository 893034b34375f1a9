import Foundation

/// The examples of a specification's file: fences of 32 backquotes around a source, a line `.`, and its HTML.
struct SpecificationExample {
  var number: Int
  var markdown: String
  var html: String

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

  static func all(in file: String) throws -> [SpecificationExample] {
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var source: [Substring]?
    var html: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(fence + " example") {
        source = []
      } else if line == fence, let lines = source, let shown = html {
        examples.append(
          SpecificationExample(number: examples.count + 1, markdown: Self.text(lines), html: Self.text(shown)))
        (source, html) = (nil, nil)
      } else if line == ".", source != nil, html == nil {
        html = []
      } else if html != nil {
        html?.append(line)
      } else {
        source?.append(line)
      }
    }
    return examples
  }

  /// The files show tabs as arrows.
  private static func text(_ lines: [Substring]) -> String {
    lines.map { $0 + "\n" }.joined().replacingOccurrences(of: "→", with: "\t")
  }

  /// HTML without invisible differences: blanks at line ends, line ends between tags, the spelling of void elements.
  static func normalized(_ html: String) -> String {
    var text = html.replacingOccurrences(of: "[ \t\n]+\n", with: "\n", options: .regularExpression)
    text = text.replacingOccurrences(of: "<(br|hr)>", with: "<$1 />", options: .regularExpression)
    text = text.replacingOccurrences(of: ">[ \n]*\n[ \n]*<", with: ">\n<", options: .regularExpression)
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
