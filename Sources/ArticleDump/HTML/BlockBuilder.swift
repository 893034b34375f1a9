/// Turns a cleaned page into blocks.
struct BlockBuilder {
  static func blocks(of page: Page) -> [Block] {
    page.tree.text(of: .root).split(separator: "\n").map { .paragraph(StyledText(String($0)), role: nil) }
  }
}
