import ReadingRoom
import TOML

// What is wrong with the user's own keys and themes.

extension KeyBindingProblem: Sentence {
  var wording: Wording {
    switch self {
    case .noSuchCommand(let name):
      Self.suggesting(
        nearestName(to: name, among: Command.allCases.map(\.rawValue)),
        ("keys.\(name)：没有这个命令", "keys.\(name)：沒有這個命令", "keys.\(name): no such command"))
    case .noSuchKey(let key, let command):
      Self.suggesting(
        nearestName(to: key, among: Key.names),
        ("keys.\(command)：没有这个键：\(key)", "keys.\(command)：沒有這個鍵：\(key)", "keys.\(command): no such key: \(key)"))
    case .conflict(let key, let one, let other, let context):
      (
        "keys：\(key.name) 同时给了 \(one.rawValue) 和 \(other.rawValue)（\(context.rawValue)）",
        "keys：\(key.name) 同時給了 \(one.rawValue) 和 \(other.rawValue)（\(context.rawValue)）",
        "keys: \(key.name) is both \(one.rawValue) and \(other.rawValue) (\(context.rawValue))"
      )
    case .noKeyLeft(let command):
      (
        "keys：\(command.rawValue) 一个键也没有了", "keys：\(command.rawValue) 一個鍵也沒有了",
        "keys: \(command.rawValue) has no key left"
      )
    }
  }

  private static func suggesting(_ near: String?, _ sentence: Wording) -> Wording {
    let end = suggestion(of: near)
    return (
      sentence.simplified + end.simplified, sentence.traditional + end.traditional, sentence.english + end.english
    )
  }
}

extension ThemeProblem: Sentence {
  var wording: Wording {
    switch kind {
    case .notTOML(let error):
      (
        "\(theme).toml，第 \(error.line) 行：\(error.problem.wording.simplified)",
        "\(theme).toml，第 \(error.line) 行：\(error.problem.wording.traditional)",
        "\(theme).toml, line \(error.line): \(error.problem.wording.english)"
      )
    case .noText(let key):
      ("\(theme).toml：\(key)：值应当是文字", "\(theme).toml：\(key)：值應當是文字", "\(theme).toml: \(key): a string is expected")
    case .noSuchRole(let key):
      ("\(theme).toml：没有“\(key)”这个角色", "\(theme).toml：沒有「\(key)」這個角色", "\(theme).toml: \(key): no such role")
    case .notAStyle(let key, let text):
      (
        "\(theme).toml：\(key)：看不懂“\(text)”", "\(theme).toml：\(key)：看不懂「\(text)」",
        "\(theme).toml: \(key): not understood: \(text)"
      )
    }
  }
}
