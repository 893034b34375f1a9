import Testing

@testable import ReadingRoom

struct Place: Sendable, CustomStringConvertible {
  var name: String
  var keys: String
  var description: String { name }
}

@Suite struct FrameTests {
  static let sizes = [
    Size(rows: 5, columns: 20), Size(rows: 12, columns: 40), Size(rows: 24, columns: 80), Size(rows: 31, columns: 97),
    Size(rows: 50, columns: 200),
  ]
  static let places = [
    Place(name: "list", keys: "down down"), Place(name: "list-facets", keys: "f down"),
    Place(name: "reader", keys: "enter"),
    Place(name: "reader-vertical", keys: "enter v"), Place(name: "reader-page-2", keys: "enter space"),
    Place(name: "reader-end", keys: "enter end"),
    Place(name: "reader-pane", keys: "enter tab down"), Place(name: "reader-find", keys: "enter / 信 enter"),
    Place(name: "search", keys: "s 水 enter down"), Place(name: "bookmarks", keys: "B down"),
    Place(name: "help", keys: "?"),
    Place(name: "themes", keys: "T"), Place(name: "command", keys: ": t h tab"),
  ]

  @Test(arguments: places, sizes)
  func everyRoomLooksAsRecorded(place: Place, size: Size) {
    var visit = Visit(rows: size.rows, columns: size.columns)
    visit.press(place.keys)
    expectSnapshot(visit.screen, named: "\(place.name)-\(size.columns)x\(size.rows)")
  }
}
