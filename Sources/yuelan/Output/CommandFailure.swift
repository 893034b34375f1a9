import ArticleLibrary

/// A command's exit status (`yuelan(1)`, "EXIT STATUS").
enum ExitStatus: Int32, Sendable {
  case done = 0
  case nothingFound = 1
  case wrongUse = 2
  case couldNotRead = 3
  case indexBusy = 4
}

/// Why a command cannot continue.
enum CommandFailure: Error, Sendable, Equatable {
  /// The command line asks for something that makes no sense; a sentence without full stop.
  case usage(String)
  case nothingFound
  /// A value on the command line that the setting does not accept.
  case option(OptionMistake)
  /// A mistake in a query.
  case query(QueryError)
  /// A file, a folder or a stream could not be read or written.
  case file(FileFailure)
  /// Another process is making the index, and we are not to wait for it.
  case indexBusy(process: Int32?)
  /// Everything has already been reported on standard error.
  case reported(ExitStatus)

  static func usage(_ sentence: CommandSentence) -> CommandFailure { .usage(sentence.text) }

  var status: ExitStatus {
    switch self {
    case .usage, .option, .query: .wrongUse
    case .nothingFound: .nothingFound
    case .file: .couldNotRead
    case .indexBusy: .indexBusy
    case .reported(let status): status
    }
  }

  /// Lines below the sentence that show the place of the mistake.
  var picture: [String] {
    if case .query(let mistake) = self { mistake.picture } else { [] }
  }

  /// What a trace records: nothing that may come from the command line.
  var traceText: String {
    switch self {
    case .file(let failure): failure.traceText
    case .usage, .option, .query, .nothingFound, .indexBusy, .reported: TraceText.name(of: self)
    }
  }

  /// What to print after `yuelan: `; `nil` for nothing.
  var sentence: String? {
    switch self {
    case .usage(let sentence): sentence
    case .option(.wrongValue(let wrong)): wrong.sentence(in: .ofCommands)
    case .option(.problem(let problem)): problem.sentence(in: .ofCommands)
    case .query(let mistake): mistake.complaint(in: .ofCommands)
    case .nothingFound, .reported: nil
    case .file(let failure): failure.text
    case .indexBusy(let process):
      LibraryError.indexBusy(process: process).text
    }
  }
}
