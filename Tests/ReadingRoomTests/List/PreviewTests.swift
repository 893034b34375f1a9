import Testing
import Typesetting

@testable import ReadingRoom

/// List and text side by side.
@Suite struct PreviewTests {
  /// A visit in which the selection rests.
  private func visit(columns: Int, settings: Settings = Settings()) -> Visit {
    var visit = Visit(rows: 40, columns: columns, settings: settings)
    visit.send(.woke)
    return visit
  }

  @Test(arguments: [(139, false), (140, true), (200, true)])
  func thePreviewIsBesideTheListFrom140Columns(columns: Int, isShown: Bool) {
    let visit = visit(columns: columns)
    #expect(visit.state.showsPreview == isShown)
    #expect(visit.effects.contains(.peekArticle(ArticleHandle(0))) == isShown)
    #expect(visit.screen.contains("湖北云梦的农民") == isShown)
    // A preview does not mark as read.
    #expect(!visit.effects.contains(.loadArticle(ArticleHandle(0))))
  }

  @Test func wideListsShowAuthorAndLength() {
    #expect(!visit(columns: 140).screen.contains("1,237"))
    #expect(visit(columns: 200).screen.contains("1,237"))
    var settings = Settings()
    settings.showsPreview = false
    #expect(visit(columns: 139, settings: settings).screen.contains("1,237"))
    #expect(!visit(columns: 99, settings: settings).screen.contains("1,237"))
  }

  @Test func thePreviewFollowsTheSelectionAndScrolls() {
    var visit = visit(columns: 150)
    visit.press("down")
    visit.send(.woke)
    #expect(visit.state.preview?.reader?.id == ArticleHandle(1))
    #expect(visit.state.list.row(at: 1)?.isRead == true)
    let top = visit.state.preview?.reader?.top
    visit.press("ctrl-e")
    #expect(visit.state.preview?.reader?.top != top)
    #expect(visit.state.notice == nil, "what moved is answer enough")
    visit.press("ctrl-y")
    #expect(visit.state.preview?.reader?.top == top)
    let region = visit.state.previewRegion
    visit.send(.mouse(MouseEvent(.wheelDown, at: Position(row: region.row + 2, column: region.column + 5))))
    #expect(visit.state.preview?.reader?.top != top)
    #expect(visit.state.list.selected == 1)
    visit.send(.mouse(MouseEvent(.doubleClick, at: Position(row: region.row + 2, column: region.column + 5))))
    #expect(visit.state.room == .reader)
    #expect(visit.state.reader?.id == ArticleHandle(1))
  }

  @Test func withoutHitsThereIsNoPreview() {
    var visit = visit(columns: 150)
    #expect(visit.state.preview?.reader != nil)
    visit.press("s 鱼")
    #expect(visit.state.preview == nil)
  }

  @Test func aKeyTurnsThePreviewOffForGood() {
    var visit = visit(columns: 160)
    visit.press("p")
    #expect(!visit.state.showsPreview)
    #expect(visit.effects.contains(.remember(.preview, "false")))
    visit.press("p")
    #expect(visit.state.showsPreview)
  }
}
