/// Why a file or folder is not in the library.
public enum PassOverReason: Sendable, Hashable {
  /// A pipe, a socket or a device: never opened.
  case notRegular
  /// Neither the name nor the content is a dump's.
  case notADump
  /// `README.md`, a licence: a page about the archive.
  case aboutTheArchive
  /// A list of links that an archive's tool made, such as `lists/rfi.md`.
  case indexPage
  /// A page that a site generator made from the archive.
  case generatedPage
  case empty
  /// A folder that was entered already by another name.
  case linkLoop
  /// A symbolic link that leads nowhere.
  case danglingLink
  /// The system refused; `errno` tells why.
  case unreadable(errno: Int32)
  /// It was there when the folder was listed and gone when it was read.
  case vanished
}
