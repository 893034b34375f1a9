import ArgumentParser
import ArticleDump
import Glibc

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "read", abstract: "Print articles.")
  @Argument var files: [String] = []
  func run() throws {}
}
