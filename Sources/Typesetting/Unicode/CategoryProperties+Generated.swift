// swift-format-ignore-file
// Made by Scripts/generate-unicode from the Unicode Character Database 17.0. Do not edit.
// © 2025 Unicode, Inc. Unicode License V3: Tests/TypesettingTests/Fixtures/LICENSE-UNICODE-V3.txt.

/// The properties of every category, one byte each; see `ScalarCategory`.
enum CategoryProperties {
  static let count = 202

  /// Bits 0–5 `LineBreakClass`, bit 6 East Asian Wide, Fullwidth or Halfwidth.
  @inline(__always) static var lineBreak: UnsafePointer<UInt8> {
    let bytes: StaticString = """
      &\u{10}$\"#!\u{14}\u{1B}\0)(\0\u{1B}\u{1A}\u{16}\0\u{17}\u{12}\u{18}\u{2}\0\0\u{10}\u{15}%\u{1E}\u{1A})\0\0\0\
      \u{1C}\u{10}\0(\u{E}\0\u{1D}\0\u{E}\0&&\u{1E}\0\0\u{17}\u{11})\u{14}\u{1}\u{1}\u{2}(\u{2}\u{2}\0&\0&\u{10}&\u{E}\
      \0\0\u{1E}\u{1A}\u{15}\u{10}&jjj+,\u{10}\u{13}\u{1E}\u{1E}\u{6}\u{6}\u{B}\u{8}\u{3}\n\u{20}&'\u{11}\u{11}\u{11}\
      \u{F}\u{1C}\u{1D}\u{19}\u{19}\u{10}\u{13}\u{13}\u{13}\u{1F}\0i\0\u{19}CZU@\u{3}\t\u{3}\u{3}\u{4}@\u{3}\u{4}D\
      \u{14}\u{1B}\u{1C}\u{1D}\u{F}\u{F}\u{16}CCCPUSZUSffCfSMSMCCCC\0C\u{10}mn\0TYihTCUCCSCUZSCMMSCC@0\u{19}\u{7}\u{B}\
      \u{B}\u{8}\u{3}\u{B}\u{7}\u{1A}\u{15}\u{1E}\u{1A}\u{15}\0SS^@M\u{C}C@/DEC1D
      """
    return bytes.utf8Start
  }

  /// Bits 0–3 `GraphemeBreakClass`, 4–5 Indic_Conjunct_Break, 6 Extended_Pictographic.
  @inline(__always) static var grapheme: UnsafePointer<UInt8> {
    let bytes: StaticString = """
      \u{3}\u{3}\u{2}\u{3}\u{1}\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u{3}\0\0\0\0@\0\0\u{3}@\0\0\0\0\0\0\0$$$\0\0\0\0\
      \0\0\0\0\u{7}\0\0\0\u{7}\u{8}\u{10}4\0$\0\u{7}\u{8}\0\0\0\u{8}\0\t\t\t\n\u{B}\0\0\u{3}$\0\u{10}4\0\0$\u{3}\u{4}%\
      \0\0\0\0\0\0\0\0\0@\0\0\u{3}\u{3}\0@\0@\0\0@@\0\0\0@\0@@@@\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0$$@\0\0\0\0\0\0\0\0\0\0\
      \0\0\u{C}\r\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0$\0\0\0\0\0\0$$\u{10}\04\u{7}\0\0\u{3}\u{3}\u{3}\n\0\0$\0\0@@@\
      \u{6}@$@@@
      """
    return bytes.utf8Start
  }

  /// Bits 0–1 cells (3 is ambiguous), 2–3 `AutospaceKind`, 4 blank, 5 emoji style with VS16, 6 one cell when alone.
  @inline(__always) static var cells: UnsafePointer<UInt8> {
    let bytes: StaticString = """
      \0\u{11}\0\0\0\u{11}\u{1}\u{1}!\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}!\u{1}\u{1}\u{1})\u{1}\t\u{1}\u{1}\0\u{1}\u{3}\u{3}\
      \u{3}!\u{B}\u{1}\0#\u{3}\u{3}\u{3}\u{1}\u{3}\t\u{5}\0\0\0\u{1}\t\u{1}\u{1}\u{1}\u{1}\t\t\u{1}\u{1}\t\u{1}\u{1}@\
      \t\0\u{1}@\u{1}\t\t\u{1}\u{1}\u{1}@@\u{2}\u{2}\0HH\u{11}\u{1}\0\0\t\t@\t\u{1}@\0\0\0\u{3}\u{1}\u{3}\u{3}\u{3}\
      \u{3}\u{3}\u{3}\u{3}!\u{1}\u{1}\0\0\u{1})\u{1}\"\u{2}\u{2}\"!\u{1}\u{1}\u{3}!\u{2}##\"!\u{1}\u{1}\u{1}\u{1}\u{1}\
      \u{1}\u{6}\u{2}\u{2}\u{12}\u{2}\u{6}\u{2}\u{2}\u{2}\0@\"\u{2}\u{2}\u{6}\u{2}\u{2}\u{6}\u{6}\0\u{6}\u{3}\u{6}\t\
      \u{2}\u{2}\0\u{2}\u{2}\u{2}\u{2}\u{2}\u{2}\u{2}\u{2}\u{2}\u{2}\u{2}\u{1}\u{1}\u{1}\u{1}\u{1}\t\t\u{8}\t\u{1}\
      \u{1}\u{1}\t\0@\t\t\0\t\t\t\u{1}\u{1}\u{1}I\u{2}\u{6}\0\u{6}\u{6}\u{1}\u{2}\u{2}\u{1}\u{2}\u{2}\u{2}\u{1}\u{2}
      """
    return bytes.utf8Start
  }

  /// Bits 0–5 `MarkRole`, bit 6 a width that terminals agree on.
  @inline(__always) static var marks: UnsafePointer<UInt8> {
    let bytes: StaticString = """
      \0\0\0\0\0@@QV@@@@@@@@GM@V@@@\0@@@@@@@\0@@@L@U@@@\0@\0\0\0\0\0\0@\0\0\0\0\0\0\0\0\0\0\0\0\0@\0\0\0\0\0@\0\0\0\0@\
      \0\0\0\0\0\0\0\0\0\0\0\0@@GIFE@KLB@B\0\0@@K@@@@@@@@@\0@@@@\0\0\0J@\0@@\0@A@DCO@\0\0@@@L@ST\0\0\0P\0@@\0@@@@BVBNR\
      BH@@@@@@@\0@@\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0@@\0@\0\0\0\0
      """
    return bytes.utf8Start
  }
}
