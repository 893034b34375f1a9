import ArticleDump
import ChineseConversion

extension State {
  /// As written, then the other script, then as written: for this article and all that follow.
  mutating func toggleScript() {
    guard let reader else { return }
    if settings.script != nil || reader.script != nil {
      show(script: nil)
    } else {
      show(script: reader.loaded.article.isTraditional ? .simplified : .traditional)
    }
  }

  /// Shows this article and all that follow in a script, or as they were written.
  mutating func show(script: Script?) {
    settings.script = script
    reader?.show(in: script, always: true)
    preview?.reader?.show(in: script, always: true)
    if let pane { openPane(focused: pane.isFocused) }
    notice = Notice(text: localized(script?.message ?? .asWritten))
  }

  /// Converts the article that has just been opened to the reader's script.
  mutating func convertOpened() {
    if let script = settings.script { reader?.show(in: script) }
  }
}

extension Script {
  fileprivate var message: Message {
    switch self {
    case .simplified: .toSimplified
    case .traditional: .toTraditional
    case .mainland: .toMainland
    case .taiwan: .toTaiwan
    case .hongKong: .toHongKong
    }
  }
}
