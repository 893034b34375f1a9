/// Links in the terminal (OSC 8).
enum Hyperlink {
  /// Makes the following text a link; without an address, ends the link.
  ///
  /// The number identifies the link: its parts on several lines are one link.
  ///
  /// Source: "Hyperlinks (a.k.a. HTML-like anchors) in terminal emulators", E. Koblinger.
  static func sequence(number: UInt32, url: String?) -> [UInt8] {
    guard let url, !url.isEmpty, url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return Array("\u{1B}]8;;\u{1B}\\".utf8)
    }
    return Array("\u{1B}]8;id=\(String(number, radix: 36));\(url)\u{1B}\\".utf8)
  }
}
