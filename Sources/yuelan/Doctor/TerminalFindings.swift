import CursesTerminal
import Glibc
import ReadingRoom
import Typesetting

/// What the doctor sees of the terminal.
struct TerminalFindings {
  var environment: Environment
  var configuration: Configuration

  /// The findings, and the terminal's widths when they are asked for.
  @MainActor func findings(surveysWidths: Bool) -> (findings: [Finding], survey: String?) {
    let identity = TerminalIdentity { environment[$0] }
    var findings = [locale()]
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      findings.append(Finding("terminal", "not looked at: input or output is no terminal"))
      return (findings, nil)
    }
    TerminfoFallback.offer()
    var survey: String?
    do throws(TerminalFailure) {
      let terminal = try CursesTerminal(
        CursesTerminal.Options(
          identity: identity, usesMouse: configuration.settings.usesMouse,
          ambiguousWidth: configuration.ambiguousWidth ?? .narrow))
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
      findings.append(
        Finding(
          "terminal.mouse",
          configuration.settings.usesMouse ? "on: clicks and wheel go to the room" : "off, by the settings"))
      findings.append(clipboard(identity))
    } catch {
      findings.append(Finding("terminal", error.sentence, .problem, advice: "set TERM to what your terminal is"))
    }
    return (findings, survey)
  }

  private func answers(_ answers: TerminalAnswers) -> Finding {
    var words = [answers.name.map { "calls itself \($0)" } ?? "gives no name"]
    if let ground = answers.traits { words.append(ground == .light ? "a light background" : "a dark background") }
    if answers.synchronizes { words.append("shows frames whole") }
    if answers.offersClusters { words.append("draws clusters as one when asked") }
    return Finding("terminal.answers", words.joined(separator: ", "))
  }

  private func locale() -> Finding {
    let variable = ["LC_ALL", "LC_CTYPE", "LANG"].first { environment[$0] != nil }
    let name = variable.flatMap { environment[$0] } ?? "unset"
    let value = variable.map { "\(name) (\($0))" } ?? name
    let encoding = name.split(separator: ".").dropFirst().first?.lowercased() ?? ""
    if encoding.hasPrefix("utf-8") || encoding.hasPrefix("utf8") { return Finding("locale", value) }
    return Finding(
      "locale", value, .warning,
      advice: "Yuelan writes UTF-8 all the same; other programs need 'export LANG=C.UTF-8'")
  }

  private func type(_ identity: TerminalIdentity) -> Finding {
    switch identity.multiplexer {
    case .tmux: Finding("terminal.type", "\(identity.type), in tmux")
    case .screen: Finding("terminal.type", "\(identity.type), in screen")
    case nil: Finding("terminal.type", identity.type)
    }
  }

  private func size(_ size: Size) -> Finding {
    let value = "\(size.columns) columns, \(size.rows) rows"
    guard size.columns < 20 || size.rows < 5 else { return Finding("terminal.size", value) }
    return Finding("terminal.size", value, .warning, advice: "the room needs 20 by 5 to be of use")
  }

  private func colors(_ depth: ColorDepth, _ identity: TerminalIdentity) -> Finding {
    switch depth {
    case .trueColor: Finding("terminal.colors", "true colour")
    case .palette256: Finding("terminal.colors", "256")
    case .ansi16: Finding("terminal.colors", "16", advice: "themes look plainer; TERM=xterm-256color may be true too")
    case .none:
      Finding("terminal.colors", identity.refusesColor ? "none, by NO_COLOR" : "none")
    }
  }

  private func widths(_ probe: WidthProbe) -> [Finding] {
    guard probe.isAnswered, let ambiguous = probe.ambiguousWidth else {
      return [
        Finding(
          "terminal.widths", "the terminal does not say", .warning,
          advice: "compare the ruler below; set ambiguous-width = \"wide\" if its second line is longer")
      ]
    }
    var findings: [Finding] = []
    if probe.understandsUTF8 == false {
      findings.append(
        Finding("terminal.encoding", "takes UTF-8 for single bytes", .problem, advice: "switch the terminal to UTF-8"))
    }
    let number = ambiguous.rawValue
    var finding = Finding("terminal.ambiguous", "“ ” — … · ① take \(number) column\(number == 1 ? "" : "s")")
    if let set = configuration.ambiguousWidth, set != ambiguous {
      finding.state = .warning
      finding.advice = "the setting ambiguous-width says otherwise; \"auto\" would do"
    }
    findings.append(finding)
    if let heart = probe.heartWidthInCells, let family = probe.familyWidthInCells {
      findings.append(
        Finding("terminal.emoji", "❤️ takes \(heart), a joined family \(family); Yuelan draws around the difference"))
    }
    return findings
  }

  private func clipboard(_ identity: TerminalIdentity) -> Finding {
    switch identity.multiplexer {
    case .tmux:
      Finding(
        "terminal.clipboard", "OSC 52 through tmux",
        advice: "tmux passes it on after 'set -g set-clipboard on'")
    case .screen: Finding("terminal.clipboard", "OSC 52 through screen")
    case nil: Finding("terminal.clipboard", "OSC 52, if the terminal allows it")
    }
  }

  /// Waits until the terminal has answered, half a second at most.
  @MainActor private func waitForProbe(of terminal: CursesTerminal) {
    let end = MonotonicClock.nowInMilliseconds + 500
    while !terminal.probe.isAnswered, case let now = MonotonicClock.nowInMilliseconds, now < end {
      _ = terminal.wait(milliseconds: Int(end - now))
    }
  }
}

/// Lines of forty columns each, to hold against each other: where one is longer, the terminal counts otherwise.
let widthRuler = """
  0         1         2         3         |
  汉字汉字汉字汉字汉字汉字汉字汉字汉字汉字|  Han: two columns each
  “”——……··“”——……··“”——……··“”——……··“”——……··|  ambiguous: one column each here
  𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷|  Han of extension B: two columns each

  """
