import ArticleLibrary
import ReadingRoom
import TOML
import Typesetting

/// Everything that a user can set, combined from the command line, the environment and the files.
struct Configuration: Sendable {
  var paths: UserPaths
  /// The archives to open when the command line names none; absolute paths.
  var archives: [String] = []
  /// Archives, or folders and files in them, whose pages are not cleaned; absolute paths.
  var uncleaned: [String] = []
  /// The folder of indexes that several users share; absolute. `nil`: each user has their own.
  var indexFolder: String?
  /// Which symbolic links inside archives are followed.
  var followedLinks = LinkPolicy.inside
  /// The bookmarks file; absolute.
  var bookmarksPath: String
  /// The highlights file; absolute.
  var highlightsPath: String
  /// The room's appearance and text layout.
  var settings = Settings()
  /// `nil`: ask the terminal.
  var ambiguousWidth: AmbiguousWidth?
  /// The program that opens URLs; `nil`: find one.
  var opener: String?
  /// Programs by address pattern: see `URLOpener`.
  var openers: [String: [String]] = [:]
  /// The editor for the bookmarks file; `nil`: show the path instead.
  var editor: String?
  /// Keys by the room's command names.
  var keys: [String: [String]] = [:]
  /// What was wrong in the sources.
  var problems: [ConfigurationProblem] = []

  init(paths: UserPaths) {
    self.paths = paths
    self.bookmarksPath = paths.bookmarksFile
    self.highlightsPath = paths.highlightsFile
  }
}

/// Something in a file or the environment that could not be used.
struct ConfigurationProblem: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case noSetting(String, near: String?)
    /// A setting that is not allowed in an archive's section, because it applies to all archives.
    case notOfAnArchive(String)
    case wrongValue(WrongValue)
    case keys(KeyBindingProblem)
    case noTheme(String, themes: [String])
    /// The folder of the setting `index` does not exist.
    case noIndexFolder(String)
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

/// A value that a setting does not accept.
struct WrongValue: Sendable, Hashable {
  enum Given: Sendable, Hashable {
    /// As written, including quotes.
    case value(String)
    case fraction, moment, mixedList, mixedTable
  }
  var key: String
  var shape: SettingShape
  var given: Given
}
