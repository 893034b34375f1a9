import Foundation
import TerminalEmulation
import Testing
import Typesetting

@testable import CursesTerminal
@testable import ReadingRoom

/// Clusters whose width terminals disagree on, painted on models of eleven terminals that move their cursors as
/// measured: everything before and after them is where it should be.
@Suite(.serialized) @MainActor struct MeasuredTerminalTests {
  nonisolated static let terminals = [
    "xterm", "foot", "kitty", "alacritty", "konsole", "vte", "mlterm", "urxvt", "st", "tmux", "screen",
  ]

  /// How far each terminal moves its cursor for each cluster.
  private struct Measurements {
    var clusters: [String] = []
    var columns: [String: [Int]] = [:]

    init(_ url: URL) throws {
      for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count > 2, fields[0] != "class" else { continue }
        let scalars = fields[1].split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
        let numbers = fields.count == 3 ? fields[2].split(separator: " ").map(String.init) : Array(fields[2...])
        // Some terminals did not answer for a few of them, or moved the cursor back.
        let measured = numbers.compactMap { Int($0) }.filter { $0 >= 0 }
        guard measured.count == MeasuredTerminalTests.terminals.count else { continue }
        let cluster = String(String.UnicodeScalarView(scalars))
        clusters.append(cluster)
        columns[cluster] = measured
      }
    }

    /// Also for a cluster that was given a blank to combine with.
    func advance(_ text: String, in terminal: Int) -> Int? {
      if let known = columns[text] { return known[terminal] }
      if text.unicodeScalars.first == " ", let known = columns[String(text.unicodeScalars.dropFirst())] {
        return 1 + known[terminal]
      }
      return nil
    }
  }

  nonisolated private static let root = (0..<3).reduce(URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()) {
    url, _ in
    url.deletingLastPathComponent()
  }
  nonisolated private static var shared: URL {
    let folder = ProcessInfo.processInfo.environment["YUELAN_SHARED"].map { URL(fileURLWithPath: $0) }
    return (folder ?? root.deletingLastPathComponent().appendingPathComponent("shared"))
      .appendingPathComponent("unicode/terminal-widths.tsv")
  }

  /// Rows of Han with doubtful clusters among them, one of them at the end of each row; `true` where a cell is theirs.
  private static func rows(_ glyphs: [Glyph], size: Size) -> (frame: Frame, isTheirs: [Bool], used: Int) {
    var frame = Frame(size: size)
    var isTheirs = [Bool](repeating: false, count: size.rows * size.columns)
    var next = 0
    for row in 0..<size.rows {
      var column = size.columns
      var place = row
      // From the edge to the left: a cluster, then one to three Han.
      while column > 1 {
        if place % 3 == row % 3, next < glyphs.count {
          let glyph = glyphs[next]
          next += 1
          column -= Int(glyph.widthInCells)
          frame[row, column] = Cell(
            glyph.cluster, widthInCells: glyph.widthInCells, isWidthUncertain: glyph.isWidthUncertain)
          for cell in column..<column + Int(glyph.widthInCells) { isTheirs[row * size.columns + cell] = true }
        } else {
          column -= 2
          frame[row, column] = Cell(["左", "右", "前", "后", "中"][place % 5], widthInCells: 2)
        }
        place += 1
      }
    }
    return (frame, isTheirs, next)
  }

  private static func check(_ measurements: Measurements, in index: Int) throws {
    let glyphs = measurements.clusters.flatMap { CellText($0, ambiguous: .narrow).glyphs }.filter {
      $0.isWidthUncertain && measurements.columns[$0.cluster] != nil
    }
    let size = Size(rows: 6, columns: 21)
    let name = terminals[index]
    let type = name == "tmux" || name == "screen" ? "screen-256color" : "xterm-256color"
    let screen = try TerminalScreen(terminalType: type, size: size, colorDepth: .palette256)
    var emulator = ScreenEmulator(rows: size.rows, columns: size.columns)
    emulator.measuredAdvance = { measurements.advance($0, in: index) }
    defer {
      var rest: [UInt8] = []
      screen.close(to: &rest)
    }
    func paint(_ frame: Frame, isTheirs: [Bool]) {
      var bytes: [UInt8] = []
      screen.paint(frame, to: &bytes)
      emulator.feed(bytes)
      for row in 0..<size.rows {
        for column in 0..<size.columns where !isTheirs[row * size.columns + column] {
          let shown = emulator.cells[row][column].text
          if shown != frame[row, column].cluster {
            let beside = frame.cells.filter(\.isWidthUncertain).map {
              $0.cluster.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
            }
            Issue.record("\(name): \(shown) for \(frame[row, column].cluster) at \(row), \(column); with \(beside)")
            return
          }
        }
      }
    }
    var start = 0
    while start < glyphs.count {
      let (frame, isTheirs, used) = rows(Array(glyphs[start...].prefix(80)), size: size)
      paint(frame, isTheirs: isTheirs)
      // The same clusters a row higher, then none.
      var moved = Frame(size: size)
      for row in 1..<size.rows {
        for column in 0..<size.columns where frame[row, column].widthInCells > 0 {
          moved[row - 1, column] = frame[row, column]
        }
      }
      paint(moved, isTheirs: Array(isTheirs[size.columns...]) + [Bool](repeating: false, count: size.columns))
      paint(rows([], size: size).frame, isTheirs: [Bool](repeating: false, count: isTheirs.count))
      start += used
    }
    #expect(glyphs.count > 100)
    #expect(emulator.unknown.isEmpty)
  }

  @Test(arguments: terminals.indices) func doubtfulClustersLeaveNoGhostGapOrShift(_ terminal: Int) throws {
    let fixture = Self.root.appendingPathComponent("Tests/TypesettingTests/Fixtures/terminal-widths.tsv")
    try Self.check(Measurements(fixture), in: terminal)
  }

  /// All of emoji-test.txt, and the classes in which terminals have differed.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: shared.path)), arguments: terminals.indices)
  func everyMeasuredClusterLeavesNoGhost(_ terminal: Int) throws {
    try Self.check(Measurements(Self.shared), in: terminal)
  }
}
