import Text

/// What is at a path that is not a dump.
public enum ForeignKind: String, Sendable, Hashable, CaseIterable {
  // Not a regular file.
  /// The system's name for it.
  case folder, pipe, socket, device
  /// A file that the kernel generates as it is read (`/proc`, `/sys`): it may never end, or block forever.
  case systemFile
  // Files of other formats.
  /// Archives and compressed files.
  case zip, epub, gzip, xz, zstandard, bzip2, sevenZip, rar, tar
  /// Documents and pictures.
  case pdf, png, jpeg, gif, webP, tiff, bmp, icon
  /// Sound, video and fonts, of any format.
  case audio, video, font
  /// Programs.
  case elf, machO, portableExecutable, webAssembly, javaClass
  /// Databases and packs of objects.
  case sqlite, gitPack
  /// NUL bytes among the first, and not UTF-16.
  case binary
}

extension ForeignKind {
  /// The number of bytes from a file's beginning that determine its format.
  static let headSizeInBytes = 1_024

  /// The format that a file's first bytes indicate, or nil if they may belong to a dump.
  ///
  /// The signatures are those of file(1)'s magic database (5.45); each is long, or contains bytes that no text does.
  static func named(byFirst bytes: some Collection<UInt8>) -> ForeignKind? {
    let head = Array(bytes.prefix(headSizeInBytes))
    // Every signature that is not plain text begins with one of these.
    guard let first = head.first else { return nil }
    if let kind = signatures[first]?.first(where: { head.starts(with: $0.bytes) })?.kind {
      return kind == .zip && isEPUB(head) ? .epub : kind
    }
    if let kind = nested(head) { return kind }
    return isBinary(head) ? .binary : nil
  }

  private struct Signature {
    var bytes: [UInt8]
    var kind: ForeignKind
  }

  /// By first byte.
  private static let signatures: [UInt8: [Signature]] = {
    let texts: [(String, ForeignKind)] = [
      ("PK\u{3}\u{4}", .zip), ("PK\u{5}\u{6}", .zip), ("PK\u{7}\u{8}", .zip), ("BZh", .bzip2),
      ("Rar!\u{1A}\u{7}", .rar),
      ("%PDF-", .pdf), ("GIF87a", .gif), ("GIF89a", .gif), ("OggS\0", .audio), ("ID3\u{3}", .audio),
      ("ID3\u{4}", .audio),
      ("fLaC\0", .audio), ("wOFF\0\u{1}", .font), ("wOF2\0\u{1}", .font), ("OTTO\0", .font),
      ("SQLite format 3\0", .sqlite),
      ("\0asm", .webAssembly), ("PACK\0\0\0", .gitPack), ("II*\0", .tiff), ("MM\0*", .tiff),
    ]
    let bytes: [([UInt8], ForeignKind)] = [
      ([0x1F, 0x8B, 0x08], .gzip), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz), ([0x28, 0xB5, 0x2F, 0xFD], .zstandard),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
      ([0xFF, 0xD8, 0xFF], .jpeg), ([0x00, 0x00, 0x01, 0x00], .icon), ([0x1A, 0x45, 0xDF, 0xA3], .video),
      ([0x00, 0x01, 0x00, 0x00, 0x00], .font), ([0x7F, 0x45, 0x4C, 0x46], .elf),
      ([0xFE, 0xED, 0xFA, 0xCE], .machO), ([0xFE, 0xED, 0xFA, 0xCF], .machO), ([0xCE, 0xFA, 0xED, 0xFE], .machO),
      ([0xCF, 0xFA, 0xED, 0xFE], .machO),
    ]
    let all =
      texts.map { Signature(bytes: Array($0.0.utf8), kind: $0.1) } + bytes.map { Signature(bytes: $0.0, kind: $0.1) }
    return Dictionary(grouping: all) { $0.bytes[0] }
  }()

  /// Formats whose signature is not at the beginning, or is short and needs a second one.
  private static func nested(_ head: [UInt8]) -> ForeignKind? {
    func has(_ text: String, at offset: Int) -> Bool { head.dropFirst(offset).starts(with: text.utf8) }
    if has("ustar", at: 257), head.prefix(257).contains(0) { return .tar }
    if has("RIFF", at: 0), head.count >= 12 {
      if has("WEBP", at: 8) { return .webP }
      if has("WAVE", at: 8) { return .audio }
      if has("AVI ", at: 8) { return .video }
    }
    if has("ftyp", at: 4), head[0] == 0 { return .video }
    // MS-DOS's header: the offset of the next header is at 60, and that one begins with `PE`.
    if has("MZ", at: 0), head.prefix(64).contains(0) { return .portableExecutable }
    if has("BM", at: 0), head.prefix(14).contains(0) { return .bmp }
    // Java class files and fat Mach-O files begin in the same way; a class file's version is at least 45.
    if head.starts(with: [0xCA, 0xFE, 0xBA, 0xBE]), head.count >= 8 { return head[7] < 43 ? .machO : .javaClass }
    return nil
  }

  /// An EPUB's first entry is called `mimetype` and is stored uncompressed (OCF 3.3, section 4.3).
  private static func isEPUB(_ head: [UInt8]) -> Bool {
    head.dropFirst(30).starts(with: "mimetypeapplication/epub+zip".utf8)
  }

  /// More than a stray NUL: those in a damaged text are dropped with a diagnostic.
  private static func isBinary(_ head: [UInt8]) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return false }
    guard head.withUnsafeBufferPointer({ ByteSearch.holds($0, byte: 0) }) else { return false }
    return head.count { $0 == 0 } * 32 > head.count
  }
}
