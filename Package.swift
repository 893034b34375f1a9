// swift-tools-version: 6.2
import PackageDescription

/// The settings of all our targets: the Swift 6 language mode comes with the tools version.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "yuelan",
  products: [
    .library(name: "ArticleDump", targets: ["ArticleDump"]),
    .library(name: "MarkdownReader", targets: ["MarkdownReader"]),
    .library(name: "Typesetting", targets: ["Typesetting"]),
    // For the benchmarks.
    .library(name: "ChineseConversion", targets: ["ChineseConversion"]),
    .library(name: "ReadingRoom", targets: ["ReadingRoom"]),
    .library(name: "ArticleLibrary", targets: ["ArticleLibrary"]),
    .library(name: "ArchiveSources", targets: ["ArchiveSources"]),
    .executable(name: "yuelan", targets: ["yuelan"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // The lowest module: questions about bytes, characters and their references. Imports only the C library.
    .target(name: "Text", swiftSettings: house),
    // Markdown: bytes in, events or HTML out.
    .target(name: "MarkdownReader", dependencies: ["Text"], swiftSettings: house),
    // The parser library: bytes of a dump in, an article out.
    .target(
      name: "ArticleDump", dependencies: ["Text", "MarkdownReader", "FrontMatter"], exclude: ["Vocabulary/Words"],
      swiftSettings: house),
    // The fields of front matter: YAML, TOML, JSON and similar forms.
    .target(name: "FrontMatter", dependencies: ["Text", "TOML", "CYAML"], swiftSettings: house),
    // libyaml's events, with limits.
    .target(name: "CYAML", linkerSettings: [.linkedLibrary("yaml")]),
    // The line layout library. Imports nothing.
    .target(name: "Typesetting", swiftSettings: house),
    // Simplified and traditional Chinese, with tables of OpenCC's words.
    .target(name: "ChineseConversion", dependencies: ["Text"], swiftSettings: house),
    // Pinyin and bopomofo of Han characters, depending on the words that contain them.
    .target(name: "ChineseReadings", dependencies: ["Text"], exclude: ["Words"], swiftSettings: house),
    // Archives other than folders: repositories, zips, tarballs, crawls, feeds, clippings, books.
    .target(
      name: "ArchiveSources", dependencies: ["ArticleDump", "Text", "CArchive", "CZlib", "ChildProcesses"],
      swiftSettings: house),
    // Starting other programs, and waiting for them.
    .target(name: "ChildProcesses", dependencies: ["CChildProcess"], swiftSettings: house),
    // System calls for child processes that Swift cannot import.
    .target(name: "CChildProcess"),
    // libarchive: tar and decompression.
    .target(name: "CArchive", linkerSettings: [.linkedLibrary("archive")]),
    // zlib: zip, crawls, and the cache of unpacked containers.
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    // The C library's function for exchanging file names, which Swift cannot import.
    .target(name: "CRename"),
    // Finding and indexing dumps, searching, and the reader's own data.
    .target(
      name: "ArticleLibrary",
      dependencies: [
        "ArchiveSources", "ArticleDump", "Text", "CRename", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: house
    ),
    // Reads TOML: settings and themes. Imports nothing.
    .target(name: "TOML", swiftSettings: house),
    // Built-in themes, one TOML file each.
    .target(
      name: "Themes",
      path: "Themes",
      resources: [
        .embedInCode("mo.toml"),
        .embedInCode("zhi.toml"),
        .embedInCode("zhuqing.toml"),
        .embedInCode("zhusha.toml"),
        .embedInCode("high-contrast.toml"),
        .embedInCode("ansi16.toml"),
        .embedInCode("mono.toml"),
      ],
      swiftSettings: house
    ),
    // The contract for other programs: JSON Schemas of the printed JSON.
    .target(
      name: "Schemas",
      path: "Documentation/schemas",
      resources: [
        .embedInCode("read.json"),
        .embedInCode("list.json"),
        .embedInCode("search.json"),
        .embedInCode("bookmarks.json"),
        .embedInCode("highlights.json"),
        .embedInCode("lookup.json"),
        .embedInCode("doctor.json"),
      ],
      swiftSettings: house
    ),
    // The user interface as pure values: state, events, effects, frames.
    .target(
      name: "ReadingRoom",
      dependencies: [
        "ArticleDump", "ChineseConversion", "ChineseReadings", "Text", "Typesetting", "Themes", "TOML",
      ],
      swiftSettings: house
    ),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw")]
    ),
    // The only target that imports CNcurses.
    .target(
      name: "CursesTerminal",
      dependencies: ["CNcurses", "ReadingRoom", "Typesetting"],
      swiftSettings: house
    ),
    // Keeps Foundation's locale data out of the release executable.
    .target(name: "CLocaleData"),
    // The C library's allocator settings, which Swift cannot import.
    .target(name: "CAllocator"),
    .executableTarget(
      name: "yuelan",
      dependencies: [
        "CLocaleData", "CAllocator", "ChildProcesses",
        "ArchiveSources", "ArticleDump", "ChineseConversion", "ChineseReadings", "Typesetting", "ArticleLibrary",
        "ReadingRoom",
        "CursesTerminal", "Schemas", "Text", "Themes", "TOML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house
    ),
    // Random numbers for tests, the same in every run.
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: house),
    // Git repositories for tests.
    .target(name: "RepositoryFixture", path: "Tests/RepositoryFixture", swiftSettings: house),
    .testTarget(
      name: "MarkdownReaderTests", dependencies: ["MarkdownReader", "SeededRandom"], exclude: ["Fixtures"],
      swiftSettings: house),
    .testTarget(name: "FrontMatterTests", dependencies: ["FrontMatter"], swiftSettings: house),
    .testTarget(name: "TextTests", dependencies: ["Text"], swiftSettings: house),
    .testTarget(
      name: "ArticleDumpTests", dependencies: ["ArticleDump", "Text", "SeededRandom"], exclude: ["Fixtures"],
      swiftSettings: house),
    .testTarget(
      name: "TypesettingTests", dependencies: ["Typesetting", "SeededRandom"], exclude: ["Fixtures", "Snapshots"],
      swiftSettings: house),
    .testTarget(
      name: "ArchiveSourcesTests",
      dependencies: ["ArchiveSources", "Text", "CArchive", "CZlib", "RepositoryFixture", "SeededRandom"],
      swiftSettings: house),
    .testTarget(name: "ChineseConversionTests", dependencies: ["ChineseConversion"], swiftSettings: house),
    .testTarget(
      name: "ChineseReadingsTests", dependencies: ["ChineseReadings"], exclude: ["Fixtures"], swiftSettings: house),
    .testTarget(
      name: "ArticleLibraryTests",
      dependencies: ["ArchiveSources", "ArticleLibrary", "CRename", "RepositoryFixture", "SeededRandom", "Text"],
      exclude: ["Fixtures"],
      swiftSettings: house),
    .testTarget(
      name: "ReadingRoomTests",
      dependencies: [
        "ReadingRoom", "ArticleDump", "ChineseReadings", "Typesetting", "Themes", "SeededRandom",
      ],
      exclude: ["Snapshots"],
      swiftSettings: house),
    // A terminal for tests: bytes in, cells out.
    .target(
      name: "TerminalEmulation", dependencies: ["Typesetting"], path: "Tests/TerminalEmulation", swiftSettings: house),
    .testTarget(
      name: "CursesTerminalTests", dependencies: ["CursesTerminal", "TerminalEmulation", "SeededRandom"],
      swiftSettings: house),
    // Starts programs on pseudo-terminals.
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .testTarget(
      name: "YuelanTests",
      dependencies: ["yuelan", "RepositoryFixture", "TOML", "TerminalEmulation", "CPseudoTerminal", "SeededRandom"],
      swiftSettings: house),
  ]
)

// The fuzzer needs libFuzzer's `main`, which comes only with its sanitizer: Scripts/fuzz requests the target.
if Context.environment["YUELAN_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzzer",
      dependencies: [
        "ArchiveSources", "ArticleDump", "ArticleLibrary", "CursesTerminal", "ReadingRoom", "TOML", "Typesetting",
      ],
      path: "Fuzz", exclude: ["README.md", "corpus", "dictionaries", "seeds"], swiftSettings: house))
}
