/// The command that opens a file in the user's editor, at a line if the editor supports that.
struct EditorCommand {
  /// - Parameters:
  ///   - editor: `$VISUAL`, `$EDITOR` or the configuration's: a program and its arguments.
  ///   - line: From 1.
  static func words(editor: String, path: String, line: Int?) -> [String] {
    let words = ChildProcess.words(editor)
    guard let line, line > 0, let name = words.first?.split(separator: "/").last else { return words + [path] }
    switch name {
    case "vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "mg", "joe", "jed", "kak", "ne", "mcedit",
      "vis", "zile", "ed":
      return name == "ed" ? words + [path] : words + ["+\(line)", path]
    case "hx", "helix", "micro", "subl":
      return words + ["\(path):\(line)"]
    case "code", "codium":
      return words + ["--goto", "\(path):\(line)"]
    default:
      return words + [path]
    }
  }
}
