import ArticleDump
import Measuring
import ReadingRoom

/// Measures what a key costs the room: `update`, the answers to its effects, and `view`, with 100,000 rows and a
/// megabyte of text.
@main
struct RoomBenchmarks {
  static func main() {
    print("step                                         median µs   minimum µs")
    for size in [Size(rows: 24, columns: 80), Size(rows: 50, columns: 200)] {
      let name = "\(size.columns)×\(size.rows)"
      var visit = BenchmarkVisit(size: size)
      report("\(name) list, one arrow", &visit, keys: Array(repeating: Key(.down), count: 200))
      report("\(name) list, one page", &visit, keys: Array(repeating: Key(.pageDown), count: 200))
      visit.press(Key(.home))
      visit.press(Key(.enter))
      report("\(name) article of 1 MB, one page", &visit, keys: Array(repeating: Key(" "), count: 200))
      report("\(name) article of 1 MB, one line", &visit, keys: Array(repeating: Key(.down), count: 200))
      let firstScreen = Measurement(runs: 15) { visit.openAgain() }
      line("\(name) article of 1 MB, opened", firstScreen, count: 1)
      let resize = Measurement(runs: 15) {
        visit.send(.resized(Size(rows: size.rows, columns: size.columns - 7)))
        visit.send(.resized(size))
        return view(visit.state).cells.count
      }
      line("\(name) article of 1 MB, resized", resize, count: 2)
    }
  }

  private static func report(_ name: String, _ visit: inout BenchmarkVisit, keys: [Key]) {
    var copy = visit
    let measured = Measurement {
      for key in keys { copy.press(key) }
      return copy.cells
    }
    visit = copy
    line(name, measured, count: keys.count)
  }

  private static func line(_ name: String, _ measured: Measurement, count: Int) {
    func microseconds(_ seconds: Double) -> String {
      let tenths = Int(seconds * 1e7 / Double(count))
      return "\(tenths / 10).\(tenths % 10)"
    }
    let label = name + String(repeating: " ", count: max(0, 44 - name.count))
    let median = microseconds(measured.medianSeconds)
    print(
      label, String(repeating: " ", count: max(0, 9 - median.count)) + median, "  ",
      microseconds(measured.minimumSeconds))
  }
}

/// The room with a generated library of 100,000 articles, one of which is long.
struct BenchmarkVisit {
  var state: State
  var cells = 0

  static let titles = [
    "两千年前的一封家书，写在木牍上", "茶马古道上的最后一支马帮", "《水经注》里消失的河流，后来去了哪里", "一把尺子的历史（One Ruler, Many Feet）",
  ]
  static let article: Article = {
    var article = Article(dialect: .feed, title: titles[0])
    article.characterCount = 350_000
    article.blocks = Corpus.generatedParagraphs(bytes: 1_000_000).map { .paragraph(StyledText($0), role: nil) }
    return article
  }()

  init(size: Size) {
    state = State(size: size)
    send(.started)
  }

  mutating func press(_ key: Key) {
    send(.key(key))
    cells &+= view(state).cells.count
  }

  mutating func openAgain() -> Int {
    press(Key("q"))
    press(Key("]"))
    press(Key(.down))
    press(Key(.enter))
    return view(state).cells.count
  }

  mutating func send(_ event: Event) {
    var effects = update(&state, event)
    while !effects.isEmpty {
      switch effects.removeFirst() {
      case .loadRows(let request):
        let range = request.range.clamped(to: 0..<100_000)
        let rows = range.map { index in
          ListRow(
            id: ArticleHandle(Int64(index)), title: Self.titles[index % Self.titles.count],
            publisher: Publisher(id: "p", name: "排字房通讯"),
            date: Timestamp(secondsSinceEpoch: 1_689_596_880 - Int64(index) * 977))
        }
        effects += update(
          &state,
          .rowsLoaded(
            RowsPage(
              list: request.list, generation: request.generation, total: 100_000, start: range.lowerBound, rows: rows)))
      case .loadArticle(let id):
        effects += update(&state, .articleLoaded(LoadedArticle(id: id, article: Self.article)))
      default: break
      }
    }
  }
}
