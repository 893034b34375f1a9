import ArticleLibrary
import Glibc

/// The doctor's checks of the state, the indexes, the bookmarks and the highlights. Checking changes and fixes nothing.
struct ContentFindings {
  var configuration: Configuration

  // MARK: State

  func state() -> [Finding] {
    let directory = configuration.paths.stateFolder
    let path = directory + "/state.sqlite"
    let (condition, damagedFiles) = Inspection.state(in: directory)
    let main =
      switch condition {
      case .missing: Finding("state", .stateNone(path: path))
      case .sound(let count, _): Finding("state", .stateSound(path: path, count: count))
      case .damaged(let reason):
        Finding("state", .stateDamaged(path: path, reason: reason), .problem, advice: .willBeMended)
      case .otherVersion: Finding("state", .stateNewer(path: path), .warning, advice: .useNewerProgram)
      case .unreadable(let reason):
        Finding("state", .stateUnreadable(path: path, reason: reason), .problem, advice: .makeReadable)
      case .busy:
        Finding("state", .stateUnreadable(path: path, reason: .locked(path: path)), .warning)
      }
    return [main]
      + damagedFiles.map {
        Finding("state", .stateAside(path: directory + "/" + $0), .warning, advice: .deleteWhenSure)
      }
  }

  // MARK: Index

  func index(of archive: String) -> Finding {
    let condition = Inspection.index(
      of: [archive], cacheDirectory: configuration.paths.cacheFolder, sharedDirectory: configuration.indexFolder)
    return switch condition {
    case .missing: Finding("archive", .indexNone(path: archive), advice: .indexByCommand)
    case .sound(let count, isWhole: true): Finding("archive", .indexSound(path: archive, count: count))
    case .sound(let count, isWhole: false):
      Finding("archive", .indexUnfinished(path: archive, count: count), .warning, advice: .willBeFinished)
    case .damaged(let reason):
      Finding("archive", .indexDamaged(path: archive, reason: reason), .problem, advice: .willBeRebuilt)
    case .otherVersion: Finding("archive", .indexOtherVersion(path: archive), .warning, advice: .willBeRebuilt)
    case .unreadable(let reason):
      Finding("archive", .indexUnreadable(path: archive, reason: reason), .problem, advice: .makeReadable)
    case .busy: Finding("archive", .indexBusy(path: archive))
    }
  }

  // MARK: Bookmarks and highlights

  /// - Parameter kind: `bookmarks` or `highlights`.
  func entries(_ kind: String, in path: String) throws(LibraryError) -> [Finding] {
    let found = try BookmarksInspection(path: path)
    var findings = [Finding("path." + kind, .entryCount(path: path, count: found.entryCount))]
    func add(_ lines: [Int], _ sentence: (String) -> DoctorSentence, _ state: Finding.State, _ advice: DoctorSentence) {
      guard !lines.isEmpty else { return }
      let shown = lines.prefix(8).map(String.init).joined(separator: ", ") + (lines.count > 8 ? " …" : "")
      findings.append(Finding(kind, sentence(shown), state, advice: advice))
    }
    add(found.linesOfAnotherEncoding, DoctorSentence.entriesEncoding, .problem, .saveAsUTF8)
    if let line = found.openFence {
      findings.append(Finding(kind, .entriesOpenFence(line: line), .warning, advice: .closeFence))
    }
    add(found.linesInFences, DoctorSentence.entriesInFence, .warning, .moveOutOfFence)
    add(found.unreadableLines, DoctorSentence.entriesUnreadable, .problem, .mendLine)
    add(found.repeatedLines, DoctorSentence.entriesRepeated, .warning, .keepOne)
    return findings
  }
}
