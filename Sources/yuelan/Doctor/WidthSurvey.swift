import CursesTerminal
import Typesetting

/// How wide this terminal draws each kind of character, next to our own width, as lines for a report.
struct WidthSurvey {
  /// Kinds of characters, with a few examples each. A kind in which terminals have differed includes those characters.
  static let samples: [(kind: String, clusters: [String])] = [
    ("latin", ["a", "é", "e\u{301}", "ḿ"]), ("ambiguous", ["“", "—", "…", "·", "①", "α", "→", "※"]),
    ("box-drawing", ["─", "▌", "█"]), ("han", ["中", "\u{3400}", "\u{9FEF}", "\u{F900}"]),
    (
      "han-extensions-b-g", ["\u{20000}", "\u{2A700}", "\u{2B740}", "\u{2B820}", "\u{2CEB0}", "\u{2F800}", "\u{30000}"]
    ),
    ("han-extensions-h-j", ["\u{31350}", "\u{2EBF0}", "\u{323B0}"]),
    ("strokes-radicals", ["\u{31C0}", "\u{31E4}", "\u{2E80}", "\u{2F00}"]),
    ("description", ["\u{2FF0}", "\u{2FFC}", "\u{31EF}"]), ("punctuation", ["，", "「", "　", "〇"]),
    ("kana", ["あ", "か\u{3099}", "ｱ", "ー"]), ("bopomofo", ["ㄅ", "ㆠ", "\u{31BB}", "ˇ"]),
    ("hangul", ["한", "ㄱ", "\u{1100}"]), ("lone-jamo", ["\u{1161}", "\u{11A8}", "\u{1112}\u{1161}\u{11AB}"]),
    ("enclosed", ["㈠", "\u{3248}", "\u{1F200}", "\u{1F203}", "🄰"]),
    ("hexagrams", ["\u{4DC0}", "\u{4DFF}"]), ("trigrams", ["☰", "⚊"]), ("counting-rods", ["\u{1D360}", "\u{1D300}"]),
    ("emoji", ["😀", "\u{1F972}", "\u{1FAE8}", "\u{1FADF}"]),
    ("emoji-style", ["❤\u{FE0F}", "☎\u{FE0F}", "1\u{FE0F}\u{20E3}"]),
    ("text-style", ["⌚\u{FE0E}", "❤\u{FE0E}"]), ("skin-tone", ["👍🏽", "👩🏽"]),
    ("joined", ["👩\u{200D}🌾", "👨\u{200D}👩\u{200D}👧\u{200D}👦", "🏳\u{FE0F}\u{200D}🌈"]), ("flag", ["🇨🇳", "🇨"]),
    ("tag-flag", ["🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"]),
    ("variation", ["葛\u{E0100}", "，\u{FE00}"]), ("private-use", ["\u{E000}", "\u{E0B0}", "\u{F0000}"]),
    ("brahmic", ["ก\u{E34}", "क\u{94D}ष", "का"]), ("braille", ["\u{2801}"]), ("mathematical", ["𝐀"]),
  ]

  /// The columns that the terminal advanced, cluster by cluster; fewer when it stopped answering.
  let measured: [Int]
  let ambiguousWidth: AmbiguousWidth

  /// Asks the terminal, for at most two seconds.
  @MainActor init(of terminal: CursesTerminal) {
    ambiguousWidth = terminal.ambiguousWidth
    measured = terminal.measure(Self.samples.flatMap(\.clusters), withinMilliseconds: 2_000)
  }

  /// One cluster a line: kind, code points, our columns, the terminal's, and how we draw it.
  func text(heading: String) -> String {
    var lines = ["# \(heading)", "kind\tcode points\tours\tterminal\tdrawn"]
    var place = 0
    for (kind, clusters) in Self.samples {
      for cluster in clusters {
        let codes = cluster.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
        let seen = measured.indices.contains(place) ? String(measured[place]) : "?"
        let ours = cluster.widthInCells(ambiguous: ambiguousWidth)
        let drawn =
          isUncertain(cluster)
          ? "with care" : measured.indices.contains(place) && measured[place] != ours ? "WRONG" : "as it is"
        lines.append("\(kind)\t\(codes)\t\(ours)\t\(seen)\t\(drawn)")
        place += 1
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func isUncertain(_ cluster: String) -> Bool {
    var options = LayoutOptions(measureInCells: 80)
    options.ambiguousWidth = ambiguousWidth
    return ParagraphLayout(cluster, options: options).clusters(ofLineAt: 0).contains { $0.isWidthUncertain }
  }
}
