import CNcurses

/// The version of the linked ncurses, such as `ncurses 6.4.20221231`.
public func cursesVersion() -> String {
  String(cString: yuelan_curses_version())
}
