import ArticleLibrary
import Glibc
import ReadingRoom

/// What the doctor finds inside the state, the indexes and the bookmarks. Nothing is changed or mended by looking.
struct ContentFindings {
  var configuration: Configuration

  private var language: Language { configuration.settings.language }

  private func finding(
    _ check: String, _ value: DoctorSentence, _ state: Finding.State = .good, advice: DoctorSentence? = nil
  ) -> Finding {
    Finding(check, value.text(in: language), state, advice: advice?.text(in: language))
  }

  // MARK: State

  func state() -> [Finding] {
    let directory = configuration.paths.stateFolder
    let path = directory + "/state.sqlite"
    let (condition, damagedFiles) = Inspection.state(in: directory)
    let main =
      switch condition {
      case .missing: finding("state", .stateNone(path: path))
      case .sound(let count, _): finding("state", .stateSound(path: path, count: count))
      case .damaged(let reason):
        finding("state", .stateDamaged(path: path, reason: reason), .problem, advice: .willBeMended)
      case .otherVersion: finding("state", .stateNewer(path: path), .warning, advice: .useNewerProgram)
      case .unreadable(let reason):
        finding("state", .stateUnreadable(path: path, reason: reason), .problem, advice: .makeReadable)
      case .busy:
        finding("state", .stateUnreadable(path: path, reason: "busy"), .warning)
      }
    return [main]
      + damagedFiles.map {
        finding("state", .stateAside(path: directory + "/" + $0), .warning, advice: .deleteWhenSure)
      }
  }

  // MARK: Index

  func index(of archive: String) -> Finding {
    switch Inspection.index(of: [archive], cacheDirectory: configuration.paths.cacheFolder) {
    case .missing: finding("archive", .indexNone(path: archive), advice: .indexByCommand)
    case .sound(let count, isWhole: true): finding("archive", .indexSound(path: archive, count: count))
    case .sound(let count, isWhole: false):
      finding("archive", .indexUnfinished(path: archive, count: count), .warning, advice: .willBeFinished)
    case .damaged(let reason):
      finding("archive", .indexDamaged(path: archive, reason: reason), .problem, advice: .willBeRebuilt)
    case .otherVersion: finding("archive", .indexOtherVersion(path: archive), .warning, advice: .willBeRebuilt)
    case .unreadable(let reason):
      finding("archive", .indexUnreadable(path: archive, reason: reason), .problem, advice: .makeReadable)
    case .busy: finding("archive", .indexBusy(path: archive))
    }
  }

  // MARK: Bookmarks

  func bookmarks(_ path: String) throws(LibraryError) -> [Finding] {
    let found = try BookmarksInspection(path: path)
    var findings = [finding("path.bookmarks", .bookmarksCount(path: path, count: found.entryCount))]
    func add(_ lines: [Int], _ sentence: (String) -> DoctorSentence, _ state: Finding.State, _ advice: DoctorSentence) {
      guard !lines.isEmpty else { return }
      let shown = lines.prefix(8).map(String.init).joined(separator: ", ") + (lines.count > 8 ? " …" : "")
      findings.append(finding("bookmarks", sentence(shown), state, advice: advice))
    }
    add(found.linesOfAnotherEncoding, DoctorSentence.bookmarksEncoding, .problem, .saveAsUTF8)
    if let line = found.openFence {
      findings.append(finding("bookmarks", .bookmarksOpenFence(line: line), .warning, advice: .closeFence))
    }
    add(found.linesInFences, DoctorSentence.bookmarksInFence, .warning, .moveOutOfFence)
    add(found.unreadableLines, DoctorSentence.bookmarksUnreadable, .problem, .mendLine)
    add(found.repeatedLines, DoctorSentence.bookmarksRepeated, .warning, .keepOne)
    return findings
  }
}
