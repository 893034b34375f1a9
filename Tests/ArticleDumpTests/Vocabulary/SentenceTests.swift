import Testing
import Text

@testable import ArticleDump

/// Ordinary sentences with boilerplate words, made from the vocabulary: each is kept, wherever it is.
@Suite struct SentenceTests {
  /// Sentences around a phrase: at the beginning, in the middle, at the end.
  static func sentences(around phrase: String) -> [String] {
    ["“\(phrase)”这几个字，她在渡口的木牌上读到过两次。", "老船工把写着“\(phrase)”的纸折好，放进了抽屉最里面。", "那天傍晚，码头墙上只剩下一行旧字，写的是\(phrase)。"]
  }

  static let phrases: [String] = VocabularyEntry.lines.filter { $0.section.hasPrefix("within") }.map(\.phrase)
    .filter { $0.unicodeScalars.allSatisfy(\.isHan) && $0.unicodeScalars.count >= 3 }

  private static let before =
    "<p>春天的第一班渡船在六点半离开码头，船上只有三位乘客和一筐青菜。</p><p>船工说，江面上的雾要到八点才散，在那以前只能靠汽笛认路。</p>"

  @Test func thereAreHundredsOfPhrases() { #expect(Self.phrases.count * 3 >= 300) }

  @Test(arguments: phrases)
  func anOrdinarySentenceIsKeptAnywhere(phrase: String) {
    for sentence in Self.sentences(around: phrase) {
      for body in ["\(Self.before)<p>\(sentence)</p>", "<p>\(sentence)</p>\(Self.before)"] {
        let article = CleaningTests.article(body)
        #expect(article.plainText().contains(sentence), "\(phrase)")
      }
    }
  }
}
