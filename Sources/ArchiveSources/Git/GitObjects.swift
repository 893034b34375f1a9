import Glibc
import Synchronization

/// A git object's name: 20 bytes (SHA-1) or 32 (SHA-256).
struct GitObjectName: Sendable, Hashable {
  let bytes: [UInt8]

  init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 20 || bytes.count == 32 else { return nil }
    self.bytes = Array(bytes)
  }

  /// Reads hexadecimal digits.
  init?(digits: some Collection<UInt8>) {
    guard digits.count == 40 || digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
      guard let value = Self.value(of: digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.bytes = bytes
  }

  var digits: [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  /// The beginning of the name as a number: names are evenly distributed.
  var number: UInt64 { bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

  static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x57
    case 0x41...0x46: digit - 0x37
    default: nil
    }
  }
}

/// Reads objects of a repository through one `git cat-file --batch` process, which lives as long as this object and is
/// restarted if it dies. Requests from several threads wait for each other.
final class GitObjects: Sendable {
  enum Kind: Sendable {
    case blob, tree, commit, tag
  }

  struct Object: Sendable {
    var name: GitObjectName
    var kind: Kind
    var content: SourceContent
  }

  private let gitDirectory: [UInt8]
  private let conversation = Mutex<Conversation?>(nil)

  /// Data beyond a limit is read and discarded up to this size; beyond that, a new process is cheaper.
  private static let drainedInBytes: Int64 = 8 << 20

  /// Whether this is a clone without some of its objects (`--filter`), which would be fetched on demand: its packs are
  /// marked.
  private let isPartial: Bool

  init(gitDirectory: [UInt8]) {
    self.gitDirectory = gitDirectory
    isPartial = Self.holdsPromises(gitDirectory + Array("/objects/pack".utf8))
  }

  private static func holdsPromises(_ folder: [UInt8]) -> Bool {
    guard let stream = GitRepository.withPath(folder, { opendir($0) }) else { return false }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in [UInt8](bytes.prefix { $0 != 0 }) }
      if name.suffix(9).elementsEqual(".promisor".utf8) { return true }
    }
    return false
  }

  /// Reads the object that an expression names (gitrevisions(7)).
  ///
  /// - Parameters:
  ///   - expression: Without line ends.
  ///   - limit: In bytes; anything beyond is left unread.
  /// - Throws: `missingObject` for an object that is missing or cannot be fetched without a network, `damaged`,
  ///   `missingProgram`.
  func read(_ expression: [UInt8], atMost limit: Int) throws(SourceError) -> Object {
    precondition(!expression.contains(0x0A), "a request is a line")
    do throws(SourceError) {
      return try ask(expression, atMost: limit)
    } catch .damaged where isPartial {
      // Without a network git ends at an object that was left out of the clone.
      throw .missingObject
    } catch .damaged {
      // It may have died from something other than this object.
      return try ask(expression, atMost: limit)
    }
  }

  private func ask(_ expression: [UInt8], atMost limit: Int) throws(SourceError) -> Object {
    try conversation.withLock { current throws(SourceError) in
      if current == nil {
        current = Conversation(
          try GitProcess(gitDirectory: gitDirectory, [Array("cat-file".utf8), Array("--batch".utf8)]))
      }
      guard var running = current.take() else { throw .damaged }
      do throws(SourceError) {
        let (object, isUsable) = try running.read(expression, atMost: limit, drainingAtMost: Self.drainedInBytes)
        if isUsable { current = consume running }
        return object
      } catch .missingObject {
        current = consume running
        throw .missingObject
      }
    }
  }

  /// A process, with the answers read so far.
  private struct Conversation: ~Copyable {
    let process: GitProcess
    var buffer: [UInt8] = []
    var start = 0

    init(_ process: consuming GitProcess) { self.process = process }

    /// - Returns: The object, and whether another request can follow.
    mutating func read(
      _ expression: [UInt8], atMost limit: Int, drainingAtMost drained: Int64
    ) throws(SourceError) -> (Object, Bool) {
      guard process.send(expression + [0x0A]) else { throw .damaged }
      let header = try line()
      // `name type size`, or `expression missing`, or `expression ambiguous`.
      let words = header.split(separator: 0x20, omittingEmptySubsequences: false)
      guard words.count == 3, let name = GitObjectName(digits: words[0]),
        let size = Int64(String(decoding: words[2], as: UTF8.self)), size >= 0
      else { throw .missingObject }
      let kind: Kind? =
        switch String(decoding: words[1], as: UTF8.self) {
        case "blob": .blob
        case "tree": .tree
        case "commit": .commit
        case "tag": .tag
        default: nil
        }
      guard let kind else { throw .damaged }
      let wanted = Int(min(size, Int64(limit)))
      let bytes = try content(wanted)
      let object = Object(
        name: name, kind: kind,
        content: SourceContent(bytes: bytes, isCut: Int64(wanted) < size, sizeInBytes: size))
      let rest = size - Int64(wanted) + 1
      guard rest <= drained else { return (object, false) }
      try skip(Int(rest))
      return (object, true)
    }

    private mutating func fill() throws(SourceError) {
      buffer.removeFirst(start)
      start = 0
      let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { part, count in
        count = process.receive(UnsafeMutableRawBufferPointer(part)) ?? 0
      }
      guard !part.isEmpty else { throw .damaged }
      buffer += part
    }

    private mutating func line() throws(SourceError) -> ArraySlice<UInt8> {
      var searched = start
      while true {
        if let end = buffer[searched...].firstIndex(of: 0x0A) {
          defer { start = end + 1 }
          return buffer[start..<end]
        }
        let count = buffer.count - start
        // At most as long as the longest request.
        guard count < 1 << 20 else { throw .damaged }
        try fill()
        searched = count
      }
    }

    private mutating func content(_ count: Int) throws(SourceError) -> [UInt8] {
      let known = min(count, buffer.count - start)
      var failed = false
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
        let raw = UnsafeMutableRawBufferPointer(target)
        buffer[start..<start + known].withUnsafeBytes { raw.copyMemory(from: $0) }
        filled = known
        while filled < count {
          guard let read = process.receive(UnsafeMutableRawBufferPointer(rebasing: raw[filled..<count])), read > 0
          else {
            failed = true
            return
          }
          filled += read
        }
      }
      start += known
      if failed { throw .damaged }
      return bytes
    }

    private mutating func skip(_ count: Int) throws(SourceError) {
      var rest = count
      while true {
        let step = min(rest, buffer.count - start)
        start += step
        rest -= step
        if rest == 0 { return }
        try fill()
      }
    }
  }
}
