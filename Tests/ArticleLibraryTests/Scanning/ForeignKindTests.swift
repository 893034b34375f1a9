import Foundation
import Glibc
import Testing

@testable import ArticleLibrary

/// Other formats are recognized by their first bytes and refused by `DumpFile`.
@Suite struct ForeignKindTests {
  /// A kind's first bytes, followed by what such files contain.
  private static let heads: [(ForeignKind, [UInt8])] = [
    (.zip, Array("PK\u{3}\u{4}\u{14}\0\0\0".utf8)),
    (.zip, Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)),
    (.epub, Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 26) + Array("mimetypeapplication/epub+zip".utf8)),
    (.gzip, [0x1F, 0x8B, 0x08, 0, 0, 0]), (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]),
    (.zstandard, [0x28, 0xB5, 0x2F, 0xFD, 4]),
    (.bzip2, Array("BZh91AY".utf8)), (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    (.rar, Array("Rar!\u{1A}\u{7}".utf8)),
    (.tar, Array("a.md".utf8) + [UInt8](repeating: 0, count: 253) + Array("ustar".utf8)),
    (.pdf, Array("%PDF-1.7\n".utf8)),
    (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), (.jpeg, [0xFF, 0xD8, 0xFF, 0xE0]),
    (.gif, Array("GIF89a".utf8)),
    (.webP, Array("RIFF\u{1}\u{2}\u{3}\u{4}WEBPVP8 ".utf8)), (.elf, [0x7F, 0x45, 0x4C, 0x46, 2, 1]),
    (.machO, [0xCF, 0xFA, 0xED, 0xFE, 7]), (.machO, [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 2]),
    (.javaClass, [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52]),
    (.portableExecutable, Array("MZ".utf8) + [0x90, 0, 3, 0] + [UInt8](repeating: 0, count: 60)),
    (.sqlite, Array("SQLite format 3\0".utf8)), (.video, [0, 0, 0, 0x20] + Array("ftypisom".utf8)),
    (.binary, [UInt8](repeating: 0, count: 40)), (.binary, Array("a\0b\0c\0d\0".utf8)),
  ]

  @Test(arguments: heads) func foreignKindsAreRecognizedByContent(kind: ForeignKind, head: [UInt8]) {
    #expect(ForeignKind.named(byFirst: head) == kind)
  }

  /// Texts that begin almost like such files, or contain a stray NUL.
  @Test(arguments: [
    "PK 是什么", "BZ 记者", "%PDF", "GIF 图", "MZ 的来历", "BM 公司", "RIFF 是", "ID3 的故事", "Rar!", "7z", "II*",
    "SQLite format 3 是",
    "ustar", "<!--1689597902000-->\n[题](u)\n", String(repeating: "字", count: 400) + "\0",
  ])
  func textsHaveNoForeignKind(_ text: String) { #expect(ForeignKind.named(byFirst: Array(text.utf8)) == nil) }

  @Test func utf16HasNoForeignKind() {
    #expect(
      ForeignKind.named(byFirst: [0xFF, 0xFE] + Array("abcdef".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        == nil)
  }

  @Test func everyForeignKindIsRecognizedByItsFirstBytes() {
    let told = Set(Self.heads.map(\.0))
    let untested: Set<ForeignKind> = [
      .folder, .pipe, .socket, .device, .systemFile, .tiff, .bmp, .icon, .audio, .font, .webAssembly, .gitPack,
    ]
    #expect(told.union(untested) == Set(ForeignKind.allCases))
  }

  @Test(arguments: [
    ("/dev/zero", ForeignKind.device), ("/proc/self/status", .systemFile), ("/proc/kmsg", .systemFile),
    ("/tmp", .folder),
  ])
  func onlyRegularFilesAreRead(path: String, kind: ForeignKind) {
    #expect(throws: LibraryError.notADump(path: path, kind)) { try DumpFile.read(DumpPath(path), atMost: 1 << 20) }
  }

  /// Zips can be read: see `ContainerLibraryTests`.
  @Test func namedArchivesAreRefusedAndThoseInAFolderSkipped() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "文")
    try Data([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]).write(to: URL(fileURLWithPath: folder.path + "/archive/2.md"))
    let library = try folder.library()
    let summary = try library.update()
    #expect(summary.articleCount == 1)
    #expect(summary.skipped.map(\.reason) == [.foreign(.sevenZip)])
    #expect(try library.update().skipped.map(\.reason) == [.foreign(.sevenZip)])
    #expect(throws: LibraryError.notADump(path: folder.path + "/archive/2.md", .sevenZip)) {
      try folder.library(["archive/2.md"])
    }
  }
}
