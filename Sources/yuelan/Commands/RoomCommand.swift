import ArgumentParser

struct RoomCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "room", abstract: "Open the reading room (what yuelan does without a subcommand).")

  @Argument(help: ArgumentHelp("Archives: folders of dumps, or single files.", valueName: "path"))
  var paths: [String] = []
  @OptionGroup(title: "Settings for this run")
  var settings: SettingOptions

  func run() throws {
    _ = try loadConfiguration(options: settings.given)
  }
}
