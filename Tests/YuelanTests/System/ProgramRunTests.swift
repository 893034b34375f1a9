import Foundation
import Glibc
import ReadingRoom
import Testing

@testable import yuelan

/// The user's own programs, as scripts that hang, flood, fail and print control sequences.
@Suite struct ProgramRunTests {
  private static let limits = ProgramRun.Limits(outputInBytes: 1 << 16, seconds: 1)

  /// A folder with a script in it, which records its process and those that it starts in `processes`.
  private func withScript(_ body: String, _ test: (_ script: String, _ folder: URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("yuelan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appendingPathComponent("script")
    let text = "#!/bin/sh\n[ \"$1\" = --probe ] && exit\ncd \"$(dirname \"$0\")\"\necho $$ >> processes\n\(body)\n"
    try Data(text.utf8).write(to: script)
    chmod(script.path, 0o755)
    // A child that another test starts meanwhile has the file open for writing until its own program begins.
    for _ in 0..<1_000 {
      do throws(FileFailure) {
        _ = try ProgramRun([script.path, "--probe"], input: [], within: Self.limits)
        break
      } catch {
        guard error.reason == .system(ETXTBSY) else { throw error }
        usleep(10_000)
      }
    }
    try test(script.path, folder)
  }

  /// The processes that a script recorded, once there are as many as expected.
  private static func processes(in folder: URL, count: Int) -> [pid_t] {
    for _ in 0..<6_000 {
      let text = (try? String(contentsOf: folder.appendingPathComponent("processes"), encoding: .utf8)) ?? ""
      let found = text.split(separator: "\n").compactMap { pid_t($0) }
      if found.count >= count, text.hasSuffix("\n") { return found }
      usleep(10_000)
    }
    return []
  }

  /// Whether a process is running: neither gone nor a zombie.
  private static func isRunning(_ process: pid_t) -> Bool {
    guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
    return stat.split(separator: ")").last?.split(separator: " ").first != "Z"
  }

  private static func allEnd(_ processes: [pid_t]) -> Bool {
    for _ in 0..<1_000 {
      if !processes.contains(where: isRunning) { return true }
      usleep(10_000)
    }
    return false
  }

  @Test func aWordIsOneArgumentAndNeverACommand() throws {
    try withScript("printf '[%s]' \"$@\"; cat") { script, folder in
      let word = "$(touch made) `touch made`; touch made | \"月\" 'x'"
      let dictionary = DictionaryCommand(name: "d", command: [script, "-n", "{word}"])
      let answer = DictionaryAnswer(asking: dictionary, for: word)
      #expect(answer.text == "[-n][\(word)]")
      #expect(answer.problem == nil)
      let reading = DictionaryAnswer(asking: DictionaryCommand(name: "d", command: [script]), for: word)
      #expect(reading.text == "[]\(word)\n")
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/made"))
    }
  }

  @Test func aProgramThatHangsIsEndedWithItsChildren() throws {
    // One child keeps the output open; the script itself closes its own.
    try withScript("echo 半截\nsleep 100 & echo $! >> processes\nwait") { script, folder in
      let call = ProgramCall([script])
      let run = try ProgramRun(call.words, input: [], within: Self.limits)
      #expect(run.end == .timedOut)
      #expect(run.text == "半截\n")
      #expect(Self.allEnd(Self.processes(in: folder, count: 2)))
      let answer = DictionaryAnswer(.success(run), of: call, within: Self.limits)
      #expect(answer.problem == .timedOut(program: "script", seconds: 1))
    }
    try withScript("exec >&- 2>&-\nsleep 100") { script, folder in
      let run = try ProgramRun([script], input: [], within: Self.limits)
      #expect(run.end == .timedOut)
      #expect(Self.allEnd(Self.processes(in: folder, count: 1)))
    }
  }

  @Test func aProgramThatPrintsTooMuchIsCutAndEnded() throws {
    try withScript("yes 月") { script, folder in
      let call = ProgramCall([script])
      let run = try ProgramRun(call.words, input: [], within: Self.limits)
      #expect(run.end == .flooded)
      #expect(run.output.count == Self.limits.outputInBytes)
      #expect(Self.allEnd(Self.processes(in: folder, count: 1)))
      let limits = ProgramRun.Limits(outputInBytes: 1 << 20, seconds: 10)
      #expect(
        DictionaryAnswer(.success(run), of: call, within: limits).problem
          == .flooded(program: "script", sizeInMiB: 1))
    }
  }

  @Test func failuresAreReportedWithTheirRemedy() throws {
    try withScript("echo 没有 >&2; exit 3") { script, _ in
      let answer = DictionaryAnswer(asking: DictionaryCommand(name: "d", command: [script]), for: "月")
      #expect(answer.text == "没有\n")
      // Its output is more useful than advice about its setting: the word may be in no dictionary.
      #expect(answer.problem == .ended(program: "script", status: 3))
      let run = try ProgramRun([script], input: [], within: Speech.limits)
      #expect(
        Speech.problem(with: .success(run), of: ProgramCall([script]))
          == .failed(program: "script", status: 3, setting: "speaker", complaint: "没有"))
    }
    try withScript("exit 3") { script, _ in
      let answer = DictionaryAnswer(asking: DictionaryCommand(name: "d", command: [script]), for: "月")
      #expect(answer.problem == .failed(program: "script", status: 3, setting: "[dictionaries]"))
    }
    try withScript("exit 0") { script, _ in
      let answer = DictionaryAnswer(asking: DictionaryCommand(name: "d", command: [script]), for: "月")
      #expect(answer.problem == .noAnswer(program: "script"))
    }
    try withScript("kill -9 $$") { script, _ in
      let run = try ProgramRun([script], input: [], within: Self.limits)
      #expect(run.end == .exited(137))
    }
    let missing = DictionaryAnswer(
      asking: DictionaryCommand(name: "d", command: ["/nonesuch/sdcv", "{word}"]), for: "月")
    #expect(missing.problem == .notFound(program: "/nonesuch/sdcv", setting: "[dictionaries]"))
    for language in Language.allCases {
      let sentence = missing.problem?.text(in: language) ?? ""
      #expect(sentence.contains("/nonesuch/sdcv") && sentence.contains("config.toml") && !sentence.contains("\n"))
    }
    let folder = DictionaryAnswer(asking: DictionaryCommand(name: "d", command: ["/tmp"]), for: "月")
    guard case .couldNotRun = folder.problem else {
      Issue.record("a folder is no program: \(String(describing: folder.problem))")
      return
    }
  }

  @Test func aSpeakerThatFailsImmediatelyHasNotSpoken() throws {
    try withScript("cat\necho 'ALSA lib: x' >&2\necho 'error: No such device' >&2") { script, _ in
      let call = ProgramCall([script], input: String(repeating: "月亮走，", count: 2_000))
      let run = try ProgramRun(call.words, input: Array(call.input.utf8), within: Speech.limits)
      #expect(
        Speech.problem(with: .success(run), of: call)
          == .silent(program: "script", complaint: "error: No such device"))
      // A program that ran for a while has spoken, whatever it wrote to its error stream; so has a silent one.
      var slow = run
      slow.milliseconds = 100_000
      #expect(Speech.problem(with: .success(slow), of: call) == nil)
      var quiet = run
      quiet.output = []
      #expect(Speech.problem(with: .success(quiet), of: call) == nil)
    }
  }

  @Test func startingAProgramEndsTheFormerOne() throws {
    try withScript("cat > /dev/null\nsleep 100 & echo $! >> processes\nwait") { script, folder in
      let slot = ProgramSlot()
      slot.run(ProgramCall([script], input: "句。\n"), within: Speech.limits) { _ in Issue.record("nobody asked") }
      let first = Self.processes(in: folder, count: 2)
      #expect(first.count == 2)
      let ended = DispatchSemaphore(value: 0)
      slot.run(ProgramCall(["true"]), within: Speech.limits) { result in
        if case .success(let run) = result { #expect(run.end == .exited(0)) } else { Issue.record("true fails") }
        ended.signal()
      }
      #expect(ended.wait(timeout: .now() + 60) == .success)
      #expect(Self.allEnd(first))
    }
  }

  @Test func stoppingEndsEveryProcessOfTheGroup() throws {
    try withScript("trap '' TERM HUP INT\nsleep 100 & echo $! >> processes\nwait; sleep 100") { script, folder in
      let slot = ProgramSlot()
      slot.run(ProgramCall([script]), within: Speech.limits) { _ in Issue.record("it was stopped") }
      let processes = Self.processes(in: folder, count: 2)
      slot.stop()
      slot.stop()
      #expect(processes.count == 2)
      #expect(Self.allEnd(processes))
    }
  }

  /// Stopping it and leaving must not leave a process behind. A program that does not exist would be an error.
  @Test func aProgramStoppedBeforeItBeginsIsNotStarted() throws {
    let handle = ProgramHandle()
    handle.stop()
    let run = try ProgramRun(["/nonexistent/program"], input: [], within: Speech.limits, by: handle)
    #expect(run.end == .stopped)
  }
}
