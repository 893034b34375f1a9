import Foundation
import Testing
import Typesetting

/// Checks invariants of lines with every text of the corpus beside the package.
///
/// Each article is laid out at one measure between 2 and 200, different for each; with `YUELAN_THOROUGH=1`, at all of
/// them.
@Suite(.enabled(if: Shared.exists("corpus"), "needs the corpus"))
struct CorpusPropertyTests {
  @Test(arguments: ["news", "feed", "jekyll", "video"])
  func everyArticleOfTheCorpusIsSetWell(folder: String) throws {
    let isThorough = ProcessInfo.processInfo.environment["YUELAN_THOROUGH"] != nil
    let files = try Self.files(in: Shared.url("corpus/\(folder)"))
    #expect(!files.isEmpty)
    for (index, file) in files.enumerated() {
      let paragraphs = Self.paragraphs(try Data(contentsOf: file))
      for measure in isThorough ? Array(2...200) : [2 + (index * 37) % 199] {
        for paragraph in paragraphs {
          let options = Self.options(measure: measure, variant: index &+ paragraph.utf8.count)
          let faults = ParagraphChecks.quickFaults(of: ParagraphLayout(paragraph, options: options))
          if !faults.isEmpty { Issue.record("\(file.lastPathComponent) at \(measure): \(faults.prefix(3))") }
        }
      }
    }
  }

  private static func options(measure: Int, variant: Int) -> LayoutOptions {
    var options = LayoutOptions(measureInCells: measure)
    options.firstLineIndentInCells = variant.isMultiple(of: 2) ? 4 : 0
    options.hanging = HangingPunctuation.allCases[variant % 3]
    options.spacesHanAndLatin = variant % 5 < 2
    options.prohibition = variant.isMultiple(of: 7) ? .strict : .gb
    options.ambiguousWidth = variant.isMultiple(of: 11) ? .wide : .narrow
    return options
  }

  private static func files(in folder: URL) throws -> [URL] {
    let walker = try #require(FileManager.default.enumerator(atPath: folder.path))
    return walker.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") || $0.hasSuffix(".html") }.sorted()
      .map(folder.appendingPathComponent)
  }

  /// The texts between the tags of block elements, other tags crudely removed.
  private static func paragraphs(_ data: Data) -> [String] {
    var text: [UInt8] = []
    var tag: [UInt8] = []
    var isInTag = false
    for byte in data {
      switch byte {
      case 0x3C:
        isInTag = true
        tag = []
      case 0x3E where isInTag:
        isInTag = false
        if !["a", "b", "i", "em", "strong", "span"].contains(String(decoding: tag.drop { $0 == 0x2F }, as: UTF8.self)) {
          text.append(0x0A)
        }
      default:
        if !isInTag {
          text.append(byte)
        } else if tag.count < 8, byte != 0x20, tag.last != 0x20 {
          tag.append(byte)
        } else {
          tag.append(0x20)
        }
      }
    }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
