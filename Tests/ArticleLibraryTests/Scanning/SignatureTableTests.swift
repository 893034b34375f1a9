import SeededRandom
import Testing

@testable import ArticleLibrary

@Suite struct SignatureTableTests {
  @Test(arguments: [0, 1, 10, 11, 3_000]) func everySignatureHasItsNumberAndOthersHaveNone(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let files = (0..<count).map { (signature: generator.next(), number: Int32($0)) }
    let table = SignatureTable(files)
    #expect(table.count == count)
    #expect(files.allSatisfy { table.number(of: $0.signature) == $0.number })
    #expect((0..<1_000).allSatisfy { _ in table.number(of: generator.next()) == nil })
  }

  /// Signatures that begin at the same place of the table, and 0, which free places contain.
  @Test func collidingSignaturesAreDistinguished() {
    let files = (0..<10).map { (signature: UInt64($0) << 32, number: Int32($0 + 5)) }
    let table = SignatureTable(files)
    #expect(files.allSatisfy { table.number(of: $0.signature) == $0.number })
    #expect(table.number(of: 11 << 32) == nil)
    #expect(SignatureTable([]).number(of: 0) == nil)
  }
}
