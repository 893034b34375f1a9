import Glibc

/// The names in a folder.
enum FolderListing {
  struct Entry {
    var name: [UInt8]
    /// `DT_REG`, `DT_DIR` …; `DT_UNKNOWN` if the file system does not say.
    var kind: UInt8
  }

  static func names(of folder: String) throws(LibraryError) -> [String] {
    var names: [String] = []
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: folder, errno: errno) }
    try forEach(in: descriptor, path: folder) { entry in names.append(String(decoding: entry.name, as: UTF8.self)) }
    return names.sorted()
  }

  /// Calls `body` for each entry except `.` and `..`; closes the descriptor.
  static func forEach(in descriptor: Int32, path: String, _ body: (Entry) -> Void) throws(LibraryError) {
    guard let stream = fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw .unreadable(path: path, errno: code)
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        [UInt8](bytes.prefix { $0 != 0 })
      }
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      body(Entry(name: name, kind: entry.pointee.d_type))
    }
    if errno != 0 { throw .unreadable(path: path, errno: errno) }
  }
}
