import SeededRandom
import Testing

@testable import ArticleLibrary

/// Operations of bit sets, compared with those of `Set`.
@Suite struct BitSetTests {
  private static let capacities = [0, 1, 63, 64, 65, 200]

  private static func pair(_ capacity: Int, _ generator: inout SeededGenerator) -> (bits: BitSet, set: Set<Int>) {
    let members = Set((0..<capacity).filter { _ in Bool.random(using: &generator) })
    return (BitSet(capacity: capacity, where: members.contains), members)
  }

  private static func members(_ bits: BitSet) -> [Int] {
    var members: [Int] = []
    bits.forEach { members.append($0) }
    return members
  }

  @Test(arguments: capacities, capacities) func operationsAreThoseOfSets(capacity: Int, otherCapacity: Int) {
    var generator = SeededGenerator(seed: UInt64(capacity * 1_000 + otherCapacity))
    for _ in 0..<20 {
      let (bits, set) = Self.pair(capacity, &generator)
      let (other, otherSet) = Self.pair(otherCapacity, &generator)
      #expect(bits.count == set.count && bits.isEmpty == set.isEmpty)
      #expect((-2..<capacity + 70).allSatisfy { bits.contains($0) == set.contains($0) })
      var result = bits
      result.formIntersection(other)
      #expect(Self.members(result) == set.intersection(otherSet).sorted())
      result = bits
      result.subtract(other)
      #expect(Self.members(result) == set.subtracting(otherSet).sorted())
      result = bits
      result.formUnion(other)
      #expect(Self.members(result) == set.union(otherSet).filter { $0 < capacity }.sorted())
      #expect(result.count == Self.members(result).count)
    }
  }

  @Test(arguments: capacities) func aFilledSetContainsEveryNumberBelowItsCapacity(capacity: Int) {
    let filled = BitSet(filledTo: capacity)
    #expect(Self.members(filled) == Array(0..<capacity))
    #expect(filled == BitSet(capacity: capacity) { _ in true })
  }

  @Test func numbersOutsideTheCapacityAreIgnored() {
    var bits = BitSet(capacity: 10)
    for number in [-1, 10, 63, 64, .max] { bits.insert(number) }
    #expect(bits.isEmpty)
    bits.insert(9)
    for number in [-1, 10, 64] { bits.remove(number) }
    #expect(Self.members(bits) == [9])
    bits.remove(9)
    #expect(bits.isEmpty)
  }
}
