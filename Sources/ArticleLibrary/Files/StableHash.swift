/// A 64-bit hash that is the same in every process and version, unlike `Hasher`.
///
/// FNV-1a over eight bytes at a time with a final mix (MurmurHash3's `fmix64`). Not for hostile keys alone: an attacker
/// who can write into an archive can make two files look unchanged, which hides a file from its own archive and nothing
/// else.
struct StableHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func combine(_ value: UInt64) {
    state = (state ^ value) &* 0x0000_0100_0000_01B3
    state ^= state >> 29
    state = state &* 0xBF58_476D_1CE4_E5B9
  }

  mutating func combine(_ bytes: some Collection<UInt8>) {
    var word: UInt64 = 0
    var count: UInt64 = 0
    for byte in bytes {
      word = word << 8 | UInt64(byte)
      count += 1
      if count & 7 == 0 {
        combine(word)
        word = 0
      }
    }
    combine(word)
    combine(count)
  }

  var value: UInt64 {
    var mixed = state
    mixed ^= mixed >> 33
    mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
    mixed ^= mixed >> 33
    mixed = mixed &* 0xC4CE_B9FE_1A85_EC53
    mixed ^= mixed >> 33
    return mixed
  }

  static func hash(_ text: String) -> UInt64 { hash(text.utf8) }

  static func hash(_ bytes: some Collection<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.combine(bytes)
    return hash.value
  }
}
