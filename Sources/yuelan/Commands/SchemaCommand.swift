import ArgumentParser
import Schemas

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: HelpSentence.schema.text,
    discussion: HelpSentence.schemaDiscussion.text)

  @Argument(
    help: ArgumentHelp(.schemaName, valueName: "name"),
    completion: .list(jsonSchemas.map(\.name)))
  var name: String?

  func run() throws {
    var output = OutputStream()
    if let name {
      guard let schema = jsonSchemas.first(where: { $0.name == name }) else {
        let names = jsonSchemas.map(\.name)
        let meant = nearestName(to: name, among: names).map(HelpSentence.suggestion) ?? ""
        throw CommandFailure.usage(
          CommandSentence.unexpectedValue(option: "schema", expected: names, given: name).text + meant)
      }
      output.write(schema.bytes)
    } else {
      for schema in jsonSchemas { output.writeLine(schema.name) }
    }
    try output.finish()
  }
}
