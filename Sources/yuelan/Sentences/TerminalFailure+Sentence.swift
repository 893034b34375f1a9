import CursesTerminal
import ReadingRoom

extension TerminalFailure: Sentence {
  /// What is wrong, for standard error.
  var wording: Wording {
    switch self {
    case .notATerminal:
      (
        "阅览室需要终端；在管道里请用 yuelan list、yuelan read 或 yuelan search",
        "閱覽室需要終端；在管線裡請用 yuelan list、yuelan read 或 yuelan search",
        "the reading room needs a terminal; in pipes use 'yuelan list', 'yuelan read' or 'yuelan search'"
      )
    case .typeUnset:
      (
        "没有设置 TERM，不知道终端的能力；可试 TERM=xterm-256color", "沒有設定 TERM，不知道終端的能力；可試 TERM=xterm-256color",
        "TERM is not set, so there is no telling what the terminal can do; try TERM=xterm-256color"
      )
    case .typeUnknown(let name):
      (
        "本机的 terminfo 里没有 TERM=\(name)；可试 TERM=xterm-256color", "本機的 terminfo 裡沒有 TERM=\(name)；可試 TERM=xterm-256color",
        "TERM=\(name) is not in this machine's terminfo; try TERM=xterm-256color"
      )
    case .tooDumb(let name):
      (
        "TERM=\(name) 不能移动光标，开不了阅览室；请用 yuelan list 和 yuelan read",
        "TERM=\(name) 不能移動游標，開不了閱覽室；請用 yuelan list 和 yuelan read",
        "TERM=\(name) cannot place its cursor; the reading room needs a screen (try 'yuelan list' and 'yuelan read')"
      )
    case .system(let call, let code):
      (
        "\(call)：\(SystemErrorSentence(code: code).wording.simplified)",
        "\(call)：\(SystemErrorSentence(code: code).wording.traditional)",
        "\(call): \(SystemErrorSentence(code: code).wording.english)"
      )
    }
  }
}
