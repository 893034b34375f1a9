extension KeyTable {
  /// The keys as they come: one row a command, the first key is the one that hints show.
  ///
  /// Arrows and paging keys do all that is needed; letters follow vi and less. `b` stars an article everywhere; a page
  /// back is Backspace, PgUp or Ctrl-B.
  public static let standard = KeyTable(rows: [
    KeyBinding(.lineDown, .everywhere, keys: Key(.down), Key("j")),
    KeyBinding(.lineUp, .everywhere, keys: Key(.up), Key("k")),
    KeyBinding(.pageDown, .everywhere, keys: Key(" "), Key(.pageDown), Key("f", .control)),
    KeyBinding(.pageUp, .everywhere, keys: Key(.backspace), Key(.pageUp), Key("b", .control)),
    KeyBinding(.halfPageDown, .everywhere, keys: Key("d", .control)),
    KeyBinding(.halfPageUp, .everywhere, keys: Key("u", .control)),
    KeyBinding(.first, .everywhere, keys: Key("g"), Key(.home)),
    KeyBinding(.last, .everywhere, keys: Key("G"), Key(.end)),
    KeyBinding(.open, .everywhere, keys: Key(.enter)),
    KeyBinding(.right, .everywhere, keys: Key(.right), Key("l")),
    KeyBinding(.left, .everywhere, keys: Key(.left), Key("h")),
    KeyBinding(.back, .everywhere, keys: Key("q")),
    KeyBinding(.dismiss, .everywhere, keys: Key(.escape)),

    KeyBinding(.filter, .list, keys: Key("/")),
    KeyBinding(.filter, .search, .facets, .bookmarks, .help, keys: Key("/")),
    KeyBinding(.search, .everywhere, keys: Key("s")),
    KeyBinding(.bookmarks, .everywhere, keys: Key("B")),
    KeyBinding(.themes, .everywhere, keys: Key("T")),
    KeyBinding(.help, .everywhere, keys: Key("?"), Key(.function(1))),
    KeyBinding(.commandLine, .everywhere, keys: Key(":")),

    KeyBinding(.star, .everywhere, keys: Key("b")),
    KeyBinding(.undo, .everywhere, keys: Key("U")),
    KeyBinding(.metadata, .everywhere, keys: Key("m")),
    KeyBinding(.focus, .everywhere, keys: Key(.tab)),
    KeyBinding(.nextUnread, .everywhere, keys: Key("}")),
    KeyBinding(.previousUnread, .everywhere, keys: Key("{")),
    KeyBinding(.openPage, .everywhere, keys: Key("w")),
    KeyBinding(.copyLink, .everywhere, keys: Key("y")),

    KeyBinding(.facets, .list, .search, .facets, keys: Key("f")),
    KeyBinding(.sort, .list, .search, keys: Key("o")),
    KeyBinding(.reverse, .list, .search, keys: Key("O")),
    KeyBinding(.jumpToDate, .list, .search, keys: Key("d")),
    KeyBinding(.toggleRead, .list, .search, .reader, keys: Key("u")),
    KeyBinding(.unfold, .list, .search, keys: Key("x")),
    KeyBinding(.saveSearch, .list, .search, keys: Key("S")),

    KeyBinding(.find, .reader, keys: Key("/")),
    KeyBinding(.nextHit, .reader, keys: Key("n")),
    KeyBinding(.previousHit, .reader, keys: Key("N")),
    KeyBinding(.nextSection, .reader, .pane, keys: Key(")")),
    KeyBinding(.previousSection, .reader, .pane, keys: Key("(")),
    KeyBinding(.nextArticle, .reader, .pane, keys: Key("]")),
    KeyBinding(.previousArticle, .reader, .pane, keys: Key("[")),
    KeyBinding(.setMark, .reader, keys: Key("M")),
    KeyBinding(.goToMark, .reader, keys: Key("'")),
    KeyBinding(.copyText, .reader, keys: Key("Y")),
    KeyBinding(.wider, .reader, .pane, keys: Key("+"), Key("=")),
    KeyBinding(.narrower, .reader, .pane, keys: Key("-")),
    KeyBinding(.vertical, .reader, keys: Key("v")),
    KeyBinding(.script, .reader, keys: Key("z")),
    KeyBinding(.justify, .reader, keys: Key("J")),
    KeyBinding(.historyBack, .everywhere, keys: Key("<"), Key("o", .control)),
    KeyBinding(.historyForward, .everywhere, keys: Key(">")),

    KeyBinding(.edit, .bookmarks, keys: Key("e")),
    KeyBinding(.remove, .bookmarks, keys: Key("x"), Key(.delete)),

    KeyBinding(.mouse, .everywhere, keys: Key("P")),
    KeyBinding(.rescan, .everywhere, keys: Key("r", .control), Key(.function(5))),
    KeyBinding(.redraw, .everywhere, keys: Key("l", .control)),
    KeyBinding(.suspend, .everywhere, keys: Key("z", .control)),
    KeyBinding(.quit, .everywhere, keys: Key("Q"), Key("c", .control)),
  ])
}
