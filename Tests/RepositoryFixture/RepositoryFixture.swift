import Foundation
import Glibc

/// A git repository in a temporary folder, made with the `git` program; removed when this object is released.
public final class Repository {
  public struct Failure: Error {
    public var command: [String]
    public var output: String
  }

  public let folder: String
  /// The working tree.
  public var repository: String { folder + "/work" }

  public init() throws {
    var template = Array((NSTemporaryDirectory() + "/yuelan-git-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil, let real = realpath(template, nil) else { throw CocoaError(.fileWriteUnknown) }
    defer { free(real) }
    folder = String(cString: real)
    try git("init", "-q", "-b", "main", repository, in: folder)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @discardableResult
  public func git(_ arguments: String..., in directory: String? = nil, input: String? = nil) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "gc.auto=0"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory ?? repository)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    if let input {
      let pipe = Pipe()
      process.standardInput = pipe
      pipe.fileHandleForWriting.write(Data(input.utf8))
      try pipe.fileHandleForWriting.close()
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(command: arguments, output: text) }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  public func write(_ text: String, to name: String) throws {
    let path = repository + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  public func commit(_ message: String = "change") throws {
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", message)
  }

  /// A bare clone, as people make it of a remote repository.
  public func bareClone(_ name: String = "bare.git", options: String...) throws -> String {
    let path = folder + "/" + name
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "clone", "-q", "--bare"] + options + ["file://" + repository, path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(command: options, output: "") }
    return path
  }
}
