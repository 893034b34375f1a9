import ArticleLibrary
import CursesTerminal
import Dispatch
import Glibc
import ReadingRoom
import Typesetting

/// Opens the reading room on the terminal and returns when the reader has left.
///
/// An update of the index may still be running then: the process should exit without waiting for it. The next start
/// continues it.
///
/// - Parameters:
///   - archives: Folders and files; absolute.
///   - file: The file of an article in them to open at once.
@MainActor func openReadingRoom(
  archives: [String], file: String? = nil, _ loaded: LoadedConfiguration
) -> ExitStatus {
  let start = ContinuousClock.now
  let configuration = loaded.configuration
  let environment = Environment.process
  let identity = TerminalIdentity { environment[$0] }
  // Every millisecond until the first frame counts: the library opens while the themes are read, and reads its columns
  // and the last session while the terminal is taken over.
  let libraryQueue = DispatchQueue(label: "library")
  let opening = Future<Result<Library, LibraryError>>(on: libraryQueue) {
    do throws(LibraryError) {
      return .success(try Library(configuration.library(of: archives), trial: runTrial))
    } catch {
      return .failure(error)
    }
  }
  let opener = URLOpener(
    configured: configuration.opener, patterns: configuration.openers, environment: environment)
  // Their problems are among those of the configuration.
  let keys = KeyTable.standard.rebinding(configuration.keys).table
  let (themes, themeProblems) = readThemes(in: configuration.paths.themesFolder)
  let library: Library
  do throws(LibraryError) {
    library = try opening.value().get()
  } catch {
    complain(FileFailure(error).text)
    return .couldNotRead
  }
  Trace.ofProcess?.recordOpening(library, since: start)
  let handles = ArticleHandles(library: library)
  let leftOff = Future<Session?>(on: libraryQueue) {
    _ = library.generation
    return library.remembered("session").map { SessionText(handles: handles).session(from: $0) }
  }
  let memory = TerminalMemory(stateFolder: configuration.paths.stateFolder)
  let remembered = memory.ambiguousWidth(of: identity.type)
  let terminal: CursesTerminal
  do throws(TerminalFailure) {
    terminal = try CursesTerminal(
      CursesTerminal.Options(
        identity: identity, usesMouse: configuration.settings.usesMouse,
        ambiguousWidth: configuration.ambiguousWidth ?? remembered ?? .narrow))
  } catch {
    complain(error.text)
    return .wrongUse
  }
  var traits = terminal.traits
  traits.opensURLs = opener.canOpen
  let state = State(
    size: terminal.size, settings: configuration.settings, traits: traits, themes: themes, keys: keys,
    session: file == nil ? leftOff.value() : nil, archives: archives, pinned: loaded.pinned)
  let runtime = RoomRuntime(
    RoomRuntime.Dependencies(
      terminal: terminal,
      library: RoomLibrary(
        library: library, handles: handles, bookmarks: library.bookmarksFile(at: configuration.bookmarksPath),
        highlights: library.bookmarksFile(at: configuration.highlightsPath),
        language: configuration.settings.language),
      libraryQueue: libraryQueue,
      configuration: configuration, opener: opener, memory: memory, file: file, trace: Trace.ofProcess),
    state: state, waitsForProbe: configuration.ambiguousWidth == nil && remembered == nil)
  let language = configuration.settings.language
  let notices =
    configuration.problems.map { $0.sentence(in: language) } + themeProblems.map { $0.text(in: language) }
  let signal = runtime.run(notices: notices)
  terminal.close()
  if let signal { leave(bySignal: signal) }
  return .done
}

extension LoadedConfiguration {
  /// Settings that will come from elsewhere than the room at the next start, with their origins.
  fileprivate var pinned: [RoomSetting: String] {
    var pinned: [RoomSetting: String] = [:]
    for (key, origin) in origins where origin.goesBeforeTheRoom {
      guard let setting = RoomSetting(rawValue: key) else { continue }
      // A status line has no space for the full path.
      pinned[setting] = origin.place.split(separator: "/").last.map(String.init) ?? origin.place
    }
    return pinned
  }
}

/// Ends the process as the signal would have done, so that its parent sees the signal.
private func leave(bySignal number: Int32) -> Never {
  signal(number, SIG_DFL)
  raise(number)
  // If the signal is blocked: the exit status that shells use for it.
  exit(128 + number)
}
