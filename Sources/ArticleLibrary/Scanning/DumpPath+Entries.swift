import ArchiveSources
import Glibc

extension DumpPath {
  /// Whether a dump may be at the path: a file that is not a container, or an entry in one.
  public var leadsToDump: Bool {
    var status = stat()
    if withCString({ stat($0, &status) }) == 0 {
      return status.st_mode & S_IFMT == S_IFREG && SourceLocation.source(at: bytes) == nil
    }
    return OpenSources().containsEntry(at: self)
  }

  /// The path of the article that a book is, in the book's file; `nil` for anything but a book.
  public var articleOfBook: DumpPath? {
    guard name.suffix(5).elementsEqual(".epub".utf8, by: { $0 | 0x20 == $1 || $0 == $1 }),
      Containers.kind(path: bytes) == .epub
    else { return nil }
    var article: DumpPath?
    _ = try? SourceLocation(container: bytes).open().list(since: nil) { entry in
      article = appending(entry.path)
      return false
    }
    return article
  }

  /// Whether articles are below the path rather than at it: a folder, a container, a repository or a branch of one, or a
  /// folder in one of these.
  public var leadsToArchive: Bool {
    if ArchivePath.isArchive(text) { return true }
    var status = stat()
    return withCString({ stat($0, &status) }) != 0 && OpenSources().holdsFolder(at: self)
  }
}
