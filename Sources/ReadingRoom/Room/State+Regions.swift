import ArticleDump
import Typesetting

extension State {
  // MARK: Lists

  var showsFacetsBeside: Bool { showsFacets && screen.hasRoomForFacets }
  /// Whether facets cover the list: on narrow screens, while they have the focus.
  var showsFacetsOver: Bool { showsFacets && !screen.hasRoomForFacets && currentList?.focus == .facets }

  /// The list of the room, if it has one.
  var currentList: ListState? { room == .search ? search : room == .list ? list : nil }

  /// The list that the reader came from, for the next and the previous article.
  var listBehind: Room {
    room == .search || roomsBelow.last(where: { $0 == .list || $0 == .search }) == .search ? .search : .list
  }

  /// Changes the list of the room, or the one that the reader came from.
  mutating func withList(_ change: (inout ListState) -> [Effect]) -> [Effect] {
    if listBehind == .search, var changed = search {
      search = nil
      let effects = change(&changed)
      search = changed
      return effects
    }
    return change(&list)
  }

  var facetsRegion: Region {
    var region = screen.body
    if listBehind == .search { region = region.inset(top: min(searchFieldRows, region.rows)) }
    if showsFacetsBeside { region.columns = screen.facetsWidthInCells }
    return region
  }

  var listRegion: Region {
    var region = screen.body
    if listBehind == .search { region = region.inset(top: min(searchFieldRows, region.rows)) }
    if showsFacetsBeside { region = region.inset(left: screen.facetsWidthInCells + 1) }
    if showsListPaneBeside { region = region.inset(right: screen.paneWidthInCells) }
    if showsPreview { region = region.inset(right: previewWidthInCells) }
    return region
  }

  /// Rows of the search room's field and the space under it.
  var searchFieldRows: Int { screen.size.rows >= 16 ? 2 : 1 }

  /// Entries of a list that the screen shows.
  var listHeight: Int { max(1, listRegion.rows / rowMetrics.heightInRows) }

  var rowMetrics: RowMetrics {
    let shown = listBehind == .search ? search ?? list : list
    return RowMetrics(
      region: listRegion, showsSnippets: shown.showsSnippets, showsPublishers: shown.hasPublishers,
      ambiguous: traits.ambiguousWidth, readsTwoLines: screen.size.rows >= 12, language: language,
      unfolds: shown.query.unfoldsDuplicates)
  }

  // MARK: Reading

  /// What is beside, below or over the page: the word that is being looked up, otherwise what is known about the
  /// article.
  var readerPane: PaneState? {
    get { lookup?.pane ?? pane }
    set {
      if lookup == nil {
        pane = newValue
      } else if let newValue {
        lookup?.pane = newValue
      }
    }
  }

  var showsPaneBeside: Bool { readerPane != nil && screen.hasRoomForPane }
  /// While a word is being looked up it stays visible, if there are enough rows.
  var showsPaneBelow: Bool { lookup != nil && !screen.hasRoomForPane && screen.hasRoomForPaneBelow }
  var showsPaneOver: Bool { readerPane != nil && !screen.hasRoomForPane && !showsPaneBelow }

  var pageRegion: Region {
    var region = screen.page
    if showsPaneBeside { region.columns -= screen.paneWidthInCells }
    if showsPaneBelow { region.rows -= screen.paneHeightInRows }
    return region
  }

  var paneRegion: Region {
    var region = screen.page
    if showsPaneBeside {
      region.column = region.columns - screen.paneWidthInCells
      region.columns = screen.paneWidthInCells
    }
    if showsPaneBelow {
      region.row = region.endRow - screen.paneHeightInRows
      region.rows = screen.paneHeightInRows
    }
    return region
  }

  /// The pane without its border line and margins.
  var paneTextRegion: Region {
    let region = paneRegion
    if showsPaneBelow { return region.inset(top: 1, left: 3, right: 1) }
    let margin = region.columns >= 30 ? 2 : 1
    return region.inset(top: region.rows >= 16 ? 1 : 0, left: margin + (showsPaneBeside ? 1 : 1), right: 1)
  }

  /// The page layout for an article.
  func pageMetrics(for article: Article, script: Script?, passage: ReadPassage? = nil) -> PageMetrics {
    var settings = settings
    if let passage { settings.reading = passage.notation }
    // Traditional Chinese centres its stops in their squares, so they do not hang (CLREQ, "Hanging Punctuation").
    let isTraditional = script?.isTraditional ?? article.isTraditional
    if isTraditional { settings.hanging = .none }
    let region = pageRegion
    return PageMetrics(columns: region.columns, rows: region.rows, settings: settings, traits: traits)
  }

  var pageMetrics: PageMetrics? {
    guard let reader else { return nil }
    return pageMetrics(for: reader.loaded.article, script: reader.script, passage: reader.readPassage)
  }
}
