// swift-tools-version: 6.2
import PackageDescription

// Benchmarks stand apart so that the program's own package needs none of their libraries.
// swift run -c release --package-path Benchmarks TypesettingBenchmarks

let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "yuelan", path: "..")
  ],
  targets: [
    // Medians of repeated runs, and the texts that several benchmarks share.
    .target(name: "Measuring"),
    // ICU's line breaker, to compare with.
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),
    // libxml2's push parser, to compare with.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    // The text that the parser sees, for the check against html5lib.
    .executableTarget(name: "VisibleText", dependencies: [.product(name: "ArticleDump", package: "yuelan")]),
    .executableTarget(
      name: "ConversionBenchmarks",
      dependencies: [.product(name: "ChineseConversion", package: "yuelan")]
    ),
    .executableTarget(
      name: "LibraryBenchmarks",
      dependencies: [.product(name: "ArticleLibrary", package: "yuelan")]
    ),
    .executableTarget(
      name: "ParserBenchmarks",
      dependencies: [
        "Measuring", "CLibXML2", .product(name: "ArticleDump", package: "yuelan"),
        .product(name: "MarkdownReader", package: "yuelan"),
      ]
    ),
    .executableTarget(
      name: "RoomBenchmarks",
      dependencies: [
        "Measuring", .product(name: "ArticleDump", package: "yuelan"), .product(name: "ReadingRoom", package: "yuelan"),
      ]
    ),
    .executableTarget(
      name: "SettingBenchmarks",
      dependencies: ["Measuring", .product(name: "Typesetting", package: "yuelan")]
    ),
    .executableTarget(
      name: "SourceBenchmarks",
      dependencies: [.product(name: "ArchiveSources", package: "yuelan")]
    ),
    .executableTarget(
      name: "TypesettingBenchmarks",
      dependencies: ["Measuring", "CICU", .product(name: "Typesetting", package: "yuelan")]
    ),
  ]
)
