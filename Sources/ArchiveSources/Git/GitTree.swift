/// One name in a git tree.
struct GitTreeEntry: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case file, folder
    /// A symbolic link, or a commit of another repository (a submodule).
    case link, submodule
  }

  var name: [UInt8]
  var kind: Kind
  var object: GitObjectName

  /// git writes a folder's mode as `40000` in trees and as `040000` elsewhere.
  static func kind(mode: some Collection<UInt8>) -> Kind? {
    switch String(decoding: mode, as: UTF8.self) {
    // Old repositories contain group-writable files.
    case "100644", "100755", "100664": .file
    case "40000", "040000": .folder
    case "120000": .link
    case "160000": .submodule
    default: nil
    }
  }
}

/// The bytes of a tree object in git's format: mode, blank, name, NUL, the object's name as bytes.
struct GitTree {
  private let bytes: [UInt8]
  private let objectNameSizeInBytes: Int
  private var offset = 0
  /// Whether the bytes end or continue in a way that a tree's cannot.
  private(set) var isDamaged = false

  init(_ bytes: [UInt8], objectNameSizeInBytes: Int) {
    self.bytes = bytes
    self.objectNameSizeInBytes = objectNameSizeInBytes
  }

  mutating func next() -> GitTreeEntry? {
    guard offset < bytes.count else { return nil }
    guard let blank = bytes[offset...].prefix(8).firstIndex(of: 0x20),
      let end = bytes[blank...].firstIndex(of: 0), end + objectNameSizeInBytes < bytes.count,
      let kind = GitTreeEntry.kind(mode: bytes[offset..<blank]),
      let object = GitObjectName(bytes: bytes[(end + 1)...(end + objectNameSizeInBytes)])
    else {
      isDamaged = true
      offset = bytes.count
      return nil
    }
    offset = end + objectNameSizeInBytes + 1
    return GitTreeEntry(name: Array(bytes[(blank + 1)..<end]), kind: kind, object: object)
  }

  /// Whether a name can appear in a path.
  static func isName(_ name: [UInt8]) -> Bool {
    !name.isEmpty && name != [0x2E] && name != [0x2E, 0x2E] && !name.contains(0x2F)
  }
}
