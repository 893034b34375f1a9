/// A 64-bit similarity hash over a stream of features: texts that share most features differ in few bits.
///
/// Source: M. Charikar, "Similarity Estimation Techniques from Rounding Algorithms" (STOC 2002); as used for
/// near-duplicate pages by Manku, Jain and Das Sarma (WWW 2007). Instead of 64 signed sums, one per bit, the
/// counts are kept bit-sliced in planes of 64 lanes, and words are added eight at a time by carry-save adders,
/// so that a feature costs a few instructions.
struct SimHash {
  private var count = 0
  private var ones: UInt64 = 0
  private var twos: UInt64 = 0
  private var fours: UInt64 = 0
  private var pending = InlineArray<8, UInt64>(repeating: 0)
  private var pendingCount = 0
  /// Bit k of a lane's count of eights stands in plane k.
  private var planes = [UInt64](repeating: 0, count: 40)

  /// Mixes a feature's key: the finalizer of MurmurHash3 (public domain).
  @inline(__always)
  static func mix(_ key: UInt64) -> UInt64 {
    var z = key
    z = (z ^ (z >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    z = (z ^ (z >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return z ^ (z >> 33)
  }

  @inline(__always)
  mutating func add(_ word: UInt64) {
    count += 1
    pending[pendingCount] = word
    pendingCount += 1
    if pendingCount == 8 {
      pendingCount = 0
      addPending()
    }
  }

  private mutating func addPending() {
    let (a, ab) = Self.add(ones, pending[0], pending[1])
    let (b, bc) = Self.add(a, pending[2], pending[3])
    let (c, cd) = Self.add(b, pending[4], pending[5])
    let (d, de) = Self.add(c, pending[6], pending[7])
    ones = d
    let (e, ef) = Self.add(twos, ab, bc)
    let (f, fg) = Self.add(e, cd, de)
    twos = f
    let (g, eights) = Self.add(fours, ef, fg)
    fours = g
    carry(eights)
  }

  /// Sum and carry of three one-bit numbers in each lane.
  @inline(__always)
  private static func add(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> (sum: UInt64, carry: UInt64) {
    let partial = a ^ b
    return (partial ^ c, a & b | partial & c)
  }

  private mutating func carry(_ eights: UInt64) {
    var carry = eights
    var plane = 0
    while carry != 0, plane < planes.count {
      let sum = planes[plane] ^ carry
      carry &= planes[plane]
      planes[plane] = sum
      plane += 1
    }
  }

  /// A bit is set where more than half of the features had it. 0 without features, and only then.
  var value: UInt64 {
    guard count > 0 else { return 0 }
    var height = planes.count
    while height > 0, planes[height - 1] == 0 { height -= 1 }
    var value: UInt64 = 0
    for lane in 0..<64 {
      let bit = UInt64(1) << UInt64(lane)
      var sum = (ones & bit != 0 ? 1 : 0) + (twos & bit != 0 ? 2 : 0) + (fours & bit != 0 ? 4 : 0)
      for index in 0..<height where planes[index] & bit != 0 { sum += 8 << index }
      for index in 0..<pendingCount where pending[index] & bit != 0 { sum += 1 }
      if 2 * sum > count { value |= bit }
    }
    return value == 0 ? 1 : value
  }
}
