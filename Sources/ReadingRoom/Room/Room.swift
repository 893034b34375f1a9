/// A place of the program.
enum Room: Sendable, Hashable {
  case list, reader, search, bookmarks, history, help, themes
  /// The output of a command.
  case output
}
