import Glibc
import ReadingRoom

/// The built-in themes, together with the user's own files, which may replace them.
func readThemes(in folder: String) -> (themes: [Theme], problems: [ThemeProblem]) {
  var themes = Theme.builtIn
  var problems: [ThemeProblem] = []
  guard let directory = opendir(folder) else { return (themes, problems) }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    if name.hasSuffix(".toml"), !name.hasPrefix(".") { names.append(name) }
  }
  for name in names.sorted() {
    guard let bytes = try? bytesIfThere(of: folder + "/" + name), bytes.count < 1 << 16 else { continue }
    let (theme, found) = Theme.load(id: String(name.dropLast(".toml".count)), toml: bytes)
    themes.removeAll { $0.id == theme.id }
    themes.append(theme)
    problems += found
  }
  return (themes, problems)
}
