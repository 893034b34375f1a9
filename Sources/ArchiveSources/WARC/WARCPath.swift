import Text

/// The path of a page in its crawl: the host and path of its address, readable and safe.
enum WARCPath {
  /// `https://example.com/新闻/?id=3` becomes `example.com/新闻/index.html?id=3.html`: components that go up or are empty,
  /// and bytes that are not text, are percent-encoded, and the extension shows that it is a page.
  static func path(of url: String, limits: SourceLimits) -> [UInt8]? {
    guard let scheme = url.utf8Index(of: "://") else { return nil }
    var rest = Array(url[scheme...].utf8.dropFirst(3))
    if let fragment = rest.firstIndex(of: 0x23) { rest = Array(rest[..<fragment]) }
    let query = rest.firstIndex(of: 0x3F) ?? rest.count
    var parts = rest[..<query].split(separator: 0x2F, omittingEmptySubsequences: false).map(Array.init)
    guard var host = parts.first.map({ $0.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 } }), !host.isEmpty else {
      return nil
    }
    // User names and passwords are left out.
    if let at = host.lastIndex(of: 0x40) { host = Array(host[(at + 1)...]) }
    parts[0] = host
    if parts.count == 1 { parts.append([]) }
    if parts.last?.isEmpty == true { parts[parts.count - 1] = Array("index.html".utf8) }
    var path = Array(parts.filter { !$0.isEmpty }.map(safe).joined(separator: [0x2F]))
    if query < rest.count { path += safe(rest[query...].map { $0 == 0x2F ? 0x5C : $0 }) }
    if !isPageName(path) { path += ".html".utf8 }
    return (try? EntryPath.path(path, limits: limits))
  }

  private static func isPageName(_ path: [UInt8]) -> Bool {
    let end = String(decoding: path.suffix(6), as: UTF8.self).lowercased()
    return end.hasSuffix(".html") || end.hasSuffix(".htm") || end.hasSuffix(".xhtml")
  }

  /// A component with its percent-encoding undone if that gives text.
  private static func safe(_ part: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = 0
    while index < part.count {
      if part[index] == 0x25, index + 2 < part.count,
        let byte = UInt8(String(decoding: part[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        decoded.append(byte)
        index += 3
      } else {
        decoded.append(part[index])
        index += 1
      }
    }
    let isText =
      decoded.withUnsafeBufferPointer { UTF8Validation.firstIllFormed(in: $0) == $0.count }
      && !decoded.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0x2F }
    let shown = isText ? decoded : part.filter { $0 >= 0x20 && $0 != 0x7F }
    if shown.allSatisfy({ $0 == 0x2E }) { return shown.flatMap { _ in "%2E".utf8 } }
    return shown
  }

  /// The path of another capture of the same page.
  static func path(_ path: [UInt8], at date: String) -> [UInt8] {
    let stamp = date.utf8.map { $0 == 0x3A ? 0x2D : $0 }.filter { $0 > 0x20 && $0 != 0x2F }
    guard let dot = path.lastIndex(of: 0x2E) else { return path + [0x40] + stamp }
    return path[..<dot] + [0x40] + stamp + path[dot...]
  }
}
