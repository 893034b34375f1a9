import ArchiveSources
import CArchive
import Testing

/// Creates and compresses tars.
struct TarBuilder {
  struct Entry {
    var name: [UInt8]
    var content: [UInt8]
    /// `0` for files, `1` and `2` for links, `5` for folders.
    var type: Character = "0"
    var link = ""
    /// Replaces the content's size.
    var claimedSize: Int?

    init(_ name: String, _ content: String) {
      self.name = Array(name.utf8)
      self.content = Array(content.utf8)
    }
  }

  var entries: [Entry] = []
  var hasEnd = true

  init(_ entries: [Entry]) { self.entries = entries }

  func bytes() -> [UInt8] {
    var file: [UInt8] = []
    for entry in entries {
      if entry.name.count > 100 {
        // GNU's long names.
        file += Self.header(Array("././@LongLink".utf8), size: entry.name.count + 1, type: "L", link: "")
        file += Self.padded(entry.name + [0])
      }
      file += Self.header(
        Array(entry.name.prefix(100)), size: entry.claimedSize ?? entry.content.count, type: entry.type,
        link: entry.link)
      file += Self.padded(entry.content)
    }
    return hasEnd ? file + [UInt8](repeating: 0, count: 1024) : file
  }

  private static func padded(_ bytes: [UInt8]) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
  }

  private static func header(_ name: [UInt8], size: Int, type: Character, link: String) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ bytes: some Collection<UInt8>, at place: Int) {
      header.replaceSubrange(place..<place + bytes.count, with: bytes)
    }
    func octal(_ number: Int, _ width: Int) -> String.UTF8View {
      let digits = String(number, radix: 8)
      return (String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits).utf8
    }
    put(name, at: 0)
    put(octal(0o644, 7), at: 100)
    put(octal(0, 7), at: 108)
    put(octal(0, 7), at: 116)
    put(octal(size, 11), at: 124)
    put(octal(1_700_000_000, 11), at: 136)
    put("        ".utf8, at: 148)
    put(String(type).utf8, at: 156)
    put(link.utf8, at: 157)
    put("ustar\u{0}00".utf8, at: 257)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6), at: 148)
    put([0, 0x20], at: 154)
    return header
  }
}

enum Packing: String, CaseIterable {
  case gzip = "gz"
  case xz
  case zstd = "zst"
  case bzip2 = "bz2"

  /// Compresses bytes like the programs of these names.
  func pack(_ bytes: [UInt8]) -> [UInt8] {
    guard let archive = archive_write_new() else { return [] }
    defer { archive_write_free(archive) }
    archive_write_set_format_raw(archive)
    switch self {
    case .gzip: archive_write_add_filter_gzip(archive)
    case .xz: archive_write_add_filter_xz(archive)
    case .zstd: archive_write_add_filter_zstd(archive)
    case .bzip2: archive_write_add_filter_bzip2(archive)
    }
    archive_write_set_bytes_per_block(archive, 0)
    var packed = [UInt8](repeating: 0, count: bytes.count * 2 + 4096)
    // libarchive keeps both addresses until it is closed.
    let used = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    used.initialize(to: 0)
    defer { used.deallocate() }
    packed.withUnsafeMutableBytes { buffer in
      archive_write_open_memory(archive, buffer.baseAddress, buffer.count, used)
      let entry = archive_entry_new()
      archive_entry_set_filetype(entry, 0o100000)
      archive_write_header(archive, entry)
      bytes.withUnsafeBytes { _ = archive_write_data(archive, $0.baseAddress, $0.count) }
      archive_entry_free(entry)
      archive_write_close(archive)
    }
    return Array(packed[..<used.pointee])
  }
}

/// Han characters that hardly compress; always the same for the same number.
func noise(_ number: Int, count: Int) -> String {
  var text = String.UnicodeScalarView()
  var state = UInt32(truncatingIfNeeded: number &+ 1)
  for _ in 0..<count {
    state = state &* 1_664_525 &+ 1_013_904_223
    if let scalar = Unicode.Scalar(0x4E00 + (state >> 12) % 20_000) { text.append(scalar) }
  }
  return String(text)
}
