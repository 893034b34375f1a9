import ArticleLibrary
import TOML

/// The content of a `config.toml`: values of known settings with their lines, and what is wrong with the rest.
struct ConfigurationFile: Sendable {
  struct Entry: Sendable, Equatable {
    var value: SettingValue
    var line: Int?
  }

  var path: String
  var entries: [String: Entry] = [:]
  /// Settings for single archives, by the path that `[archive."path"]` names.
  var archives: [(path: String, entries: [String: Entry])] = []
  var problems: [ConfigurationProblem] = []
  /// Whether the file is TOML at all.
  var isReadable = true

  /// Reads a file's text. Never fails: what is wrong becomes a problem, the rest is used.
  init(path: String, text: String) {
    self.path = path
    let table: TOMLTable
    do throws(TOMLError) {
      table = try TOMLParser.parse(Array(text.utf8))
    } catch {
      isReadable = false
      problems.append(ConfigurationProblem(place: path, line: error.line, kind: .notTOML(error.problem)))
      return
    }
    entries = read(table)
    problems.sort { $0.line ?? 0 < $1.line ?? 0 }
  }

  /// Settings that choose archives or keys cannot apply to one archive.
  private static let notOfAnArchive: Set<String> = ["archives", "uncleaned", "keys", "follow-links"]

  /// - Parameter isOfArchive: Whether the table is an archive's section.
  private mutating func read(_ table: TOMLTable, isOfArchive: Bool = false) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    for entry in table.entries {
      let (key, value, line) = (entry.key, entry.value, entry.line)
      if key == "archive", !isOfArchive, case .table(let sections) = value {
        for section in sections.entries {
          if case .table(let table) = section.value {
            archives.append((section.key, read(table, isOfArchive: true)))
          } else {
            problems.append(
              ConfigurationProblem(place: path, line: section.line, kind: .noSetting(section.key, near: nil)))
          }
        }
        continue
      }
      if isOfArchive, Self.notOfAnArchive.contains(key) {
        problems.append(ConfigurationProblem(place: path, line: line, kind: .notOfAnArchive(key)))
        continue
      }
      guard let setting = Setting.named(key) else {
        let near = nearestName(to: key, among: Setting.all.map(\.key))
        problems.append(
          ConfigurationProblem(
            place: path, line: line, kind: .noSetting(key, near: near)))
        continue
      }
      if setting.shape.isTable, case .table(let table) = value {
        let known = readEntries(of: table, as: setting)
        // A table without anything that can be used must not hide the same table of all archives.
        if !known.isEmptyTable || table.entries.isEmpty { entries[key] = Entry(value: known, line: line) }
        continue
      }
      let given = SettingValue(value)
      if let known = given, setting.shape.accepts(known) {
        entries[key] = Entry(value: known, line: line)
      } else {
        problems.append(
          ConfigurationProblem(
            place: path, line: line,
            kind: .wrongValue(
              WrongValue(
                key: key, shape: setting.shape, given: given.map { .value($0.toml) } ?? kind(of: value))))
        )
      }
    }
    return entries
  }

  /// The settings for the opened archives: from sections whose path contains all of them, the most specific section
  /// first.
  ///
  /// - Parameters:
  ///   - opened: Absolute paths.
  ///   - resolve: Makes a path of the file absolute.
  func entries(forArchives opened: [String], resolve: (String) -> String) -> [String: Entry] {
    guard !opened.isEmpty else { return [:] }
    var entries: [String: Entry] = [:]
    let fitting = archives.map { (path: ArchiveProfiles.realPath(resolve($0.path)), entries: $0.entries) }
      .filter { section in
        opened.allSatisfy {
          $0 == section.path || $0.hasPrefix(section.path.hasSuffix("/") ? section.path : section.path + "/")
        }
      }
    for section in fitting.sorted(by: { $0.path.utf8.count < $1.path.utf8.count }) {
      entries.merge(section.entries) { $1 }
    }
    return entries
  }
}

extension SettingValue {
  /// Converts a TOML value; `nil` for types that no setting accepts.
  init?(_ value: TOMLValue) {
    switch value {
    case .string(let text): self = .text(text)
    case .integer(let number): self = .integer(number)
    case .boolean(let isOn): self = .boolean(isOn)
    case .array(let array):
      guard let texts = SettingValue.texts(of: array) else { return nil }
      self = .texts(texts)
    case .table(let table):
      var lists: [String: [String]] = [:]
      for entry in table.entries {
        if let text = entry.value.string {
          lists[entry.key] = [text]
        } else if let array = entry.value.array, let texts = SettingValue.texts(of: array) {
          lists[entry.key] = texts
        } else {
          return nil
        }
      }
      self = .table(lists)
    case .float, .moment: return nil
    }
  }

  /// The strings of an array; `nil` when it contains anything else.
  private static func texts(of array: [TOMLValue]) -> [String]? {
    let texts = array.compactMap(\.string)
    return texts.count == array.count ? texts : nil
  }
}

/// How to name a value that no setting accepts.
func kind(of value: TOMLValue) -> WrongValue.Given {
  switch value {
  case .float: .fraction
  case .moment: .moment
  case .array: .mixedList
  default: .mixedTable
  }
}
