import Testing

@testable import ArticleDump

/// Pages saved by browsers and extensions: the page is read, and its address and the time of saving are facts.
@Suite struct SavedPageTests {
  private let page = """
    <html><head><title>试样标题一二三</title></head><body><article><h1>试样标题一二三</h1>\
    <p>这是第一段，写来试试各种存档格式能不能读，句子要够长才像一篇文章。</p>\
    <p>这是第二段，写来试试各种存档格式能不能读，句子要够长才像一篇文章。</p>\
    <p>这是第三段，写来试试各种存档格式能不能读，句子要够长才像一篇文章。</p></article></body></html>
    """

  private func article(_ text: String, path: String = "a.mhtml") -> Article {
    ArticleParser().article(from: Array(text.utf8), path: path)
  }

  private func quotedPrintable(_ text: String) -> String {
    var lines = ""
    for (index, byte) in text.utf8.enumerated() {
      let digits = String(byte, radix: 16, uppercase: true)
      lines += byte < 0x80 && byte != 0x3D ? String(Unicode.Scalar(byte)) : "=" + (digits.count < 2 ? "0" : "") + digits
      if index % 20 == 19 { lines += "=\r\n" }
    }
    return lines
  }

  private func mhtml(
    _ body: String, encoding: String = "quoted-printable", type: String = "text/html", head: String = ""
  ) -> String {
    """
    From: <Saved by Blink>\r
    Snapshot-Content-Location: https://example.com/a/1\r
    Subject: =?utf-8?Q?=E8=AF=95=E6=A0=B7?=\r
    Date: Wed, 1 May 2024 08:00:00 +0800\r
    MIME-Version: 1.0\r
    Content-Type: multipart/related;\r
    \ttype="text/html";\r
    \tboundary="----MultipartBoundary--x"\r
    \(head)\r
    \r
    ------MultipartBoundary--x\r
    Content-Type: \(type)\r
    Content-Transfer-Encoding: \(encoding)\r
    Content-Location: https://example.com/a/1\r
    \r
    \(body)\r
    ------MultipartBoundary--x\r
    Content-Type: image/png\r
    Content-Transfer-Encoding: base64\r
    \r
    iVBORw0KGgo=\r
    ------MultipartBoundary--x--\r

    """
  }

  @Test func mhtmlGivesThePageItsAddressAndItsTime() {
    let article = article(mhtml(quotedPrintable(page)))
    #expect(article.title == "试样标题一二三" && article.dialect == .html)
    #expect(article.url == "https://example.com/a/1")
    #expect(article.fed == Timestamp("2024-05-01T08:00:00+08:00"))
    #expect(article.blocks.count == 3)
  }

  @Test func base64AndOtherCharsetsAreDecoded() {
    // 中文, in GBK: two paragraphs.
    let base64 = "PHA+1tDOxKGjPC9wPjxwPtbQzsShozwvcD4="
    let article = article(mhtml(base64, encoding: "base64", type: "text/html; charset=gb2312"))
    #expect(article.blocks.count == 2 && article.plainText().contains("中文。"))
  }

  @Test func theHeadOfMHTMLHasTheTitle() {
    let bytes = Array(mhtml(quotedPrintable(page)).utf8)
    let head = ArticleParser().head(from: Array(bytes[..<900]), path: "a.mhtml")
    #expect(head.title == "试样标题一二三" && head.url == "https://example.com/a/1" && head.fed != nil)
  }

  @Test(arguments: [
    "", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n--x\n--x--",
    "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/related; boundary=x\n\n--x",
    "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/related; boundary=y\n\n--y\nContent-Type: text/html\n--x\n--y",
    "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n===",
  ]) func brokenMessagesAreArticlesStill(text: String) {
    #expect(article(text).blocks.count <= 4)
  }

  @Test(arguments: [
    "\n Page saved with SingleFile \n url: https://example.com/a/1 \n saved date: Wed May 01 2024 08:00:00 GMT+0800 (China Standard Time)\n",
    " saved from url=(0023)https://example.com/a/1 ",
  ]) func theCommentOfASavingProgramIsRead(comment: String) {
    let text = "<!DOCTYPE html> <html lang=zh><!--\(comment)-->" + page.dropFirst(6)
    let article = article(text, path: "a.html")
    #expect(article.url == "https://example.com/a/1" && article.blocks.count == 3)
    #expect(article.fed == (comment.contains("date") ? Timestamp("2024-05-01T08:00:00+08:00") : nil))
    let head = ArticleParser().head(from: Array(text.utf8), path: "a.html")
    #expect(head.url == article.url && head.fed == article.fed)
  }

  @Test func otherCommentsAreIgnored() {
    #expect(article("<!-- url: https://example.com/ads -->" + page, path: "a.html").url == nil)
  }

  @Test func picturesInDataURLsAreLeftOut() {
    let data = "data:image/png;base64," + String(repeating: "A", count: 400_000)
    let text = page.replacing("<p>这是第二段", with: "<figure><img src=\"\(data)\" alt=\"图\"></figure><p>这是第二段")
    let article = article(text, path: "a.html")
    #expect(article.json().utf8.count < 20_000 && article.blocks.count >= 3)
    #expect(article.plainText().contains("第三段"))
  }
}
