extension DumpFile {
  /// Reads the first bytes of a dump. Pipes, sockets and devices are neither opened for long nor waited on.
  ///
  /// A path may lead into a container or a repository: `news.zip/articles/1.md`.
  ///
  /// - Parameters:
  ///   - path: A file, or an entry of a container.
  ///   - limit: Bytes that are read at most.
  ///   - allowsStreams: Whether a descriptor of this process, such as the shell's `<(…)` gives it, may be a pipe.
  ///   - sources: Containers that are open, for those who read several dumps.
  /// - Throws: `notADump` for anything but a regular file, and for files of other formats by their first bytes;
  ///   `unreadable`; `source`.
  public static func read(
    _ path: DumpPath, atMost limit: Int, allowsStreams: Bool = false, sources: OpenSources = OpenSources()
  ) throws(LibraryError) -> Content {
    try read(file: path, atMost: limit, allowsStreams: allowsStreams) { () throws(LibraryError) in
      try sources.content(at: path, atMost: limit)
    }
  }
}
