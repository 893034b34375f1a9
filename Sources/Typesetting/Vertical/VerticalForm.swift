/// The forms of characters in a column: what a terminal shows instead of them.
///
/// Sources: UnicodeData 17.0, `<vertical>` decompositions (U+FE10–FE19, U+FE30–FE48); CLREQ, "Punctuation Marks in
/// Vertical Setting": corner brackets replace curly quotation marks. All forms take two cells. They are for display
/// only; CLREQ warns against storing them.
enum VerticalForm {
  /// The vertical form of a mark, `nil` if it has none.
  static func form(of scalar: UInt32) -> String? {
    switch scalar {
    case 0xFF0C: "\u{FE10}"  // ，
    case 0x3001: "\u{FE11}"  // 、
    case 0x3002: "\u{FE12}"  // 。
    case 0xFF1A: "\u{FE13}"  // ：
    case 0xFF1B: "\u{FE14}"  // ；
    case 0xFF01: "\u{FE15}"  // ！
    case 0xFF1F: "\u{FE16}"  // ？
    case 0x3016: "\u{FE17}"  // 〖
    case 0x3017: "\u{FE18}"  // 〗
    case 0x2026, 0x22EF: "\u{FE19}"  // … ⋯
    case 0x2025: "\u{FE30}"  // ‥
    case 0x2014, 0x2015, 0x2E3A: "\u{FE31}"  // — ― ⸺
    case 0x2013, 0x2010, 0xFF0D: "\u{FE32}"  // – ‐ －
    case 0xFF3F: "\u{FE33}"  // ＿
    case 0xFE4F: "\u{FE34}"  // ﹏
    case 0xFF08: "\u{FE35}"  // （
    case 0xFF09: "\u{FE36}"  // ）
    case 0xFF5B: "\u{FE37}"  // ｛
    case 0xFF5D: "\u{FE38}"  // ｝
    case 0x3014: "\u{FE39}"  // 〔
    case 0x3015: "\u{FE3A}"  // 〕
    case 0x3010: "\u{FE3B}"  // 【
    case 0x3011: "\u{FE3C}"  // 】
    case 0x300A: "\u{FE3D}"  // 《
    case 0x300B: "\u{FE3E}"  // 》
    case 0x3008: "\u{FE3F}"  // 〈
    case 0x3009: "\u{FE40}"  // 〉
    case 0x300C, 0x2018: "\u{FE41}"  // 「 ‘
    case 0x300D, 0x2019: "\u{FE42}"  // 」 ’
    case 0x300E, 0x201C: "\u{FE43}"  // 『 “
    case 0x300F, 0x201D: "\u{FE44}"  // 』 ”
    case 0xFF3B: "\u{FE47}"  // ［
    case 0xFF3D: "\u{FE48}"  // ］
    case 0x00B7, 0x2027: "\u{30FB}"  // · ‧ in the middle of the cell
    default: nil
    }
  }

  /// The full-width form of a printable ASCII character (U+FF01–FF5E), which takes a whole cell pair.
  static func fullWidth(_ scalar: UInt32) -> UInt32? {
    0x21...0x7E ~= scalar ? scalar + 0xFEE0 : nil
  }

  /// What is shown for a cluster: the vertical form of a mark, full-width letters for ASCII, otherwise the cluster
  /// itself.
  static func display(_ cluster: String) -> String {
    guard let only = cluster.unicodeScalars.first, cluster.unicodeScalars.count == 1 else { return cluster }
    let value = fullWidth(only.value) ?? only.value
    return form(of: value) ?? Unicode.Scalar(value).map { String(Character($0)) } ?? cluster
  }
}
