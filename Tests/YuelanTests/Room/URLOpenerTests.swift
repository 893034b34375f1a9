import Testing

@testable import yuelan

@Suite struct URLOpenerTests {
  @Test(arguments: [
    ("https://example.org/茶?a=1;rm -rf", false), ("https://example.org/茶?a=1;rm", true), ("http://x.org", true),
    ("javascript:alert(1)", false), ("file:///etc/passwd", false), ("-o/tmp/x", false), ("https://x.org/\u{1B}", false),
    ("https://x.org/\n--flag", false), ("ftp://x.org", false), ("", false), ("HTTPS://x.org", true),
  ])
  func onlyWebAddressesAreOpened(url: String, isOpenable: Bool) {
    #expect(URLOpener.isOpenable(url) == isOpenable)
  }

  @Test(arguments: [
    ("https://www.youtube.com/watch?v=x", ["mpv"]), ("https://youtube.com", ["mpv"]),
    ("https://notyoutube.com", ["w3m"]),
    ("https://example.org/a.PDF", ["zathura", "--fork"]), ("https://example.org/docs/1", ["less"]),
    ("https://example.org/", ["w3m"]), ("https://example.org:8080/docs/a.pdf", ["zathura", "--fork"]),
  ])
  func theAddressDeterminesTheProgram(url: String, command: [String]) {
    let opener = URLOpener(
      configured: "w3m",
      patterns: ["youtube.com": ["mpv"], "*.pdf": ["zathura", "--fork"], "example.org/docs/*": ["less"], "": ["x"]],
      environment: Environment([:]))
    #expect(opener.command(for: url) == command)
  }

  @Test func anAddressIsOneArgumentAnywhere() {
    let url = "https://x.org/a'b;c|d"
    #expect(URLOpener.arguments(["w3m"], url: url) == ["w3m", url])
    #expect(URLOpener.arguments(["b", "--url=%s", "x"], url: url) == ["b", "--url=" + url, "x"])
  }
}
