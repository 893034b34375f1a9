import ArticleLibrary
import Glibc

/// The dumps that a command reads: those named, or a list on standard input.
struct DumpList {
  /// A dump's place.
  enum Source {
    case file(DumpPath)
    case standardInput

    /// The file that is read; `nil` for standard input.
    var file: DumpPath? {
      switch self {
      case .file(let path): path
      case .standardInput: nil
      }
    }

    /// The article's `path`; `nil` for standard input.
    var path: String? { file?.text }

    /// For messages.
    var name: String { file?.display ?? CommandSentence.standardInput.text }
  }

  var sources: [Source]

  /// - Parameters:
  ///   - names: From the command line; `-` is standard input.
  ///   - readsList: Whether standard input contains names, each terminated by NUL.
  init(_ names: [String], readsList: Bool) throws(CommandFailure) {
    if readsList {
      guard !names.contains("-") else {
        throw .usage(.listAndStandardInput)
      }
      let list: [UInt8]
      do { list = try readDescriptor(STDIN_FILENO, name: CommandSentence.standardInput.text).bytes } catch {
        throw .file(error)
      }
      sources = names.map { .file(DumpPath(argument: $0)) }
      sources += list.split(separator: 0).map { .file(DumpPath(bytes: Array($0))) }
    } else {
      guard !names.isEmpty else { throw .usage(.nameAFile) }
      guard names.count(where: { $0 == "-" }) <= 1 else { throw .usage(.standardInputOnce) }
      sources = names.map { $0 == "-" ? .standardInput : .file(DumpPath(argument: $0)) }
    }
  }
}

extension DumpList.Source {
  /// The dump's bytes; a dump over the limit is cut, with a message on standard error.
  ///
  /// - Parameter opened: The open containers.
  func read(limit: Int = largestDumpInBytes, _ opened: OpenSources) throws(FileFailure) -> [UInt8] {
    let content: DumpFile.Content
    do throws(LibraryError) {
      switch self {
      case .file(let path): content = try DumpFile.read(path, atMost: limit, allowsStreams: true, sources: opened)
      case .standardInput:
        content = try DumpFile.read(descriptor: STDIN_FILENO, name: CommandSentence.standardInput.text, atMost: limit)
      }
    } catch {
      throw FileFailure(error)
    }
    if content.isCut {
      complain(CommandSentence.cut(name: name, sizeInMiB: largestDumpInBytes >> 20).text)
    }
    return content.bytes
  }
}

extension OpenSources {
  /// Opens containers for a command that reads dumps; containers are unpacked to the library's cache.
  ///
  /// - Parameter indexes: The indexes that know the locators of entries.
  static func ofReader(_ indexes: ArchiveProfiles) -> OpenSources {
    let line = ProgressLine()
    return OpenSources(cacheDirectory: UserPaths(environment: .process).cacheFolder, indexes: indexes) { share in
      if let share { line.showUnpacking(share) } else { line.clear() }
    }
  }
}

extension ArchiveProfiles {
  /// What the user's indexed archives know, and which of them the settings leave uncleaned. An invalid settings file is
  /// ignored here; commands that need settings report it.
  static var ofReader: ArchiveProfiles {
    let configuration = (try? loadConfiguration())?.configuration
    return ArchiveProfiles(
      cacheDirectory: UserPaths(environment: .process).cacheFolder, sharedDirectory: configuration?.indexFolder,
      uncleaned: configuration?.uncleaned ?? [])
  }
}
