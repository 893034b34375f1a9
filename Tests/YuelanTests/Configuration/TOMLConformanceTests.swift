import Foundation
import TOML
import Testing

/// The cases of toml-test (https://github.com/toml-lang/toml-test, MIT), if they are installed: in Debian, they are in
/// `golang-github-burntsushi-toml-dev`. `TOML_TEST_CASES` names another folder with `valid` and `invalid` in it.
@Suite(.enabled(if: tomlTestCases != nil)) struct TOMLConformanceTests {
  /// `\e` came with TOML 1.1; the settings file is read as 1.0.
  private static let ofLaterVersions = ["valid/string/escape-esc"]

  /// Documents below a folder of the cases, without `.toml`.
  private static func cases(_ kind: String) -> [String] {
    guard let folder = tomlTestCases else { return [] }
    let paths = FileManager.default.enumerator(atPath: folder + "/" + kind)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".toml") }.map { kind + "/" + $0.dropLast(5) }
      .filter { !ofLaterVersions.contains($0) }.map { folder + "/" + $0 }.sorted()
  }

  private func document(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path + ".toml")))
  }

  @Test(arguments: cases("valid")) func aValidDocumentHasItsValues(path: String) throws {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path + ".json")))
    let table = try TOMLParser.parse(document(path))
    if let difference = difference(.table(table), json, at: "") { Issue.record("\(difference)") }
  }

  @Test(arguments: cases("invalid")) func anInvalidDocumentIsRefused(path: String) {
    #expect(throws: TOMLError.self) { try TOMLParser.parse(document(path)) }
  }

  /// The first difference from the case's JSON, a value of which is `{"type", "value"}`; `nil` for none.
  private func difference(_ value: TOMLValue, _ expected: Any, at path: String) -> String? {
    switch (value, expected) {
    case (.table(let table), let members as [String: Any]):
      if Set(table.entries.map(\.key)) != Set(members.keys) {
        return "\(path): keys \(table.entries.map(\.key)), not \(members.keys.sorted())"
      }
      return table.entries.lazy.compactMap { entry in
        members[entry.key].flatMap { difference(entry.value, $0, at: path + "/" + entry.key) }
      }.first
    case (.array(let values), let items as [Any]):
      if values.count != items.count { return "\(path): \(values.count) items, not \(items.count)" }
      return zip(values, items).enumerated().lazy.compactMap { index, pair in
        difference(pair.0, pair.1, at: "\(path)/\(index)")
      }.first
    case (_, let typed as [String: Any]):
      guard let type = typed["type"] as? String, let text = typed["value"] as? String else { return "\(path): no type" }
      return isSame(value, type, text) ? nil : "\(path): \(value), not \(type) \(text)"
    default: return "\(path): \(value), not \(expected)"
    }
  }

  private func isSame(_ value: TOMLValue, _ type: String, _ text: String) -> Bool {
    switch (value, type) {
    case (.string(let string), "string"): return string == text
    case (.integer(let number), "integer"): return number == Int(text)
    case (.float(let number), "float"):
      guard let expected = Double(text) else { return false }
      return number == expected || number.isNaN && expected.isNaN
    case (.boolean(let isTrue), "bool"): return isTrue == (text == "true")
    case (.moment(let moment), "datetime"), (.moment(let moment), "datetime-local"),
      (.moment(let moment), "date-local"),
      (.moment(let moment), "time-local"):
      return normalized(moment) == normalized(text)
    default: return false
    }
  }

  /// RFC 3339 allows lower case letters, a blank, and any number of digits after the second.
  private func normalized(_ moment: String) -> String {
    var text = moment.uppercased().replacingOccurrences(of: " ", with: "T")
    text = text.replacingOccurrences(of: #"(\.\d*?)0+(?!\d)"#, with: "$1", options: .regularExpression)
    return text.replacingOccurrences(of: #"\.(?!\d)"#, with: "", options: .regularExpression)
  }
}

private let tomlTestCases: String? = {
  let installed = "/usr/share/gocode/src/github.com/BurntSushi/toml/internal/toml-test/tests"
  let folder = ProcessInfo.processInfo.environment["TOML_TEST_CASES"] ?? installed
  return FileManager.default.fileExists(atPath: folder + "/valid") ? folder : nil
}()
