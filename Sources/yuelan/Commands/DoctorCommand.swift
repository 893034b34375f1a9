import ArgumentParser
import CursesTerminal
import Glibc

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: HelpSentence.doctor.text)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: archivesHelp, completion: .file())
  var paths: [String] = []
  @Option(name: .joined("f"), help: ArgumentHelp(.doctorFormat))
  var format: Format = .text
  @Flag(help: ArgumentHelp(.doctorWidths))
  var widths = false
  @OptionGroup(title: HelpSentence.settings.text)
  var settings: SettingOptions

  func run() throws {
    let configuration = try commandConfiguration(options: settings.given).configuration
    var findings = [
      Finding(
        "version",
        .plain("yuelan \(yuelanVersion), \(cursesVersion()), Unicode 17.0, \(systemLibraryVersion())"))
    ]
    // Commands run on the main thread, from `Yuelan.main`.
    let terminal = MainActor.assumeIsolated {
      TerminalFindings(environment: .process, configuration: configuration).findings(surveysWidths: widths)
    }
    findings += terminal.findings
    let opener = URLOpener(configured: configuration.opener, environment: .process)
    findings.append(
      Finding(
        "opener", opener.commands.first.map { .plain($0.joined(separator: " ")) } ?? .noOpener,
        advice: opener.canOpen ? nil : .setOpener))
    findings += ProgramFindings(settings: configuration.settings, path: Environment.process["PATH"]).findings()
    let archives = paths.isEmpty ? configuration.archives : paths
    findings += PathFindings(configuration: configuration, archives: archives).findings()

    var output = OutputStream()
    switch format {
    case .json: output.write(findings.json())
    case .text:
      output.write(findings.text(in: .ofCommands))
      if let survey = terminal.survey {
        output.write("\n" + survey)
      } else if output.isTerminal {
        output.write("\n" + DoctorSentence.ruler.text)
      }
    }
    try output.finish()
    // Everything has been said; scripts learn it by the status. Warnings are about what works, but not as well.
    if findings.contains(where: { $0.state == .problem }) { throw CommandFailure.reported(.couldNotRead) }
  }
}

/// The C library's name and version, such as `glibc 2.36` (confstr(3)).
private func systemLibraryVersion() -> String {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
    guard let base = buffer.baseAddress, confstr(Int32(_CS_GNU_LIBC_VERSION), base, buffer.count) > 0 else {
      return "another C library"
    }
    return String(cString: base)
  }
}
