import ReadingRoom
import Testing

@testable import yuelan

@Suite struct LatestRequestTests {
  private func rows(_ list: ListKind, _ generation: Int) -> ListRequest {
    ListRequest(list: list, subject: .rows, generation: generation)
  }

  @Test func anEarlierRequestOfTheSameListIsStale() {
    var latest = LatestRequests()
    latest.register(rows(.library, 1))
    latest.register(rows(.library, 4))
    #expect(latest.isStale(rows(.library, 1)))
    #expect(!latest.isStale(rows(.library, 4)))
    latest.register(rows(.library, 2))
    #expect(latest.isStale(rows(.library, 2)), "what is noted late is no later for it")
  }

  /// When the library changes, the list below a search requests first and the search second.
  @Test func anotherListsRequestDoesNotMakeItStale() {
    var latest = LatestRequests()
    latest.register(rows(.library, 5))
    latest.register(rows(.search, 6))
    latest.register(ListRequest(list: .library, subject: .facets, generation: 7))
    #expect(!latest.isStale(rows(.library, 5)))
    #expect(!latest.isStale(rows(.search, 6)))
    #expect(latest.isStale(ListRequest(list: .library, subject: .facets, generation: 6)))
  }
}
