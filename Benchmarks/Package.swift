// swift-tools-version: 6.2
import PackageDescription

// A separate package, so that the main package needs none of the libraries used here.
// swift run -c release --package-path Benchmarks TypesettingBenchmarks

let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "yuelan", path: "..")
  ],
  targets: [
    // Medians of repeated runs, and the texts that several benchmarks share.
    .target(name: "Measuring"),
    // ICU's line breaker, for comparison.
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),
    // libxml2's push parser, for comparison.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    // The parser's visible text, for the check against html5lib.
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
