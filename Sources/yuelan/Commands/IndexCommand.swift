import ArgumentParser
import ArticleLibrary
import Glibc

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: HelpSentence.index.text,
    discussion: HelpSentence.indexDiscussion.text)

  @Argument(help: archivesHelp, completion: .file())
  var paths: [String] = []
  @Flag(help: ArgumentHelp(.rebuild))
  var rebuild = false
  @Flag(help: ArgumentHelp(.verbose))
  var verbose = false
  @Flag(help: ArgumentHelp(.watch))
  var watch = false
  @Flag(name: .shortAndLong, help: ArgumentHelp(.quiet))
  var quiet = false
  @OptionGroup var waiting: WaitingOptions

  func run() throws {
    let configuration = try loadedConfiguration()
    let start = ContinuousClock.now
    let library = try asCommand { () throws(LibraryError) in
      try Library(configuration.library(of: paths), trial: runTrial)
    }
    Trace.ofProcess?.recordOpening(library, since: start)
    if rebuild, case .otherUser(let owner) = library.indexKeeper {
      complain(CommandSentence.indexNotRebuilt(owner: userName(owner)).text)
      throw CommandFailure.reported(.couldNotRead)
    }
    let progress = ProgressLine(isQuiet: quiet)
    library.observeNotices { notice in
      progress.clear()
      complain(notice.commandText)
    }
    let summary = try library.updateShowingProgress(
      progress, rebuilding: rebuild, patience: waiting.noWait ? .none : .whileOthersWork)
    var output = OutputStream()
    if verbose {
      for file in summary.skipped {
        output.writeLine(printable("\(file.path.display): \(file.reason.text)"))
      }
    }
    switch library.indexKeeper {
    case .library:
      if !quiet { output.writeLine(summary.sentence) }
    case .otherUser(let owner):
      let sentence = CommandSentence.indexOfOther(count: summary.articleCount, owner: userName(owner))
      if !quiet { output.writeLine(sentence.text) }
    case .nobody:
      // A notice has said why. What was indexed is lost when the process ends.
      try output.finish()
      throw CommandFailure.reported(.couldNotRead)
    }
    if watch {
      output.flush()
      follow(library, progress)
    }
    try output.finish()
    try library.endingForMissingArchives()
    if summary.articleCount == 0 { throw CommandFailure.nothingFound }
  }

  /// Indexes changes of the archives as they happen, until the process is ended.
  private func follow(_ library: Library, _ progress: ProgressLine) {
    ArchiveWatch(library).run { update in
      Trace.ofProcess?.record(update)
      progress.show(update)
      switch update {
      case .finished(let summary) where !quiet && summary.hasChanges:
        var output = OutputStream()
        output.writeLine(summary.sentence)
        output.flush()
      case .failed(let error): complain(FileFailure(error).text)
      default: break
      }
    }
  }
}

/// A user's name; the number if the system knows none.
private func userName(_ number: UInt32) -> String {
  guard let entry = getpwuid(number), let name = entry.pointee.pw_name else { return String(number) }
  return String(cString: name)
}

extension UpdateSummary {
  /// `21183 articles: 12 added, 1 changed, 0 removed; 40 files skipped; 3.2 s`
  var sentence: String {
    let tenths = Int((seconds * 10).rounded())
    return CommandSentence.updated(
      count: articleCount, added: added, changed: changed, removed: removed, skipped: skipped.count,
      seconds: "\(tenths / 10).\(tenths % 10)"
    ).text
  }
}
