import Glibc

/// The result of `git diff-tree` for two trees.
struct GitDifference {
  enum Change: Sendable, Hashable {
    case present(path: [UInt8], kind: GitTreeEntry.Kind, object: GitObjectName)
    case removed(path: [UInt8])
    case renamed(from: [UInt8], to: [UInt8])
  }

  /// Up to this many removed and added names are compared by content; beyond that, only those with equal bytes are
  /// renames. The cost is the number of pairs, the product of the two counts.
  private static let comparedNames = 200

  /// Compares two trees.
  ///
  /// - Parameter body: Called for each change.
  /// - Returns: Whether git completed the comparison; it does not if an object is missing.
  static func between(
    _ former: GitObjectName, _ present: GitObjectName, gitDirectory: [UInt8], _ body: (Change) -> Void
  ) throws(SourceError) -> Bool {
    let words = [
      "diff-tree", "-r", "-z", "-M", "-l\(comparedNames)", "--raw", "--no-abbrev", "--no-ext-diff", "--no-textconv",
    ]
    let process = try GitProcess(
      gitDirectory: gitDirectory, words.map { Array($0.utf8) } + [former.digits, present.digits])
    // git reads nothing here.
    shutdown(process.socket, Int32(SHUT_WR))
    var fields = Fields()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      guard let count = buffer.withUnsafeMutableBytes({ process.receive($0) }) else { return false }
      if count == 0 { break }
      guard fields.add(buffer[..<count], body) else { return false }
    }
    let isComplete = fields.isComplete
    return process.wait() == 0 && isComplete
  }

  /// Fields terminated by NUL: `:mode mode name name letter`, then one path, or two for a rename.
  struct Fields {
    private var field: [UInt8] = []
    private var change: (kind: GitTreeEntry.Kind?, object: GitObjectName, letter: UInt8)?
    private var source: [UInt8]?
    private static let longestField = 1 << 20

    var isComplete: Bool { field.isEmpty && change == nil }

    /// - Returns: `false` for anything that git would not write.
    mutating func add(_ bytes: ArraySlice<UInt8>, _ body: (Change) -> Void) -> Bool {
      var rest = bytes
      while let end = rest.firstIndex(of: 0) {
        field += rest[..<end]
        rest = rest[(end + 1)...]
        guard finish(field, body) else { return false }
        field.removeAll(keepingCapacity: true)
      }
      field += rest
      return field.count < Self.longestField
    }

    private mutating func finish(_ field: [UInt8], _ body: (Change) -> Void) -> Bool {
      guard let change else {
        let words = field.dropFirst().split(separator: 0x20)
        guard field.first == 0x3A, words.count == 5, let letter = words[4].first,
          let object = GitObjectName(digits: words[3])
        else { return false }
        self.change = (GitTreeEntry.kind(mode: words[1]), object, letter)
        return true
      }
      let isRename = change.letter == UInt8(ascii: "R")
      if isRename || change.letter == UInt8(ascii: "C"), source == nil {
        source = field
        return true
      }
      if isRename, let source {
        body(.removed(path: source))
        body(.renamed(from: source, to: field))
      }
      if let kind = change.kind {
        body(.present(path: field, kind: kind, object: change.object))
      } else {
        body(.removed(path: field))
      }
      self.change = nil
      source = nil
      return true
    }
  }
}
