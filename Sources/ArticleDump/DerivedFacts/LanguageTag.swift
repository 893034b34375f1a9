/// Language tags as people and programs write them: `zh-TW`, `zh_HK`, `zh_CN.UTF-8`, `en_US`.
package enum LanguageTag {
  /// The regions that write Chinese in traditional or in simplified characters.
  ///
  /// Source: CLDR, likely subtags of `zh`; `CHT` and `CHS` are Windows' names of the scripts.
  private static let scripts: [String: String] = [
    "tw": "Hant", "hk": "Hant", "mo": "Hant", "cht": "Hant", "cn": "Hans", "sg": "Hans", "my": "Hans", "chs": "Hans",
  ]

  /// The tag in the usual form (RFC 5646), for Chinese with its script: `zh-TW` becomes `zh-Hant-TW`. Anything that is not
  /// a tag stays as it is.
  package static func canonical(_ tag: String) -> String {
    // A locale may name an encoding and a variant.
    let name = tag.prefix { $0 != "." && $0 != "@" }
    var parts = name.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }.map { $0.lowercased() }
    guard let first = parts.first, 2...3 ~= first.utf8.count, parts.allSatisfy(isSubtag) else { return tag }
    if ["zho", "chi", "cmn"].contains(first) { parts[0] = "zh" }
    if parts[0] == "zh", !parts.contains("hant"), !parts.contains("hans"),
      let script = parts.dropFirst().lazy.compactMap({ scripts[$0] }).first
    {
      parts.insert(script.lowercased(), at: 1)
      parts.removeAll { $0 == "cht" || $0 == "chs" }
    }
    return parts.enumerated().map { index, part in
      switch part.utf8.count {
      case 2 where index > 0: part.uppercased()
      case 4 where index > 0 && part.utf8.allSatisfy { $0 >= 0x61 }: part.prefix(1).uppercased() + part.dropFirst()
      default: part
      }
    }.joined(separator: "-")
  }

  private static func isSubtag(_ part: String) -> Bool {
    1...8 ~= part.utf8.count && part.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }
  }
}
