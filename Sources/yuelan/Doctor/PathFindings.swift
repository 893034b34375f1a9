import ArticleLibrary
import Glibc

/// What the doctor sees of files and folders.
struct PathFindings {
  var configuration: Configuration
  /// Archives to look at.
  var archives: [String]

  private var contents: ContentFindings { ContentFindings(configuration: configuration) }

  func findings() -> [Finding] {
    var findings = [configFile()]
    findings += configuration.problems.map {
      Finding("config", $0.sentence(in: HelpSentence.language), .problem, advice: "mend that line")
    }
    findings += bookmarks()
    findings.append(folder("path.state", configuration.paths.stateFolder, losing: "read marks and positions"))
    findings += contents.state()
    findings.append(folder("path.cache", configuration.paths.cacheFolder, losing: "the index"))
    findings += archives.map(archive)
    return findings
  }

  private func configFile() -> Finding {
    let path = configuration.paths.configFile
    if access(path, F_OK) != 0 {
      return Finding("path.config", path + ": none, standard settings", advice: "'yuelan config --default' prints one")
    }
    if access(path, R_OK) != 0 { return Finding("path.config", path + ": not readable", .problem) }
    return Finding("path.config", path)
  }

  private func bookmarks() -> [Finding] {
    let path = configuration.bookmarksPath
    if access(path, F_OK) != 0 {
      let parent = nearestFolder(above: path)
      if access(parent, W_OK) == 0 { return [Finding("path.bookmarks", path + ": none yet")] }
      return [
        Finding(
          "path.bookmarks", path + ": cannot be made, \(parent) is not writable", .problem,
          advice: "set bookmarks to a path that you may write")
      ]
    }
    if access(path, R_OK | W_OK) != 0 {
      return [Finding("path.bookmarks", path + ": not writable", .problem, advice: "stars cannot be kept; chmod u+rw")]
    }
    do throws(LibraryError) {
      return try contents.bookmarks(path)
    } catch {
      return [Finding("path.bookmarks", CommandFailure(error).sentence ?? path, .problem)]
    }
  }

  private func folder(_ check: String, _ path: String, losing what: String) -> Finding {
    let place = access(path, F_OK) == 0 ? path : nearestFolder(above: path)
    guard access(place, W_OK) == 0 else {
      return Finding(
        check, path + ": not writable", .warning, advice: "\(what) last until the room is left; make it writable")
    }
    return Finding(check, path)
  }

  private func archive(_ path: String) -> Finding {
    guard access(path, F_OK) == 0 else {
      return Finding("archive", path + ": not there", .problem, advice: "mend archives in the settings")
    }
    guard access(path, R_OK) == 0 else { return Finding("archive", path + ": not readable", .problem) }
    return contents.index(of: path)
  }

  /// The nearest folder above a path that is there.
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
