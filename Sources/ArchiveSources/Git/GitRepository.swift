import Glibc

/// A git repository on disk.
public struct GitRepository: Sendable, Hashable {
  /// The folder with `HEAD`, `objects` and `refs`.
  public let gitDirectory: [UInt8]
  /// Whether that is the named folder itself rather than `.git` in it.
  public let isBare: Bool

  /// The repository that a folder is, or whose working tree it is.
  public init?(at folder: [UInt8]) {
    if Self.isGitDirectory(folder) {
      gitDirectory = folder
      isBare = true
      return
    }
    isBare = false
    let inside = folder + Array("/.git".utf8)
    if Self.isGitDirectory(inside) {
      gitDirectory = inside
    } else if let elsewhere = Self.gitDirectory(named: inside, in: folder) {
      gitDirectory = elsewhere
    } else {
      return nil
    }
  }

  /// Whether a folder contains a repository's own files, by git's criterion (`is_git_directory` in its `setup.c`):
  /// `HEAD`, and `objects` and `refs`, which a second working tree has elsewhere, as `commondir` says.
  public static func isGitDirectory(_ folder: [UInt8]) -> Bool {
    kind(of: folder + Array("/HEAD".utf8)) != nil
      && (kind(of: folder + Array("/objects".utf8)) == S_IFDIR && kind(of: folder + Array("/refs".utf8)) == S_IFDIR
        || kind(of: folder + Array("/commondir".utf8)) == S_IFREG)
  }

  private static func kind(of path: [UInt8]) -> mode_t? {
    var status = stat()
    return withPath(path) { stat($0, &status) } == 0 ? status.st_mode & S_IFMT : nil
  }

  /// A file `.git` that says `gitdir: …`, as in second working trees and submodules.
  private static func gitDirectory(named file: [UInt8], in folder: [UInt8]) -> [UInt8]? {
    guard kind(of: file) == S_IFREG else { return nil }
    let descriptor = withPath(file) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let text = [UInt8](unsafeUninitializedCapacity: 8_192) { buffer, count in
      count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
    }
    let mark = Array("gitdir: ".utf8)
    guard text.starts(with: mark) else { return nil }
    let path = Array(text.dropFirst(mark.count).prefix { $0 != 0x0A && $0 != 0x0D && $0 != 0 })
    let absolute = path.first == 0x2F ? path : folder + [0x2F] + path
    return isGitDirectory(absolute) ? absolute : nil
  }

  static func withPath<Value>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Value) -> Value {
    (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("an array with its NUL has an address") }
      return body(base)
    }
  }
}
