import Glibc
import ReadingRoom

/// Messages about failures of the user's dictionaries and speaker, one row each, with the remedy.
enum ProgramSentence: Sentence, Hashable {
  case notFound(program: String, setting: String)
  case couldNotRun(FileFailure)
  case failed(program: String, status: Int32, setting: String, complaint: String? = nil)
  /// It has printed its own message.
  case ended(program: String, status: Int32)
  case timedOut(program: String, seconds: Int)
  case flooded(program: String, sizeInMiB: Int)
  case noAnswer(program: String)
  case silent(program: String, complaint: String)
  case noSuchDictionary(String, names: [String])

  /// - Parameter setting: The name of the command's setting in `config.toml`.
  init(_ failure: FileFailure, setting: String) {
    self =
      failure.reason == .system(ENOENT) ? .notFound(program: failure.path, setting: setting) : .couldNotRun(failure)
  }

  var wording: Wording {
    switch self {
    case .notFound(let program, let setting):
      (
        "没有 \(program) 这个程序：请安装，或改 config.toml 里的 \(setting)",
        "沒有 \(program) 這個程式：請安裝，或改 config.toml 裡的 \(setting)",
        "there is no program \(program): install it, or change \(setting) in config.toml"
      )
    case .couldNotRun(let failure): RoomSentence.couldNotRun(failure).wording
    case .failed(let program, let status, let setting, let complaint):
      (
        "\(program) 出错，退出状态 \(status)" + (complaint.map { "（\($0)）" } ?? "") + "；命令在 config.toml 的 \(setting)",
        "\(program) 出錯，結束狀態 \(status)" + (complaint.map { "（\($0)）" } ?? "") + "；命令在 config.toml 的 \(setting)",
        "\(program) failed with status \(status)" + (complaint.map { " (\($0))" } ?? "")
          + "; its command is \(setting) in config.toml"
      )
    case .ended(let program, let status):
      ("\(program) 的退出状态是 \(status)", "\(program) 的結束狀態是 \(status)", "\(program) exited with status \(status)")
    case .timedOut(let program, let seconds):
      (
        "\(program) 在 \(seconds) 秒内没有结果，已停止", "\(program) 在 \(seconds) 秒內沒有結果，已停止",
        "\(program) did not answer within \(seconds) seconds and was stopped"
      )
    case .flooded(let program, let size):
      (
        "\(program) 的输出超过 \(size) MiB，只显示前面的", "\(program) 的輸出超過 \(size) MiB，只顯示前面的",
        "\(program) printed more than \(size) MiB; only the beginning is shown"
      )
    case .noAnswer(let program):
      (
        "\(program) 没有查到，也没有说明", "\(program) 沒有查到，也沒有說明", "\(program) found nothing and printed nothing"
      )
    case .silent(let program, let complaint):
      (
        "\(program) 没有出声；这台机器有音频设备吗？（\(complaint)）",
        "\(program) 沒有出聲；這台機器有音訊裝置嗎？（\(complaint)）",
        "\(program) made no sound; does this machine have a sound device? (\(complaint))"
      )
    case .noSuchDictionary(let name, let names):
      (
        "--with：设置里没有词典“\(name)”" + (names.isEmpty ? "" : "；有：" + names.joined(separator: "、")),
        "--with：設定裡沒有詞典「\(name)」" + (names.isEmpty ? "" : "；有：" + names.joined(separator: "、")),
        "--with: there is no dictionary '\(name)' in the settings"
          + (names.isEmpty ? "" : "; there are: " + names.joined(separator: ", "))
      )
    }
  }
}
