/// The files of the index by their signatures, so that new ones are found quickly.
///
/// A signature is a hash over path, size, time of change and inode: a file whose signature is known is unchanged. A
/// hash table with open addressing and linear probing, of which a third stays free.
struct SignatureTable: Sendable {
  private var signatures: [UInt64]
  private var numbers: [Int32]
  private let mask: Int
  let count: Int

  init(_ files: [(signature: UInt64, number: Int32)]) {
    var size = 16
    while size * 2 < files.count * 3 { size *= 2 }
    mask = size - 1
    signatures = [UInt64](repeating: 0, count: size)
    numbers = [Int32](repeating: -1, count: size)
    count = files.count
    for file in files {
      var place = Int(truncatingIfNeeded: file.signature) & mask
      while numbers[place] >= 0 { place = (place + 1) & mask }
      signatures[place] = file.signature
      numbers[place] = file.number
    }
  }

  /// The number under which a signature is known.
  func number(of signature: UInt64) -> Int32? {
    var place = Int(truncatingIfNeeded: signature) & mask
    while numbers[place] >= 0 {
      if signatures[place] == signature { return numbers[place] }
      place = (place + 1) & mask
    }
    return nil
  }
}
