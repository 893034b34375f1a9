import Foundation
import Testing

/// Compares text with a golden file beside the tests; `RECORD_SNAPSHOTS=1` records it again.
func expectSnapshot(_ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots")
  let file = folder.appending(path: "\(name).txt")
  let recorded = text + "\n"
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    do {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try recorded.write(to: file, atomically: true, encoding: .utf8)
    } catch {
      Issue.record("cannot write \(file.path): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("no golden \(name): record with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
    return
  }
  #expect(golden == recorded, "\(name) differs", sourceLocation: sourceLocation)
}
