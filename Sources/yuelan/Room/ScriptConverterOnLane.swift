import ReadingRoom
import Synchronization

/// A `ScriptConverter` that any thread may use, one at a time.
final class ScriptConverterOnLane: Sendable {
  private let converter = Mutex(ScriptConverter())

  func convert(_ texts: [String], to script: Script) -> [String]? {
    converter.withLock { $0.convert(texts, to: script) }
  }
}
