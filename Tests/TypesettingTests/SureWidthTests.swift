import Foundation
import Testing

@testable import Typesetting

/// Everything that is drawn without placing the cursor after it moves the cursor equally far in every measured
/// terminal, and as far as the program expects.
@Suite struct SureWidthTests {
  private struct Row {
    var kind: String
    var cluster: String
    /// How far each terminal moved the cursor; other text if that failed.
    var columns: [String]
  }

  private static func rows(_ url: URL) throws -> [Row] {
    try String(contentsOf: url, encoding: .utf8).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count > 2, !line.hasPrefix("#"), fields[0] != "class" else { return nil }
      var cluster = ""
      for code in fields[1].split(separator: " ") {
        guard let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init) else { return nil }
        cluster.unicodeScalars.append(scalar)
      }
      let columns = fields.count == 3 ? fields[2].split(separator: " ").map(String.init) : Array(fields[2...])
      return Row(kind: fields[0], cluster: cluster, columns: columns)
    }
  }

  /// The clusters of a text with their widths.
  private static func clusters(_ text: String) -> [Cluster] {
    text.withUTF8Text { text in
      var clusters: [Cluster] = []
      var offset = 0
      while offset < text.count {
        clusters.append(text.cluster(at: offset, ambiguous: .narrow))
        offset = clusters[clusters.count - 1].end
      }
      return clusters
    }
  }

  /// Clusters that are not guarded although some terminal moves its cursor by another distance.
  private static func faults(_ rows: [Row]) -> (faults: [String], sureCount: Int) {
    var sureCount = 0
    let faults = rows.compactMap { row -> String? in
      let clusters = clusters(row.cluster)
      guard clusters.allSatisfy({ !$0.isWidthUncertain }) else { return nil }
      sureCount += 1
      let width = clusters.reduce(0) { $0 + $1.widthInCells }
      let codes = row.cluster.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
      return row.columns.allSatisfy { $0 == String(width) } ? nil : "\(row.kind) \(codes): \(width), not \(row.columns)"
    }
    return (faults, sureCount)
  }

  @Test func sureClustersAdvanceAlikeInSampledTerminals() throws {
    let rows = try Self.rows(
      Shared.packageRoot.appendingPathComponent("Tests/TypesettingTests/Fixtures/terminal-widths.tsv"))
    #expect(rows.count > 300)
    let (faults, sureCount) = Self.faults(rows)
    #expect(faults.isEmpty, "\(faults.prefix(20))")
    #expect(sureCount > 100)
  }

  @Test(.enabled(if: Shared.exists("unicode/terminal-widths.tsv"))) func everySureClusterAdvancesAlike() throws {
    let rows = try Self.rows(Shared.url("unicode/terminal-widths.tsv"))
    let (faults, sureCount) = Self.faults(rows)
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(20))")
    // Most of what terminals agree on is drawn unguarded: the test must not pass because everything is guarded.
    #expect(sureCount > 3_000)
  }

  @Test(.enabled(if: Shared.exists("unicode/17.0/emoji-test.txt"))) func emojiOfSeveralScalarsAreGuardedButForFlags()
    throws
  {
    var count = 0
    for line in try String(contentsOf: Shared.url("unicode/17.0/emoji-test.txt"), encoding: .utf8).split(
      separator: "\n")
    where line.contains("; ") && !line.hasPrefix("#") {
      var emoji = ""
      for code in line.prefix(while: { $0 != ";" }).split(separator: " ") {
        emoji.unicodeScalars.append(try #require(UInt32(code, radix: 16).flatMap(Unicode.Scalar.init)))
      }
      let scalars = Array(emoji.unicodeScalars.map(\.value))
      guard scalars.count > 1 else { continue }
      let isFlag = scalars.count == 2 && scalars.allSatisfy { (0x1F1E6...0x1F1FF).contains($0) }
      let keepsItsStyle =
        scalars.count == 2 && scalars[1] == 0xFE0F && String(emoji.unicodeScalars.prefix(1)).widthInCells() == 2
      // A wide emoji is as certain with a variation selector as without one.
      if keepsItsStyle { continue }
      #expect(Self.clusters(emoji)[0].isWidthUncertain != isFlag, "\(line)")
      count += 1
    }
    #expect(count > 3_000)
  }

  /// All characters of a block of Han are drawn alike, not only the measured ones: up to Extension G unguarded, those
  /// added by Unicode 13 and 15 to 17 guarded, as some terminals' tables are older. The same holds for hexagrams and
  /// counting rods.
  @Test(
    arguments: [
      (0x3400...0x4DB5, false), (0x4DB6...0x4DBF, true), (0x4E00...0x9FEF, false), (0x20000...0x2A6D6, false),
      (0x2A700...0x2B734, false),
      (0x2B740...0x2B81D, false), (0x2B820...0x2CEA1, false), (0x2CEB0...0x2EBE0, false), (0x30000...0x3134A, false),
      (0x31350...0x323AF, true), (0x2EBF0...0x2EE5D, true), (0x323B0...0x33479, true), (0x4DC0...0x4DFF, true),
      (0x1D360...0x1D378, true), (0x2FFC...0x2FFF, true), (0x2FF0...0x2FFB, false),
    ] as [(ClosedRange<UInt32>, Bool)])
  func blocksAreDrawnAlike(_ block: ClosedRange<UInt32>, isGuarded: Bool) {
    let others = block.compactMap(Unicode.Scalar.init).filter {
      Self.clusters(String(Character($0)))[0].isWidthUncertain != isGuarded
    }
    #expect(others.isEmpty, "\(others.prefix(5).map { String($0.value, radix: 16) })")
  }

  /// The characters of an ordinary Chinese page need no guard.
  @Test(arguments: [
    "中", "𠀀", "\u{2F800}", "あ", "ー", "ㄅ", "한", "，", "「", "　", "Ａ", "a", "é", "e\u{301}", "か\u{3099}", "“", "—", "…",
    "·", "①", "α", "Я", "ḿ", "↑", "─", "▌", "★", "℃", "😀", "🇨🇳", "\u{E000}",
  ])
  func commonTextIsSure(_ text: String) {
    #expect(Self.clusters(text).allSatisfy { !$0.isWidthUncertain })
  }

  @Test(arguments: [
    "❤\u{FE0F}", "⌚\u{FE0E}", "👍🏽", "👩\u{200D}🌾", "👍🏽\u{200D}\u{FE0F}", "🇨", "1\u{FE0F}\u{20E3}", "\u{4DC0}", "\u{31350}",
    "\u{2EBF0}", "\u{323B0}", "\u{2FFC}", "\u{1161}", "\u{3248}", "\u{1FAE8}", "☰", "ก\u{E34}", "\u{302E}", "\u{9FFF}",
  ])
  func unsureTextIsGuarded(_ text: String) {
    #expect(Self.clusters(text).contains { $0.isWidthUncertain })
  }
}
