import ArgumentParser
import Glibc

@main
struct Yuelan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yuelan",
    abstract: "A reading room for archives of Chinese articles.",
    usage: """
      yuelan [PATH…]
      yuelan SUBCOMMAND …
      """,
    discussion: """
      Without a subcommand it opens the reading room with the folders and files named; without a path, with the \
      archives of the configuration, else with the current folder. A path that is called like a subcommand is \
      written with its folder: ./list.
      """,
    version: "yuelan \(yuelanVersion)",
    subcommands: [
      RoomCommand.self, ReadCommand.self, ListCommand.self, SearchCommand.self, IndexCommand.self,
      BookmarksCommand.self, ExportCommand.self, ThemesCommand.self, DoctorCommand.self, ConfigCommand.self,
    ],
    defaultSubcommand: RoomCommand.self
  )

  static func main() {
    // A reader of our output that has gone shows as an error of `write`, which ends the command in order.
    signal(SIGPIPE, SIG_IGN)
    Glibc.exit(run(arguments: commandLineArguments()).rawValue)
  }

  /// Runs the command that the arguments name.
  static func run(arguments: [String]?) -> ExitStatus {
    do {
      if let arguments, areOnlyPaths(arguments) {
        try RoomCommand.open(arguments)
      } else {
        var command = try parseAsRoot(arguments)
        try command.run()
      }
      return .done
    } catch let failure as CommandFailure {
      if let sentence = failure.sentence { complain(sentence) }
      return failure.status
    } catch {
      return explain(error)
    }
  }

  /// Whether there is nothing to parse: the room is what most people open most often, and the parser's work would be
  /// a fifth of what its first frame takes.
  static func areOnlyPaths(_ arguments: [String]) -> Bool {
    guard arguments.allSatisfy({ !$0.hasPrefix("-") }) else { return false }
    guard let first = arguments.first else { return true }
    return !subcommandNames.contains(first)
  }

  static var subcommandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  /// Prints what the argument parser has to say: help and version on standard output, mistakes on standard error.
  private static func explain(_ error: any Error) -> ExitStatus {
    guard exitCode(for: error).isSuccess else {
      complain(message(for: error))
      var usage = OutputStream(descriptor: STDERR_FILENO)
      usage.writeLine("See 'yuelan --help'.")
      usage.flush()
      return .wrongUse
    }
    var output = OutputStream()
    output.writeLine(fullMessage(for: error))
    do {
      try output.finish()
      return .done
    } catch {
      return error.status
    }
  }
}
