import ArgumentParser

@main
struct Yuelan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yuelan", abstract: "A reading room for archives of Chinese articles.")
  func run() throws {}
}
