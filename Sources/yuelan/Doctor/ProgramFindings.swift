import ReadingRoom

/// Checks whether the reader's dictionaries and speaker are installed. It runs none of them.
struct ProgramFindings {
  var settings: Settings
  /// `PATH`.
  var path: String?

  func findings() -> [Finding] {
    var findings = settings.dictionaries.map { finding("dictionaries", $0.command, name: $0.name + ": ") }
    if findings.isEmpty { findings.append(Finding("dictionaries", .noDictionaries, advice: .setDictionaries)) }
    findings.append(
      settings.speaker.isEmpty
        ? Finding("speaker", .noSpeaker, advice: .setSpeaker) : finding("speaker", settings.speaker))
    return findings
  }

  private func finding(_ check: String, _ command: [String], name: String = "") -> Finding {
    let text = name + ChildProcess.command(command)
    let program = command.first ?? ""
    guard !ChildProcess.isInstalled(program, path: path) else { return Finding(check, .plain(text)) }
    return Finding(check, .notInstalled(program: program, command: text), .warning, advice: .installProgram)
  }
}
