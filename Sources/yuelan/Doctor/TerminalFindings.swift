import CursesTerminal
import Glibc
import ReadingRoom
import Typesetting

/// The doctor's checks of the terminal.
struct TerminalFindings {
  var environment: Environment
  var configuration: Configuration

  /// The findings, with the terminal's widths if requested.
  @MainActor func findings(surveysWidths: Bool) -> (findings: [Finding], survey: String?) {
    let identity = TerminalIdentity { environment[$0] }
    var findings = [locale()]
    guard let (input, output) = Self.descriptors(asksTerminal: surveysWidths) else {
      findings.append(Finding("terminal", .noTerminal))
      return (findings, nil)
    }
    TerminfoFallback.offer()
    var survey: String?
    do throws(TerminalFailure) {
      let terminal = try CursesTerminal(
        CursesTerminal.Options(
          identity: identity, usesMouse: configuration.settings.usesMouse,
          ambiguousWidth: configuration.ambiguousWidth ?? .narrow, input: input, output: output))
      waitForProbe(of: terminal)
      let (size, traits, probe, answers) = (terminal.size, terminal.traits, terminal.probe, terminal.answers)
      if surveysWidths {
        survey = WidthSurvey(of: terminal).text(
          heading: "yuelan \(yuelanVersion), \(answers.name ?? "a terminal without a name"), TERM=\(identity.type)")
      }
      terminal.close()
      findings.append(type(identity))
      findings.append(self.size(size))
      findings.append(colors(traits.colorDepth, identity))
      findings += widths(probe)
      findings.append(self.answers(answers))
      findings.append(Finding("terminal.mouse", configuration.settings.usesMouse ? .mouseOn : .mouseOff))
      findings.append(clipboard(identity))
    } catch {
      findings.append(Finding("terminal", .terminalFailed(error), .problem, advice: .setTerm))
    }
    return (findings, survey)
  }

  /// The terminal's descriptors: the standard streams; else, when the terminal is to be asked, those of the controlling
  /// terminal, so that the results can be redirected to a file.
  private static func descriptors(asksTerminal: Bool) -> (input: Int32, output: Int32)? {
    if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 { return (STDIN_FILENO, STDOUT_FILENO) }
    guard asksTerminal, case let device = open("/dev/tty", O_RDWR | O_CLOEXEC), device >= 0 else { return nil }
    return (device, device)
  }

  private func answers(_ answers: TerminalAnswers) -> Finding {
    Finding(
      "terminal.answers",
      .answers(
        name: answers.name, isLight: answers.background.map { $0 == .light }, synchronizes: answers.synchronizes,
        offersClusters: answers.offersClusters))
  }

  /// The locale for characters. Its name does not suffice: other programs fall back on `C` when it is not installed.
  func locale() -> Finding {
    guard let (variable, name) = environment.characterLocale else {
      return Finding("locale", .localeUnset, .warning, advice: .exportLocale(variable: "LANG"))
    }
    // Readers set LANG; LC_ALL and LC_CTYPE override it.
    let advice = DoctorSentence.exportLocale(variable: variable)
    guard let encoding = Self.encoding(ofLocale: name) else {
      return Finding("locale", .localeMissing(name, variable: variable), .warning, advice: advice)
    }
    let value = DoctorSentence.plain("\(name) (\(variable))")
    return encoding == "UTF-8" ? Finding("locale", value) : Finding("locale", value, .warning, advice: advice)
  }

  /// The encoding of a locale, as `locale charmap` names it; `nil` when the locale is not installed.
  private static func encoding(ofLocale name: String) -> String? {
    guard let locale = newlocale(LC_CTYPE_MASK, name, nil) else { return nil }
    defer { freelocale(locale) }
    return String(cString: nl_langinfo_l(nl_item(CODESET), locale))
  }

  private func type(_ identity: TerminalIdentity) -> Finding {
    switch identity.multiplexer {
    case .tmux: Finding("terminal.type", .typeWithin(identity.type, multiplexer: "tmux"))
    case .screen: Finding("terminal.type", .typeWithin(identity.type, multiplexer: "screen"))
    case nil: Finding("terminal.type", .plain(identity.type))
    }
  }

  private func size(_ size: Size) -> Finding {
    let value = DoctorSentence.size(columns: size.columns, rows: size.rows)
    guard size.columns < 20 || size.rows < 5 else { return Finding("terminal.size", value) }
    return Finding("terminal.size", value, .warning, advice: .enlarge)
  }

  private func colors(_ depth: ColorDepth, _ identity: TerminalIdentity) -> Finding {
    switch depth {
    case .trueColor: Finding("terminal.colors", .trueColor)
    case .palette256: Finding("terminal.colors", .plain("256"))
    case .ansi16: Finding("terminal.colors", .plain("16"), advice: .tryMoreColors)
    case .none:
      Finding("terminal.colors", .noColor(byVariable: identity.refusesColor))
    }
  }

  private func widths(_ probe: WidthProbe) -> [Finding] {
    guard probe.isAnswered, let ambiguous = probe.ambiguousWidth else {
      return [
        Finding(
          "terminal.widths", .widthsUnknown, .warning, advice: .compareRuler)
      ]
    }
    var findings: [Finding] = []
    if probe.understandsUTF8 == false {
      findings.append(
        Finding("terminal.encoding", .notUTF8, .problem, advice: .switchToUTF8))
    }
    var finding = Finding("terminal.ambiguous", .ambiguous(columns: ambiguous.rawValue))
    if let set = configuration.ambiguousWidth, set != ambiguous {
      finding.state = .warning
      finding.advice = .widthSetOtherwise
    }
    findings.append(finding)
    if let heart = probe.heartWidthInCells, let family = probe.familyWidthInCells {
      findings.append(
        Finding("terminal.emoji", .emoji(heart: heart, family: family)))
    }
    return findings
  }

  private func clipboard(_ identity: TerminalIdentity) -> Finding {
    switch identity.multiplexer {
    case .tmux:
      Finding("terminal.clipboard", .clipboard(through: "tmux"), advice: .setClipboard)
    case .screen: Finding("terminal.clipboard", .clipboard(through: "screen"))
    case nil: Finding("terminal.clipboard", .clipboard(through: nil))
    }
  }

  /// Waits for the terminal's answers, at most half a second.
  @MainActor private func waitForProbe(of terminal: CursesTerminal) {
    let end = MonotonicClock.nowInMilliseconds + 500
    while !terminal.probe.isAnswered, case let now = MonotonicClock.nowInMilliseconds, now < end {
      _ = terminal.wait(milliseconds: Int(end - now))
    }
  }
}
