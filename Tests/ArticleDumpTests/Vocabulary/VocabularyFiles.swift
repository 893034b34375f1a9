import Foundation

@testable import ArticleDump

/// One line of a file in `Sources/ArticleDump/Vocabulary/Words`.
struct VocabularyEntry: CustomStringConvertible {
  var file: String
  var section: String
  /// The phrase; for names in markup, the spellings of one word.
  var phrase: String
  /// A line, or a name, that the phrase classifies.
  var example: String
  /// A sentence, or a name, that contains the phrase but means something else.
  var lookAlike: String

  var description: String { "\(file).txt [\(section)] \(phrase)" }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let all: [VocabularyEntry] = {
    let folder = root.appending(path: "Sources/ArticleDump/Vocabulary/Words")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().flatMap { name in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      return entries(of: text, file: String(name.dropLast(4)))
    }
  }()

  private static func entries(of text: String, file: String) -> [VocabularyEntry] {
    var section = ""
    var entries: [VocabularyEntry] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
        continue
      }
      let columns = line.components(separatedBy: " | ")
      entries.append(
        VocabularyEntry(
          file: file, section: section, phrase: columns[0].replacing("␣", with: " "),
          example: columns.count > 1 ? columns[1] : "",
          lookAlike: columns.count > 2 ? columns[2] : ""))
    }
    return entries
  }

  /// The entries for whole lines.
  static let lines = all.filter { $0.lineClass != nil }
  /// The entries for phrases within lines and captions, whatever the line's class.
  static let phrases = all.filter { $0.file != "names" }
  static let names = all.filter { $0.file == "names" && $0.section != "subject" }

  /// The class of lines of this file.
  var lineClass: LineClass? {
    switch file {
    case "footer": .siteFooter
    case "promotion", "promotion-parts": .promotion
    case "notice": .notice
    case "agency": .agencyCredit
    case "counters": .counters
    case "comments": .comments
    case "navigation": .navigation
    case "share": .share
    case "related": .relatedLabel
    case "advert": .advert
    case "tags": .tags
    case "end": .endMark
    default: nil
    }
  }
}
