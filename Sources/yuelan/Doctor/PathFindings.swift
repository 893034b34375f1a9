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
    findings += bookmarks()
    findings.append(folder("path.state", configuration.paths.stateFolder, losing: .marksAreLost))
    findings += contents.state()
    findings.append(folder("path.cache", configuration.paths.cacheFolder, losing: .indexIsLost))
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

  private func bookmarks() -> [Finding] {
    let path = configuration.bookmarksPath
    if access(path, F_OK) != 0 {
      let parent = nearestFolder(above: path)
      if access(parent, W_OK) == 0 { return [Finding("path.bookmarks", .stateNone(path: path))] }
      return [
        Finding(
          "path.bookmarks", .cannotBeMade(path: path, folder: parent), .problem, advice: .setBookmarksElsewhere)
      ]
    }
    if access(path, R_OK | W_OK) != 0 {
      return [Finding("path.bookmarks", .notWritable(path: path), .problem, advice: .makeBookmarksWritable)]
    }
    do throws(LibraryError) {
      return try contents.bookmarks(path)
    } catch {
      return [Finding("path.bookmarks", .failed(error), .problem)]
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
