import ArticleLibrary
import ReadingRoom
import TOML
import Typesetting

/// Everything that a user can set, after the command line, the environment and the file have spoken.
struct Configuration: Sendable {
  var paths: UserPaths
  /// Archives to open when the command line names none; absolute.
  var archives: [String] = []
  /// Archives, or folders and files in them, whose pages are not cleaned; absolute.
  var uncleaned: [String] = []
  /// Where indexes are that several people use; absolute. `nil`: each has their own.
  var indexFolder: String?
  /// Which symbolic links inside archives are followed.
  var followedLinks = LinkPolicy.inside
  /// The bookmarks file; absolute.
  var bookmarksPath: String
  /// The highlights file; absolute.
  var highlightsPath: String
  /// How the room looks and how text is set.
  var settings = Settings()
  /// `nil`: ask the terminal.
  var ambiguousWidth: AmbiguousWidth?
  /// The program that shows a URL; `nil`: look for one.
  var opener: String?
  /// Programs by what the address is like: see `URLOpener`.
  var openers: [String: [String]] = [:]
  /// The editor for the bookmarks file; `nil`: show the path instead.
  var editor: String?
  /// Keys by the name of the room's command.
  var keys: [String: [String]] = [:]
  /// What was wrong with the sources.
  var problems: [ConfigurationProblem] = []

  init(paths: UserPaths) {
    self.paths = paths
    self.bookmarksPath = paths.bookmarksFile
    self.highlightsPath = paths.highlightsFile
  }
}

/// Something in the file or the environment that could not be used.
struct ConfigurationProblem: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case noSetting(String, near: String?)
    /// A setting in an archive's section and holds for all of them.
    case notOfAnArchive(String)
    case wrongValue(WrongValue)
    case noTheme(String, themes: [String])
    case notUTF8
    case notTOML(TOMLError.Problem)
    case unreadable(FileFailure.Reason)
  }

  /// The file, or the variable's name.
  var place: String
  /// From 1; `nil` when the place has no lines.
  var line: Int?
  var kind: Kind
}

/// A value that a setting does not take.
struct WrongValue: Sendable, Hashable {
  enum Given: Sendable, Hashable {
    /// As it was written, with its quotes.
    case value(String)
    case fraction, moment, mixedList, mixedTable
  }
  var key: String
  var shape: SettingShape
  var given: Given
}
