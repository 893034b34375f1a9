import ArticleDump
import ArticleLibrary
import Glibc
import ReadingRoom

/// What a trace records of the room's and the library's values. A case's name reveals nothing about an article; what
/// else is recorded is chosen here, case by case.
enum TraceText {
  /// The name of an enumeration's case, without its values.
  static func name<Value>(of value: Value) -> String {
    Mirror(reflecting: value).children.first?.label ?? String(describing: value)
  }

  /// - Parameter typing: Whether keys go into a field: then the keys are not recorded.
  static func text(of event: Event, typing: Bool) -> String {
    let detail: String? =
      switch event {
      case .key(let key): typing ? "typed" : key.name
      case .resized(let size): "\(size.columns)x\(size.rows)"
      case .rowsLoaded(let page):
        "\(page.list) generation \(page.generation), rows \(page.start)..<\(page.start + page.rows.count) of \(page.total)"
      case .facetsLoaded(let generation, let facets): "generation \(generation), \(facets.count) values"
      case .articleLoaded(let loaded), .articleReloaded(let loaded), .articlePeeked(let loaded):
        "article \(loaded.id.rawValue), \(loaded.article.characterCount) characters"
      case .articleFailed(let id, let reason): "article \(id.rawValue): \(reason)"
      case .articleNamed(let id): "article \(id.rawValue)"
      case .commandFinished(_, let output, let status): "status \(status), \(output.utf8.count) bytes"
      case .libraryChanged(let count): "\(count) new"
      case .notice(let sentence), .passingNotice(let sentence): sentence
      case .fileNotFound(let path): path
      case .lookedUp(let number, _, let problem), .spoken(let number, let problem):
        "number \(number)" + (problem == nil ? "" : " failed")
      case .wordKnown(let number, let known): "number \(number), \(known.total) articles"
      case .bookmarksLoaded(let entries), .highlightsListed(let entries): "\(entries.count) entries"
      default: nil
      }
    return [name(of: event), detail].compactMap(\.self).joined(separator: " ")
  }

  /// - Parameter path: The path of an article.
  static func text(of effect: Effect, path: (ArticleHandle) -> String?) -> String {
    let detail: String? =
      switch effect {
      case .loadRows(let request):
        "\(request.list) generation \(request.generation), rows \(request.range)\(request.isAhead ? " ahead" : "")"
      case .loadFacets(let list, _, let generation): "\(list) generation \(generation)"
      case .loadArticle(let id), .reloadArticle(let id), .peekArticle(let id), .explainPage(let id),
        .showSource(let id, _),
        .setStar(let id, _):
        "article \(id.rawValue) \(path(id) ?? "")"
      case .lookUp(let request): "number \(request.number), \(request.call.name)"
      case .findWord(_, let number): "number \(number)"
      case .speak(let utterance): "number \(utterance.number), \(utterance.call.name)"
      case .savePosition(let id, let offset, _): "article \(id.rawValue), offset \(offset)"
      case .setRead(let ids, _): "\(ids.count) articles"
      case .remember(let setting, _): setting.rawValue
      case .wake(let milliseconds): "after \(milliseconds) ms"
      default: nil
      }
    return [name(of: effect), detail].compactMap(\.self).joined(separator: " ")
  }

  static func text(of update: LibraryUpdate) -> String {
    switch update {
    case .scanning(let count): "scanning, \(count) files found"
    case .heads(let progress): "heads \(progress.done) of \(progress.total)"
    case .bodies(let progress): "bodies \(progress.done) of \(progress.total)"
    case .following(let process, let progress):
      "following process \(process.map(String.init) ?? "?"), \(progress.done) of \(progress.total)"
    case .finished(let summary):
      """
      finished: \(summary.articleCount) articles, \(summary.added) added, \(summary.changed) changed, \
      \(summary.removed) removed, \(summary.skipped.count) files skipped
      """
    case .failed(let error): "failed: " + text(of: error)
    }
  }

  /// Mistakes in a query are not recorded, because they quote it; nor is the entry that was not found.
  static func text(of error: LibraryError) -> String {
    switch error {
    case .query, .noSuchEntry, .articleGone: name(of: error)
    default: String(describing: error)
    }
  }

  /// The recordable words of a command line: a subcommand, names of options, and paths that exist. Any other word may
  /// be a query, as may what is attached to an option or follows `--`.
  static func text(ofCommandLine arguments: [String], names: [String]) -> String {
    var takesOptions = true
    return arguments.enumerated().map { index, argument in
      if takesOptions, argument.hasPrefix("-") {
        takesOptions = argument != "--"
        return nameOfOption(argument)
      }
      return index == 0 && names.contains(argument) || access(argument, F_OK) == 0 ? argument : "…"
    }.joined(separator: " ")
  }

  /// `--format` of `--format=json`, `-f` of `-fjson`.
  private static func nameOfOption(_ argument: String) -> String {
    let name = argument.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return String(name.hasPrefix("--") ? name : name.prefix(2))
  }
}

extension FileFailure {
  var traceText: String {
    switch reason {
    case .system(let code): "\(path): error \(code)"
    case .library(let error): "\(path): \(TraceText.text(of: error))"
    }
  }
}

extension Trace {
  /// Records a step of an update, and at its end the skipped files.
  func record(_ update: LibraryUpdate) {
    record(.update, TraceText.text(of: update))
    guard case .finished(let summary) = update else { return }
    for file in summary.skipped.prefix(Self.mostSkippedFiles) {
      record(.update, "skipped \(file.path.display): \(file.reason)")
    }
  }

  /// An archive may contain thousands of pictures.
  private static let mostSkippedFiles = 200

  /// Records which archives a library has, and whether its index may answer without checking them.
  func recordOpening(_ library: Library, since start: ContinuousClock.Instant) {
    let state = library.isUpToDate ? "up to date" : "to be scanned"
    record(.work, "open \(library.configuration.paths.joined(separator: " ")), \(state)", since: start)
  }

  func record(_ error: LibraryError) { record(.error, TraceText.text(of: error)) }

  /// Records the program, the command line's options and paths, and the environment's variables for terminal and
  /// language.
  ///
  /// - Parameter names: Of subcommands.
  func recordStart(arguments: [String], names: [String], environment: Environment = .process) {
    record(.start, "yuelan \(yuelanVersion): \(TraceText.text(ofCommandLine: arguments, names: names))")
    let variables = ["TERM", "COLORTERM", "TMUX", "LANG", "LC_ALL", "LC_MESSAGES"]
    let known = variables.compactMap { name in environment[name].map { "\(name)=\($0)" } }
    record(.start, known.joined(separator: " "))
  }
}

/// The work for an effect on a queue, timed from the moment the room requested it.
struct TracedWork: Sendable {
  fileprivate let trace: Trace
  fileprivate let name: String
  fileprivate let start = ContinuousClock.now

  func end() { trace.record(.work, name, since: start) }
}

extension Trace {
  /// Records an effect that is about to be performed.
  ///
  /// - Parameter path: The path of an article.
  func beginning(_ effect: Effect, path: (ArticleHandle) -> String?) -> TracedWork {
    record(.effect, TraceText.text(of: effect, path: path))
    return TracedWork(trace: self, name: TraceText.name(of: effect))
  }
}
