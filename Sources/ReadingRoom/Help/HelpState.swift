/// The help room: rows of the key table, filtered while the user types.
struct HelpState: Sendable, Hashable {
  var field = TextField()
  var isFiltering = false
  var top = 0
  /// Where help was opened.
  var context = KeyContext.list
}

/// The theme picker: the selected theme is applied at once.
struct ThemePickerState: Sendable, Hashable {
  var selected: Int
}
