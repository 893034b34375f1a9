import ArticleLibrary
import Glibc
import Typesetting

/// How wide each type of terminal drew ambiguous characters, remembered so that the first frame need not wait.
///
/// A file of lines `TERM=1` or `TERM=2` in the state folder; losing it costs a few milliseconds.
struct TerminalMemory {
  private let folder: String
  private var path: String { folder + "/terminals" }

  init(stateFolder: String) {
    folder = stateFolder
  }

  func ambiguousWidth(of terminalType: String) -> AmbiguousWidth? {
    for line in lines() where line.hasPrefix(terminalType + "=") {
      return Int(line.dropFirst(terminalType.count + 1)).flatMap(AmbiguousWidth.init(rawValue:))
    }
    return nil
  }

  /// Remembers a width, if the folder is writable.
  func remember(_ width: AmbiguousWidth, of terminalType: String) {
    guard ambiguousWidth(of: terminalType) != width, !terminalType.contains("\n"), !terminalType.contains("=") else {
      return
    }
    let kept = lines().filter { !$0.hasPrefix(terminalType + "=") }.suffix(99)
    let text = (kept + ["\(terminalType)=\(width.rawValue)"]).joined(separator: "\n") + "\n"
    try? PrivateFiles.makeMissingFolders(folder)
    let new = path + ".\(getpid())"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let bytes = Array(text.utf8)
    let isWritten = write(descriptor, bytes, bytes.count) == bytes.count
    close(descriptor)
    if !isWritten || rename(new, path) != 0 { unlink(new) }
  }

  private func lines() -> [String] {
    guard let bytes = try? bytesIfThere(of: path), bytes.count < 1 << 16 else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
