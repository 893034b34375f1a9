/// A ZIP file of stored members (PKWARE APPNOTE 6.3.10), built in memory.
///
/// Members are not compressed: EPUB readers must accept stored members (EPUB 3.3, OCF, 4.2.2), and no compression code
/// is needed. Names are UTF-8.
struct ZipArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0
  /// The MS-DOS date and time of every member.
  private let date: UInt16
  private let time: UInt16

  /// - Parameter year: 1980 or later; month and day from 1.
  init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0) {
    date = UInt16(max(0, min(127, year - 1980)) << 9 | month << 5 | day)
    time = UInt16(hour << 11 | minute << 5)
  }

  /// Adds a member. Its name must be new, relative, and without `..`.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = UInt32(bytes.count)
    let name = Array(name.utf8)
    let checksum = CRC32.checksum(of: content)
    // Version needed 1.0; bit 11: names are UTF-8; method 0: stored.
    var common: [UInt8] = []
    common.append(littleEndian: UInt16(10))
    common.append(littleEndian: UInt16(name.allSatisfy { $0 < 0x80 } ? 0 : 1 << 11))
    common.append(littleEndian: UInt16(0))
    common.append(littleEndian: time)
    common.append(littleEndian: date)
    common.append(littleEndian: checksum)
    common.append(littleEndian: UInt32(content.count))
    common.append(littleEndian: UInt32(content.count))
    common.append(littleEndian: UInt16(name.count))
    common.append(littleEndian: UInt16(0))

    bytes.append(littleEndian: UInt32(0x0403_4B50))
    bytes += common
    bytes += name
    bytes += content

    directory.append(littleEndian: UInt32(0x0201_4B50))
    directory.append(littleEndian: UInt16(0x031E))  // made by version 3.0 on Unix
    directory += common
    directory.append(littleEndian: UInt16(0))  // comment
    directory.append(littleEndian: UInt16(0))  // disk
    directory.append(littleEndian: UInt16(0))  // internal attributes
    directory.append(littleEndian: UInt32(0o100644 << 16))  // a regular file, rw-r--r--
    directory.append(littleEndian: offset)
    directory += name
    count += 1
  }

  /// The whole file.
  func finished() -> [UInt8] {
    var result = bytes
    let offset = UInt32(bytes.count)
    result += directory
    result.append(littleEndian: UInt32(0x0605_4B50))
    result.append(littleEndian: UInt32(0))  // disks
    result.append(littleEndian: count)
    result.append(littleEndian: count)
    result.append(littleEndian: UInt32(directory.count))
    result.append(littleEndian: offset)
    result.append(littleEndian: UInt16(0))
    return result
  }

  /// The most members that the format allows without its 64-bit extension.
  static let memberLimit = Int(UInt16.max)
}

extension [UInt8] {
  fileprivate mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}

/// CRC-32 of ISO 3309, as ZIP uses it.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { (byte: UInt32) in
    (0..<8).reduce(byte) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  static func checksum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
  }
}
