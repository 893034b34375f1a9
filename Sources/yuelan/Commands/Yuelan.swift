import ArgumentParser
import Glibc
import ReadingRoom

@main
struct Yuelan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yuelan",
    abstract: HelpSentence.program.text,
    usage: """
      yuelan [<path> ...]
      yuelan <subcommand> ...
      """,
    discussion: HelpSentence.programDiscussion.text,
    version: "yuelan \(yuelanVersion)",
    subcommands: [
      RoomCommand.self, ReadCommand.self, ListCommand.self, SearchCommand.self, LookupCommand.self, IndexCommand.self,
      BookmarksCommand.self, HighlightsCommand.self, ExportCommand.self, ThemesCommand.self, DoctorCommand.self,
      ConfigCommand.self,
      SchemaCommand.self,
    ],
    defaultSubcommand: RoomCommand.self
  )

  static func main() {
    // When the reader of our output is gone, `write` fails, and the command ends in order.
    signal(SIGPIPE, SIG_IGN)
    Glibc.exit(run(arguments: commandLineArguments()).rawValue)
  }

  /// Runs the command that the arguments name, with a trace if the environment asks for one.
  static func run(arguments: [String]?) -> ExitStatus {
    let start = ContinuousClock.now
    let trace: Trace?
    do throws(TraceFailure) {
      trace = try Trace.process.get()
    } catch {
      complain(error.text)
      return .wrongUse
    }
    trace?.recordStart(arguments: arguments ?? [], names: subcommandNames)
    let status = untracedRun(arguments: arguments)
    trace?.record(.end, "status \(status.rawValue)", since: start)
    return status
  }

  private static func untracedRun(arguments: [String]?) -> ExitStatus {
    do {
      if let request = arguments.flatMap(ListArguments.init(plain:)) {
        try request.run()
        return .done
      }
      if let arguments { try checkNames(in: arguments) }
      if let arguments, areOnlyPaths(arguments) {
        try RoomCommand.open(arguments)
      } else {
        var command = try parseAsRoot(arguments)
        try command.run()
      }
      return .done
    } catch let failure as CommandFailure {
      Trace.ofProcess?.record(.error, failure.traceText)
      if let sentence = failure.sentence { complain(sentence, picture: failure.picture) }
      return failure.status
    } catch {
      return explain(error, of: arguments)
    }
  }

  /// Whether the argument parser can be skipped: the reading room is opened most often, and parsing would take a fifth
  /// of the time to its first frame.
  static func areOnlyPaths(_ arguments: [String]) -> Bool {
    guard arguments.allSatisfy({ !$0.hasPrefix("-") }) else { return false }
    guard let first = arguments.first else { return true }
    return !subcommandNames.contains(first)
  }

  /// Refuses a first word that was surely meant as a subcommand, and help on one that does not exist.
  static func checkNames(in arguments: [String]) throws(CommandFailure) {
    guard let first = arguments.first else { return }
    if first == "help", let name = arguments.dropFirst().first, !name.hasPrefix("-") {
      if !subcommandNames.contains(name) {
        throw .usage(HelpSentence.noSubcommand.text + name + suggestion(for: name))
      }
    } else if !subcommandNames.contains(first), let meant = suggestedSubcommand(for: first) {
      throw .usage(first + HelpSentence.neitherFileNorSubcommand.text + HelpSentence.suggestion(meant))
    }
  }

  private static func suggestion(for name: String) -> String {
    nearestName(to: name, among: subcommandNames).map(HelpSentence.suggestion) ?? ""
  }

  /// The subcommand that a word nearly spells, unless the word is an option or names a file.
  private static func suggestedSubcommand(for word: String) -> String? {
    guard !word.hasPrefix("-"), !word.contains("/"), access(word, F_OK) != 0 else { return nil }
    return nearestName(to: word, among: subcommandNames)
  }

  static var subcommandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  /// Prints the argument parser's messages: help and version on standard output, mistakes on standard error.
  private static func explain(_ error: any Error, of arguments: [String]?) -> ExitStatus {
    guard exitCode(for: error).isSuccess else {
      complain(ParserSentence.complaint(message(for: error), in: Language.ofCommands))
      var usage = OutputStream(descriptor: STDERR_FILENO)
      usage.writeLine(HelpSentence.seeHelp(on: arguments?.first.flatMap { subcommandNames.contains($0) ? $0 : nil }))
      usage.flush()
      return .wrongUse
    }
    var output = OutputStream()
    output.writeLine(ParserSentence.help(fullMessage(for: error), in: Language.ofCommands))
    do {
      try output.finish()
      return .done
    } catch {
      return error.status
    }
  }
}
