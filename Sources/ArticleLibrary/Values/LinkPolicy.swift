import Glibc

/// Which symbolic links inside an archive are followed.
public enum LinkPolicy: String, Sendable, Hashable, CaseIterable {
  /// Those that lead to a place inside what was opened, on the same file system.
  case inside
  /// Every link is skipped, with a reason.
  case never
  /// All, wherever they lead; loops still end.
  case always
}

/// The places that links may lead to.
struct LinkBounds: Sendable {
  let policy: LinkPolicy
  private let roots: [(path: [UInt8], device: UInt64)]

  /// - Parameter roots: The archives as the file system knows them, with links resolved.
  init(_ policy: LinkPolicy, roots: [DumpPath]) {
    self.policy = policy
    self.roots = roots.compactMap { root in
      var status = stat()
      guard root.withCString({ stat($0, &status) }) == 0 else { return nil }
      return (root.bytes, UInt64(status.st_dev))
    }
  }

  /// Why a link is not followed; nil if it is.
  ///
  /// - Parameter status: What the link leads to.
  func reasonToSkip(_ link: DumpPath, _ status: stat) -> SkipReason? {
    switch policy {
    case .always: return nil
    case .never: return .linkNotFollowed
    case .inside:
      guard let resolved = link.withCString({ realpath($0, nil) }) else { return .danglingLink }
      defer { free(resolved) }
      let target = UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map { UInt8(bitPattern: $0) }
      let isInside = roots.contains { root in
        root.device == UInt64(status.st_dev)
          && (target == root.path || target.starts(with: root.path.last == 0x2F ? root.path : root.path + [0x2F]))
      }
      return isInside ? nil : .linkLeadsOut
    }
  }
}
