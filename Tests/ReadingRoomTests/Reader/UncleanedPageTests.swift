import ArticleDump
import Testing

@testable import ReadingRoom

/// The page before cleaning, with the dropped lines and the reasons.
@Suite struct UncleanedPageTests {
  @Test func droppedLinesAreDimmedWithTheirReasons() {
    var visit = Visit(columns: 100)
    visit.press("enter c")
    #expect(visit.screen.contains("〔剔除：导航、多为链接〕首页 > 文化"))
    #expect(visit.screen.contains("〔用作资料〕沈砚"))
    #expect(visit.screen.contains("〔剔除：分享按钮、不成句〕分享到"))
    #expect(visit.status.contains("剔除 2 行）；按 c 返回"))
  }

  @Test func leavingTheUncleanedPageKeepsThePlace() {
    var visit = Visit(rows: 12, columns: 40)
    visit.press("enter space space")
    let place = visit.state.reader?.topOffset
    visit.press("c G c")
    #expect(visit.state.reader?.topOffset == place)
    visit.press("c q")
    let kept = visit.effects.compactMap { if case .savePosition(_, let offset, _) = $0 { offset } else { nil } }.last
    #expect(kept == place)
  }

  @Test func anUncleanedArticleSaysSo() {
    var visit = Visit()
    visit.library.page = []
    visit.press("enter c")
    #expect(visit.status.contains("这篇没有清洗过"))
    visit.library.page = [PageLine(text: "一", fate: .shown)]
    visit.press("c")
    #expect(visit.status.contains("没有剔除任何内容"))
  }

  @Test(arguments: [
    ("nearShare", DropReason.share), ("farAdvert", .advert), ("saysComments", .comments), ("inFooter", .footer),
    ("repeatsInFiles", .repeats), ("linksMost", .links), ("behindText", .place), ("neighboursLinked", .links),
    ("previousBoilerplate", .company), ("length10", .shape), ("ownAuthor", .facts), ("saysPromotion", .subscribe),
    ("repeatsInPage", .repeatsHere), ("proseRepeatsOften", .repeatsHere), ("inTeasers", .related),
  ])
  func reasonsAreInReadersWords(rule: String, reason: DropReason) {
    #expect(DropReason(rule: rule) == reason)
    for language in Language.allCases { #expect(!reason.text(in: language).isEmpty) }
  }
}
