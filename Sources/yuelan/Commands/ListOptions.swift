import ArgumentParser

/// The options that `list` and `search` share: which rows are printed, and how.
struct ListOptions: ParsableArguments {
  @Option(name: .joined("f"), help: ArgumentHelp(.listFormat))
  var format: ListFormat = .table
  @Option(name: .joined("n"), help: ArgumentHelp(.limit), transform: Count.parsed)
  var limit: Count?
  @Flag(help: ArgumentHelp(.print0))
  var print0 = false
  @Option(help: ArgumentHelp(.color))
  var color: ColorChoice = .auto
  @Flag(help: ArgumentHelp(.fold))
  var fold = false
  @Flag(help: ArgumentHelp(.refresh))
  var refresh = false
  @OptionGroup var waiting: WaitingOptions
  @Option(help: ArgumentHelp(.bookmarksFile, valueName: "file"), completion: .file())
  var bookmarks: String?
}

/// What a command does while another process is making the index that it needs.
struct WaitingOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(.noWait))
  var noWait = false
}

/// The meaning of the paths of a command that opens a library.
let archivesHelp = ArgumentHelp(.archives, valueName: "path")

/// A number of things, 0 or more, on the command line.
struct Count: Sendable {
  var value: Int

  init?(argument: String) {
    guard let value = Int(argument), value >= 0 else { return nil }
    self.value = value
  }

  /// For an option of the argument parser.
  static func parsed(_ argument: String) throws(ExpectedValue) -> Count {
    guard let count = Count(argument: argument) else { throw ExpectedValue(sentence: .expectedCount) }
    return count
  }
}

extension NameSpecification {
  /// An option's long name and a letter, which its value may follow in the same argument: `-w 60` and `-w60`.
  static func joined(_ letter: Character) -> NameSpecification {
    [.customShort(letter, allowingJoined: true), .long]
  }
}
