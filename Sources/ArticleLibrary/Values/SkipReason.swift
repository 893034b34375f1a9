import ArchiveSources

/// Why a file or folder is not in the library.
public enum SkipReason: Sendable, Hashable {
  /// A pipe, a socket or a device: never opened.
  case notRegular
  /// Neither the name nor the content is that of a dump.
  case notADump
  /// A file of another format, by its first bytes.
  case foreign(ForeignKind)
  /// `README.md`, a licence: a page about the archive.
  case aboutTheArchive
  /// A list of links made by an archive's tool, such as `lists/rfi.md`.
  case indexPage
  /// A page that a site generator made from the archive.
  case generatedPage
  /// A site generator's layout, include or data: not an article, but something that articles are inserted into.
  case template
  /// A file without bytes.
  case empty
  /// The process that parsed it has ended, and another that tried it alone.
  case endedTheProgram
  /// A folder that was already entered under another name.
  case linkLoop
  /// A symbolic link that leads nowhere.
  case danglingLink
  /// A symbolic link that leads out of the archive, or onto another file system.
  case linkLeadsOut
  /// A symbolic link, if none are followed.
  case linkNotFollowed
  /// The system refused; `errno` says why.
  case unreadable(errno: Int32)
  /// It was there when the folder was listed and gone when it was read.
  case vanished
  /// A container or a repository, or an entry in one, cannot be read.
  case source(SourceError)
}

extension SkipReason {
  /// The fault of a container, a repository or an entry in one; `nil` for other reasons.
  var sourceError: SourceError? { if case .source(let error) = self { error } else { nil } }

  /// The word with which the index stores a reason that lasts until the file changes.
  var storedName: String {
    switch self {
    case .notRegular: "not-regular"
    case .notADump: "not-a-dump"
    case .foreign(let kind): "foreign-" + kind.rawValue
    case .aboutTheArchive: "about-the-archive"
    case .indexPage: "index-page"
    case .generatedPage: "generated-page"
    case .template: "template"
    case .empty: "empty"
    case .endedTheProgram: "ended-the-program"
    case .linkLoop: "link-loop"
    case .danglingLink: "dangling-link"
    case .linkLeadsOut: "link-leads-out"
    case .linkNotFollowed: "link-not-followed"
    case .unreadable: "unreadable"
    case .vanished: "vanished"
    case .source(let error): Self.sourcePrefix + error.storedName
    }
  }

  private static let sourcePrefix = "source-"

  init?(storedName: String) {
    switch storedName {
    case "not-a-dump": self = .notADump
    case "about-the-archive": self = .aboutTheArchive
    case "index-page": self = .indexPage
    case "generated-page": self = .generatedPage
    case "template": self = .template
    case "empty": self = .empty
    case "ended-the-program": self = .endedTheProgram
    case let name where name.hasPrefix(Self.sourcePrefix):
      guard let error = SourceError(storedName: name.dropFirst(Self.sourcePrefix.count)) else { return nil }
      self = .source(error)
    default:
      guard storedName.hasPrefix("foreign-"), let kind = ForeignKind(rawValue: String(storedName.dropFirst(8))) else {
        return nil
      }
      self = .foreign(kind)
    }
  }

  init(_ kind: ForeignKind) {
    switch kind {
    case .folder, .pipe, .socket, .device, .systemFile: self = .notRegular
    default: self = .foreign(kind)
    }
  }

  /// Whether the file is read again at the next scan although it has not changed.
  var isTemporary: Bool {
    switch self {
    case .unreadable, .vanished, .notRegular, .linkLoop, .danglingLink, .linkLeadsOut, .linkNotFollowed,
      .source(.unreadable), .source(.missingProgram), .source(.cancelled):
      true
    default: false
    }
  }
}

extension SourceError {
  /// The word with which the index stores it.
  fileprivate var storedName: String {
    switch self {
    case .unreadable: "unreadable"
    case .damaged: "damaged"
    case .encrypted: "encrypted"
    case .tooLarge: "too-large"
    case .pathOutside: "path-outside"
    case .nested: "nested"
    case .noFile: "no-file"
    case .tooManyEntries: "too-many-entries"
    case .missingProgram: "missing-program"
    case .notFound: "not-found"
    case .noRevision: "no-revision"
    case .missingObject: "missing-object"
    case .unsupported: "unsupported"
    case .cancelled: "cancelled"
    }
  }

  /// `nil` for temporary reasons, which the index does not store.
  fileprivate init?(storedName: Substring) {
    let lasting: [SourceError] = [
      .damaged, .encrypted, .tooLarge, .pathOutside, .nested, .noFile, .tooManyEntries, .notFound, .noRevision,
      .missingObject, .unsupported,
    ]
    guard let error = lasting.first(where: { $0.storedName == storedName }) else { return nil }
    self = error
  }
}
