import CNcurses

/// The version of ncurses that is linked, such as `ncurses 6.4.20221231`.
public func cursesVersion() -> String {
  String(cString: yuelan_curses_version())
}
