import ArticleLibrary
import Glibc

/// The doctor's checks of files and folders.
struct PathFindings {
  var configuration: Configuration
  /// The archives to check.
  var archives: [String]

  private var contents: ContentFindings { ContentFindings(configuration: configuration) }

  func findings() -> [Finding] {
    var findings = [configFile()]
    findings += configuration.problems.map {
      Finding("config", .settings($0), .problem, advice: .mendThatLine)
    }
    findings += entries("bookmarks", in: configuration.bookmarksPath, ifNotWritable: .makeBookmarksWritable)
    findings += entries("highlights", in: configuration.highlightsPath, ifNotWritable: .makeHighlightsWritable)
    findings.append(folder("path.state", configuration.paths.stateFolder, losing: .marksAreLost))
    findings += contents.state()
    findings.append(folder("path.cache", configuration.paths.cacheFolder, losing: .indexIsLost))
    if let shared = configuration.indexFolder { findings.append(Finding("path.index", .plain(shared))) }
    findings += unpacked()
    findings += archives.map(archive)
    return findings
  }

  private func configFile() -> Finding {
    let path = configuration.paths.configFile
    if access(path, F_OK) != 0 {
      return Finding("path.config", .noSettings(path: path), advice: .printSettings)
    }
    if access(path, R_OK) != 0 { return Finding("path.config", .notReadable(path: path), .problem) }
    return Finding("path.config", .plain(path))
  }

  /// - Parameters:
  ///   - kind: The setting that names the file, which is also the name of the checks of its entries.
  ///   - advice: What to do if it cannot be written.
  private func entries(_ kind: String, in path: String, ifNotWritable advice: DoctorSentence) -> [Finding] {
    let check = "path." + kind
    if access(path, F_OK) != 0 {
      let parent = nearestFolder(above: path)
      if access(parent, W_OK) == 0 { return [Finding(check, .stateNone(path: path))] }
      return [
        Finding(check, .cannotBeMade(path: path, folder: parent), .problem, advice: .setElsewhere(setting: kind))
      ]
    }
    if access(path, R_OK | W_OK) != 0 { return [Finding(check, .notWritable(path: path), .problem, advice: advice)] }
    do throws(LibraryError) {
      return try contents.entries(kind, in: path)
    } catch {
      return [Finding(check, .failed(error), .problem, advice: .setElsewhere(setting: kind))]
    }
  }

  private func folder(_ check: String, _ path: String, losing what: DoctorSentence) -> Finding {
    let place = access(path, F_OK) == 0 ? path : nearestFolder(above: path)
    guard access(place, W_OK) == 0 else {
      return Finding(check, .notWritable(path: path), .warning, advice: what)
    }
    return Finding(check, .plain(path))
  }

  /// Cached unpacked containers, if there are any.
  private func unpacked() -> [Finding] {
    let kept = OpenSources.unpackedArchives(in: configuration.paths.cacheFolder)
    return kept.sizeInBytes == 0 ? [] : [Finding("cache.unpacked", .unpacked(kept))]
  }

  private func archive(_ path: String) -> Finding {
    guard access(path, F_OK) == 0 else {
      return Finding("archive", .notThere(path: path), .problem, advice: .mendArchives)
    }
    guard access(path, R_OK) == 0 else { return Finding("archive", .notReadable(path: path), .problem) }
    return contents.index(of: path)
  }

  /// The nearest existing folder above a path.
  private func nearestFolder(above path: String) -> String {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if folder.isEmpty { return "/" }
      if access(String(folder), F_OK) == 0 { return String(folder) }
    }
    return "."
  }
}
