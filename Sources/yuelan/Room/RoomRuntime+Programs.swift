import ArticleDump
import ArticleLibrary
import CursesTerminal
import Dispatch
import Glibc
import ReadingRoom
import Typesetting

/// Running other programs: browser, editor, pager, commands, and the shell when the room is suspended.
extension RoomRuntime {
  func suspend() {
    // Reading aloud stops while the room is suspended, and continues with the same sentence.
    handle(.suspending)
    if let size = terminal.stop() { handle(.resized(size)) }
    needsPaint = true
  }

  func open(_ url: String) {
    guard URLOpener.isOpenable(url) else { return fail(.notAWebAddress(url: url)) }
    guard let command = dependencies.opener.command(for: url) else {
      return fail(.noWayToOpen(url: url))
    }
    let words = URLOpener.arguments(command, url: url)
    if URLOpener.drawsInTerminal(command) { return runInTerminal(words) }
    do throws(FileFailure) {
      let child = try ChildProcess(words, streams: .detached)
      // Its end must be waited for, but it may run as long as we do.
      DispatchQueue(label: "browser").async { child.wait() }
      handle(.notice(sentence(.opened(url: url))))
    } catch {
      fail(.couldNotRun(error))
    }
  }

  func pipe(_ ids: [ArticleHandle], _ format: PipeFormat, _ command: String) {
    // A command may take any time, and nothing waits for it; a key stops it.
    let commandQueue = DispatchQueue(label: "command")
    let handle = commands.begin()
    libraryQueue.async { [library = dependencies.library, reply, commands] in
      var articles: [Article] = []
      var failure: LibraryError?
      for id in ids {
        do throws(LibraryError) {
          articles.append(try library.library.article(library.presentRow(id)))
        } catch {
          failure = error
        }
      }
      // A command is not started with nothing to read.
      if articles.isEmpty {
        commands.end(handle)
        reply.post { [.commandStopped(command: command)] }
      }
      if let failure { reply.fail(failure) }
      if articles.isEmpty { return }
      commandQueue.async { [articles] in
        defer { commands.end(handle) }
        do throws(FileFailure) {
          let run = try ShellCommand.run(command, input: ShellCommand.input(articles, format), by: handle)
          if handle.isStopped { return reply.post { [.commandStopped(command: command)] } }
          reply.post { [.commandFinished(command: command, output: run.output, status: run.status)] }
        } catch {
          reply.post { [.commandStopped(command: command)] }
          reply.fail(.couldNotRun(error))
        }
      }
    }
  }

  /// Opens the bookmarks or highlights file in the user's editor, which creates the file but not its folder.
  func edit(_ file: BookmarksFile, at key: String?) {
    let path = file.path
    guard let editor = dependencies.configuration.editor, !ChildProcess.words(editor).isEmpty else {
      return fail(.noEditor(path: path))
    }
    do throws(LibraryError) {
      try file.makeFolder()
    } catch {
      return fail(.couldNotMake(FileFailure(error)))
    }
    let entries = (try? file.bookmarks()) ?? []
    let line = key.flatMap { key in entries.first { $0.key == key }?.line }
    runInTerminal(EditorCommand.words(editor: editor, path: path, line: line))
  }

  /// Shows a dump's bytes unchanged. A pager gets its text without control characters.
  func showSource(_ id: ArticleHandle, inEditor: Bool) {
    let library = dependencies.library
    let row: ArticleRow
    do throws(LibraryError) { row = try library.presentRow(id) } catch { return fail(error) }
    if inEditor {
      guard let editor = dependencies.configuration.editor, !ChildProcess.words(editor).isEmpty else {
        return fail(.noEditor(path: row.file.display))
      }
      guard !row.file.isFile else {
        runInTerminal(EditorCommand.words(editor: editor, path: row.file.text, line: nil))
        // The index learns of it later.
        return inLibrary { library in library.reload(id, always: true) }
      }
      return editCopy(of: row, editor)
    }
    guard var command = Pager.command(choice: nil, environment: .process, isTerminal: true) else {
      return fail(.noPager(path: row.file.display))
    }
    // `less` would exit at once if everything fits on the screen, and the reader would see nothing.
    if command.first?.split(separator: "/").last == "less" { command += ["-+F", "-+X"] }
    let text: String
    do throws(LibraryError) {
      text = Sanitizer.sanitized(try library.library.source(row), keepsLineBreaks: true)
    } catch {
      return fail(error)
    }
    terminal.leave()
    var failure: RoomSentence?
    do throws(FileFailure) {
      let pager = try Pager(command)
      var output = OutputStream(descriptor: pager.descriptor)
      output.write(text)
      output.flush()
      pager.finish()
    } catch {
      failure = .couldNotRun(error)
    }
    returnToRoom(failure)
  }

  /// An entry of a container is not a file: the editor gets a copy.
  private func editCopy(of row: ArticleRow, _ editor: String) {
    let copy: TemporaryCopy
    do {
      let text = try dependencies.library.library.source(row)
      let name = row.file.display.split(separator: "/").last.map(String.init) ?? "article.md"
      copy = try TemporaryCopy(Array(text.utf8), name: name)
    } catch let error as LibraryError {
      return fail(error)
    } catch let error as FileFailure {
      return fail(.couldNotRun(error))
    } catch {
      return
    }
    runInTerminal(EditorCommand.words(editor: editor, path: copy.path, line: nil))
    handle(.notice(sentence(.copyWasOpened(path: row.file.display))))
    withExtendedLifetime(copy) {}
  }

  func returnToRoom(_ failure: RoomSentence?) {
    if let size = terminal.resume() { handle(.resized(size)) }
    needsPaint = true
    if let failure { fail(failure) }
  }

  /// Gives the terminal to a program until it exits.
  func runInTerminal(_ command: [String]) {
    terminal.leave()
    var failure: RoomSentence?
    do throws(FileFailure) {
      try ChildProcess(command, streams: .inherited).wait()
    } catch {
      failure = .couldNotRun(error)
    }
    returnToRoom(failure)
  }
}
