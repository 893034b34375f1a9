import Foundation

/// The executable that was built with the tests.
struct Program {
  struct Outcome {
    var status: Int32
    var output: String
    var complaints: String
  }

  /// A folder of its own: the home folder, and the current folder of its runs.
  let home: URL

  init() throws {
    home = FileManager.default.temporaryDirectory.appendingPathComponent("yuelan-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: home) }

  /// Where the executable is: beside the test bundle, whatever the scratch folder is called.
  static var path: String {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? ""
    let folder = bundle.components(separatedBy: "/").prefix { !$0.contains(".xctest") }.joined(separator: "/")
    let beside = folder + "/yuelan"
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : packageRoot + "/.build/debug/yuelan"
  }

  /// Writes a file below the home.
  @discardableResult func write(_ name: String, _ text: String) throws -> String {
    let file = home.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// Variables of a sanitizer or a profile in these tests that the program needs as well.
  static let instrumentation = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "TSAN_OPTIONS", "LD_PRELOAD", "LLVM_PROFILE_FILE"].contains($0.key)
  }
  // One profile for all runs of the program: with `%p` there would be a file for each process.
  .mapValues { $0.replacing("%p", with: "program") }

  func run(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = arguments
    process.currentDirectoryURL = home
    process.environment = ["HOME": home.path, "LANG": "C.UTF-8", "TERM": "dumb"]
      .merging(Self.instrumentation) { $1 }.merging(environment) { $1 }
    let output = Pipe()
    let complaints = home.appendingPathComponent(".complaints-\(UUID().uuidString)")
    try Data().write(to: complaints)
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: complaints)
    if let input {
      let source = home.appendingPathComponent(".input-\(UUID().uuidString)")
      try Data(input.utf8).write(to: source)
      process.standardInput = try FileHandle(forReadingFrom: source)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self),
      complaints: String(decoding: try Data(contentsOf: complaints), as: UTF8.self))
  }
}

/// A dump in the `feed` dialect.
func feedDump(
  title: String = "茶与月亮", url: String = "https://example.org/tea", epoch: Int64 = 1_689_597_902_000,
  body: String = "<p>月亮升起来的时候，茶刚好凉了。</p><p>第二段。</p>"
) -> String {
  "<!--\(epoch)-->\n[\(title)](\(url))\n------\n\n\(body)\n"
}
