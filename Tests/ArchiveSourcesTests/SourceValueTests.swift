import ArchiveSources
import Testing

/// The values that sources and their users exchange.
@Suite struct SourceValueTests {
  @Test func aListingBeginsWithoutFaults() {
    let listing = SourceListing(version: SourceVersion(bytes: [1]), isWhole: true)
    #expect(listing.faults.isEmpty && listing.removed.isEmpty && listing.renamed.isEmpty)
    #expect(listing.version == SourceVersion(bytes: [1]))
  }
}
