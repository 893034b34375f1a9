@_spi(Benchmarks) import ArticleDump
import Foundation

// Reads paths, one a line; writes for each the offset of its body and its visible text before cleaning, terminated by
// NUL. Scripts/check-against-html5lib compares them with html5lib's.

while let path = readLine() {
  guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { continue }
  let (offset, text) = visibleText(of: [UInt8](data), path: path)
  FileHandle.standardOutput.write(Data("\(offset)\u{0}\(text)\u{0}".utf8))
}
