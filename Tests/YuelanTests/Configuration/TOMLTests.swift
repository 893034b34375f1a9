import TOML
import Testing

/// TOML 1.0.0, section by section (toml.io/en/v1.0.0).
@Suite struct TOMLTests {
  private func parse(_ text: String) throws -> TOMLTable { try TOMLParser.parse(Array(text.utf8)) }

  private func value(_ text: String) throws -> TOMLValue? { try parse("a = " + text)["a"] }

  @Test func keysAreBareQuotedOrDotted() throws {
    let table = try parse("bare_key-1 = 1\n\"引 号\" = 2\n'x.y' = 3\na . \"b\".c = 4\na.d = 5\n1234 = 6\n")
    #expect(table.entries.map(\.key) == ["bare_key-1", "引 号", "x.y", "a", "1234"])
    #expect(table.entries.map(\.line) == [1, 2, 3, 4, 6])
    #expect(table["a"]?.table?["b"]?.table?["c"] == .integer(4))
    #expect(table["a"]?.table?["d"] == .integer(5))
  }

  @Test func stringsOfAllFourKinds() throws {
    #expect(try value(#""a\tb\"\\\u4E2D\U0001F600""#) == .string("a\tb\"\\中😀"))
    #expect(try value(#"'C:\n\'"#) == .string(#"C:\n\"#))
    #expect(try value("\"\"\"\n一\r\n二 \\\n   \n  三\"\"\"\"\"") == .string("一\n二 三\"\""))
    #expect(try value("'''\n一\\\n'二''''") == .string("一\\\n'二'"))
    #expect(try value("\"\"") == .string(""))
    #expect(try value("\"\"\"\"\"\"") == .string(""))
  }

  @Test(
    arguments: [
      ("+99", .integer(99)), ("-17", .integer(-17)), ("0", .integer(0)), ("1_000", .integer(1000)),
      ("0xDEAD_beef", .integer(0xDEAD_BEEF)), ("0o755", .integer(0o755)), ("0b1101", .integer(13)),
      ("9223372036854775807", .integer(.max)), ("3.14", .float(3.14)), ("-2E-2", .float(-0.02)),
      ("6.6e3", .float(6600)),
      ("inf", .float(.infinity)), ("true", .boolean(true)), ("1979-05-27", .moment("1979-05-27")),
      ("1979-05-27 07:32:00Z", .moment("1979-05-27 07:32:00Z")), ("07:32:00.5", .moment("07:32:00.5")),
      ("1979-05-27T00:32:00-07:00", .moment("1979-05-27T00:32:00-07:00")),
      ("2024-02-29", .moment("2024-02-29")), ("1990-12-31t23:59:60z", .moment("1990-12-31t23:59:60z")),
      ("0xa_F", .integer(0xAF)),
      ("[ 1, # eins\n [\"b\", ], ]", .array([.integer(1), .array([.string("b")])])), ("[]", .array([])),
    ] as [(String, TOMLValue)])
  func valuesOfEveryKind(_ text: String, _ expected: TOMLValue) throws {
    #expect(try value(text) == expected)
  }

  @Test func tablesOfEveryKind() throws {
    let table = try parse(
      "[x.y.z]\na = 1\n[x]\nb = 2 # Notiz\n[[p]]\nn = 1\n[[p]]\n[p.q]\nr = { s = 1, t.u = '2' }\n[ \"键\" ]\n")
    #expect(table["x"]?.table?["y"]?.table?["z"]?.table?["a"] == .integer(1))
    #expect(table["x"]?.table?["b"] == .integer(2))
    let products = try #require(table["p"]?.array)
    #expect(products.count == 2 && products[0].table?["n"] == .integer(1))
    #expect(products[1].table?["q"]?.table?["r"]?.table?["t"]?.table?["u"] == .string("2"))
    #expect(table["键"]?.table?.entries.isEmpty == true)
    #expect(try parse("\u{FEFF}a=1\r\n\r\n# x\r\n").entries.count == 1)
  }

  @Test(arguments: [
    ("a = 1\na = 2", 2), ("[a]\n[a]", 2), ("a.b = 1\na.b.c = 2", 2), ("a = {b = 1}\n[a.c]", 2), ("a = [1]\n[[a]]", 2),
    ("[[a]]\n[a]", 2), ("a.b = 1\n[a]", 2), ("a", 1), ("a =", 1), ("= 1", 1), ("[键]", 1), ("[é]\n", 1), ("[#", 1),
    ("[ }", 1),
    ("[]", 1), ("[a.]", 1), ("a. = 1", 1), ("a = 01", 1), ("a = 1__0", 1), ("a = _1", 1), ("a = 0x", 1), ("a = 1.", 1),
    ("a = .5", 1), ("a = 9223372036854775808", 1), ("\na = wide", 2), ("a = \"x\nb = 1", 1), ("a = \"\\x\"", 1),
    ("a = \"\\uD800\"", 1), ("a = 'x", 1), ("a = \"\"\"x", 1), ("a = [1, }", 1), ("a = [1\n\n", 3), ("a = {b = 1,}", 1),
    ("a = {b = 1", 1), ("a = {\nb = 1}", 1), ("a = 1 b = 2", 1), ("# \u{1}", 1), ("a = \"\u{7F}\"", 1),
    ("a = 1\rb = 2", 1),
    ("a = 1979-05-2", 1), ("a = 1979-13-01", 1), ("a = 2023-02-29", 1), ("a = 1979-05-27T24:00:00", 1),
    ("a = 07:32:61", 1), ("a = 1979-05-27T07:32:00+24:00", 1), ("a = 1979-05-27T07:32:00+0800", 1),
    ("a = 1e_5", 1), ("a = 1_e5", 1), ("a = 0b_1", 1), ("[a", 1), ("[[a]", 1), ("a = [[[[", 1),
  ])
  func mistakesHaveTheirLine(_ text: String, _ line: Int) {
    #expect {
      _ = try parse(text)
    } throws: { error in
      (error as? TOMLError)?.line == line
    }
  }

  @Test func invalidUTF8AndDeepNestingAreRefused() {
    #expect(throws: TOMLError.self) { try TOMLParser.parse([0x61, 0x3D, 0x22, 0xFF, 0x22]) }
    for piece in ["[", "{a=", "a.", "[a."] {
      #expect(throws: TOMLError.self) { try parse("a = " + String(repeating: piece, count: 200_000)) }
      #expect(throws: TOMLError.self) { try parse(String(repeating: piece, count: 200_000)) }
    }
  }

  @Test func parsingTimeIsLinearInTheLines() throws {
    let lines = (0..<20_000).map { "k\($0) = \($0)" }.joined(separator: "\n")
    let start = ContinuousClock.now
    #expect(try parse("[keys]\n" + lines)["keys"]?.table?.entries.count == 20_000)
    #expect(try parse(String(repeating: "[[a]]\nb.c = 1\n", count: 20_000))["a"]?.array?.count == 20_000)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
