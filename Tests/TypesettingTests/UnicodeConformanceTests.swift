import Foundation
import Testing
import Typesetting

/// Unicode's own conformance files, every line.
struct UnicodeConformanceTests {
  @Test func untailoredLineBreakingPassesLineBreakTest() throws {
    let cases = try BoundaryTestFile.cases(of: "LineBreakTest.txt")
    #expect(cases.count == 19_338)
    let failures = cases.filter { $0.text.lineBreakOffsets() != $0.offsets }
    #expect(failures.isEmpty, "\(failures.count) lines fail; first: \(failures.prefix(20).map(\.line))")
  }

  @Test func graphemeClustersPassGraphemeBreakTest() throws {
    let cases = try BoundaryTestFile.cases(of: "GraphemeBreakTest.txt")
    #expect(cases.count == 766)
    let failures = cases.filter { $0.text.graphemeBreakOffsets() != $0.offsets }
    #expect(failures.isEmpty, "\(failures.count) lines fail; first: \(failures.prefix(20).map(\.line))")
  }
}

/// A file of lines such as `× 0020 ÷ 0041 ÷  # comment`.
enum BoundaryTestFile {
  struct Case {
    let line: String
    let text: String
    /// UTF-8 offsets of each ÷ except the first.
    let offsets: [Int]
  }

  static func cases(of name: String) throws -> [Case] {
    try String(contentsOf: Fixtures.url(name), encoding: .utf8).split(separator: "\n").compactMap { line in
      let fields = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      guard !fields.isEmpty else { return nil }
      var text = ""
      var offsets: [Int] = []
      for field in fields {
        if field == "÷" {
          if !text.isEmpty { offsets.append(text.utf8.count) }
        } else if field != "×" {
          let scalar = try #require(UInt32(field, radix: 16).flatMap(Unicode.Scalar.init))
          text.unicodeScalars.append(scalar)
        }
      }
      return Case(line: String(line.prefix(200)), text: text, offsets: offsets)
    }
  }
}
