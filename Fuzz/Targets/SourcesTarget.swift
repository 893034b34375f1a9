import ArchiveSources

extension FuzzTarget {
  /// Containers of all kinds.
  static let sources = FuzzTarget(name: "sources") { input in
    var options = SourceOptions()
    options.limits.mostEntries = 500
    options.limits.largestEntryInBytes = 1 << 20
    options.limits.largestNestedInBytes = 1 << 20
    options.limits.freeOfRatioInBytes = 1 << 20
    options.cacheSizeInBytes = 4 << 20
    guard let source = try? Containers.open(bytes: input, options: options) else { return }
    var entries: [SourceEntry] = []
    guard
      (try? source.list(since: nil) {
        entries.append($0)
        return entries.count < 500
      }) != nil
    else { return }
    for entry in entries.prefix(40) { check(entry, source) }
  }

  private static func check(_ entry: SourceEntry, _ source: any ArchiveSource) {
    let parts = entry.path.split(separator: 0x2F, omittingEmptySubsequences: false)
    promise(!parts.isEmpty && !entry.path.contains(0), "a path that is none")
    promise(
      !parts.contains { $0.isEmpty || $0.elementsEqual([0x2E]) || $0.elementsEqual([0x2E, 0x2E]) },
      "a path that leads out")
    promise(entry.locator.bytes.count <= 64, "a locator that is too long")
    guard let head = try? source.read(entry.locator, atMost: 100) else { return }
    promise(head.bytes.count <= 100, "more than was asked for")
    promise(head.isCut || head.bytes.count < 101, "a head that is whole and is not")
    guard let whole = try? source.read(entry.locator, atMost: 1 << 20) else { return }
    promise(whole.bytes.count <= 1 << 20, "more than was asked for")
    promise(whole.bytes.starts(with: head.bytes), "a head of something else")
    promise((try? source.read(entry.locator, atMost: 1 << 20))?.bytes == whole.bytes, "another entry the second time")
  }
}
