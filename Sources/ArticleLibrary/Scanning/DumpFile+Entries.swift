extension DumpFile {
  /// Reads the first bytes of a dump. Pipes, sockets and devices are neither kept open nor waited for.
  ///
  /// A path may lead into a container or a repository: `news.zip/articles/1.md`.
  ///
  /// - Parameters:
  ///   - path: A file, or an entry of a container.
  ///   - limit: The most bytes that are read.
  ///   - allowsStreams: Whether a descriptor of this process, such as the one from the shell's `<(…)`, may be a pipe.
  ///   - sources: Open containers, for callers that read several dumps.
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
