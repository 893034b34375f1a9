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
  private var eights: UInt64 = 0
  /// Bit k of a lane's count of sixteens is in plane k.
  private var planes = InlineArray<40, UInt64>(repeating: 0)

  /// Mixes a feature's key: the finalizer of MurmurHash3 (public domain).
  @inline(__always)
  static func mix(_ key: UInt64) -> UInt64 {
    var z = key
    z = (z ^ (z >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    z = (z ^ (z >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return z ^ (z >> 33)
  }

  mutating func add(_ word: UInt64) {
    count += 1
    let two = ones & word
    ones ^= word
    let four = twos & two
    twos ^= two
    let eight = fours & four
    fours ^= four
    let sixteen = eights & eight
    eights ^= eight
    carry(sixteen)
  }

  /// The number of features that are added together most efficiently.
  static let groupSize = 16

  /// Adds the mixed keys of many features, in groups, and the remainder one by one.
  ///
  /// - Parameter key: Called once for every key, in order.
  @inline(__always)
  mutating func add(count keyCount: Int, _ key: () -> UInt64) {
    var rest = keyCount
    while rest >= Self.groupSize {
      let (sum, sixteens) = Self.sum(eights, addEight(key), addEight(key))
      eights = sum
      carry(sixteens)
      count += Self.groupSize
      rest -= Self.groupSize
    }
    while rest > 0 {
      add(Self.mix(key()))
      rest -= 1
    }
  }

  /// Adds eight features; returns their carry into the eights.
  @inline(__always)
  private mutating func addEight(_ key: () -> UInt64) -> UInt64 {
    let (a, ab) = Self.sum(ones, Self.mix(key()), Self.mix(key()))
    let (b, bc) = Self.sum(a, Self.mix(key()), Self.mix(key()))
    let (c, cd) = Self.sum(twos, ab, bc)
    let (d, de) = Self.sum(b, Self.mix(key()), Self.mix(key()))
    let (e, ef) = Self.sum(d, Self.mix(key()), Self.mix(key()))
    ones = e
    let (f, fg) = Self.sum(c, de, ef)
    twos = f
    let (g, eight) = Self.sum(fours, cd, fg)
    fours = g
    return eight
  }

  /// Sum and carry of three one-bit numbers in each lane.
  @inline(__always)
  private static func sum(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> (sum: UInt64, carry: UInt64) {
    let partial = a ^ b
    return (partial ^ c, a & b | partial & c)
  }

  @inline(__always)
  private mutating func carry(_ sixteens: UInt64) {
    var carry = sixteens
    var plane = 0
    while carry != 0, plane < planes.count {
      let sum = planes[plane] ^ carry
      carry &= planes[plane]
      planes[plane] = sum
      plane += 1
    }
  }

  /// A bit is set if more than half of the features had it. 0 if and only if there are no features.
  var value: UInt64 {
    guard count > 0 else { return 0 }
    // Compares the counts with half of the total, bit by bit from the highest, in all lanes together.
    let half = UInt64(count / 2)
    var above: UInt64 = 0
    var equal = UInt64.max
    for place in (0..<planes.count + 4).reversed() {
      let plane =
        switch place {
        case 0: ones
        case 1: twos
        case 2: fours
        case 3: eights
        default: planes[place - 4]
        }
      let halfBit: UInt64 = half >> UInt64(place) & 1 != 0 ? .max : 0
      above |= equal & plane & ~halfBit
      equal &= ~(plane ^ halfBit)
    }
    return above == 0 ? 1 : above
  }
}
