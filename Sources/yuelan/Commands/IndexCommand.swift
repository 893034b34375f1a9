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
  @OptionGroup var waiting: WaitingOptions

  func run() throws {
    let configuration = try loadedConfiguration()
    let library = try asCommand { () throws(LibraryError) in
      try Library(configuration.library(of: paths), trial: runTrial)
    }
    let progress = ProgressLine()
    library.observeNotices { notice in
      progress.clear()
      complain(notice.sentence)
    }
    let summary = try library.updateShowingProgress(
      progress, rebuilding: rebuild, patience: waiting.noWait ? .none : .whileOthersWork)
    var output = OutputStream()
    if verbose {
      for file in summary.passedOver {
        output.writeLine(printable("\(file.path.display): \(file.reason.sentence)"))
      }
    }
    output.writeLine(summary.sentence)
    try output.finish()
    try library.endingForMissingArchives()
    if summary.articleCount == 0 { throw CommandFailure.nothingFound }
  }
}

extension UpdateSummary {
  /// `21183 articles: 12 added, 1 changed, 0 removed; 40 files passed over; 3.2 s`
  var sentence: String {
    let tenths = Int((seconds * 10).rounded())
    return "\(articleCount) articles: \(added) added, \(changed) changed, \(removed) removed; "
      + "\(passedOver.count) files passed over; \(tenths / 10).\(tenths % 10) s"
  }
}

extension PassOverReason {
  /// Why, in words that finish "is passed over:".
  var sentence: String {
    switch self {
    case .notRegular: "is a pipe, a socket, a device or a file of the kernel's"
    case .notADump: "is no dump"
    case .foreign(let kind): kind.sentence()
    case .aboutTheArchive: "is about the archive"
    case .indexPage: "is a list of links"
    case .generatedPage: "was made from the archive by a site generator"
    case .template: "is a template or data of a site generator"
    case .empty: "is empty"
    case .endedTheProgram: "ended the program when it was parsed; index --rebuild tries it again"
    case .linkLoop: "was entered already by another name"
    case .danglingLink: "is a link that leads nowhere"
    case .linkLeadsOut: "is a link that leads out of the archive (follow-links)"
    case .linkNotFollowed: "is a link, and none are followed (follow-links)"
    case .unreadable(let code): strerror(code).map { String(cString: $0) } ?? "cannot be read"
    case .vanished: "is gone"
    }
  }
}
