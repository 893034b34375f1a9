/// Text from outside made fit for one line of the screen.
func sanitizedLine(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
  return String(
    String.UnicodeScalarView(
      text.unicodeScalars.compactMap { scalar -> UnicodeScalar? in
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
        case 0..<0x20, 0x7F..<0xA0: "\u{FFFD}"
        case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE0FFF: nil
        default: scalar
        }
      }))
}

/// Text from outside made fit for a paragraph: line breaks stay.
func sanitizedParagraph(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
  return text.split(separator: "\n", omittingEmptySubsequences: false).map { sanitizedLine(String($0)) }
    .joined(separator: "\n")
}
