import ArticleDump
import ArticleLibrary
import ReadingRoom
import Typesetting

extension QueryError: Sentence {
  /// What is wrong with the query and what would be right: a sentence without full stop.
  var wording: Wording { problem.wording }

  /// The sentence with its place, for standard error.
  func complaint(in language: Language) -> String {
    let number = characterRange.lowerBound + 1
    let place = language.choosing(("检索式第 \(number) 字：", "檢索式第 \(number) 字：", "query, character \(number): "))
    return place + text(in: language)
  }

  /// The query on a line, and carets under the wrong characters; empty for a query that is too long for that.
  var picture: [String] {
    let clusters = query.map { Sanitizer.sanitized(String($0)) }
    func width(_ clusters: some Sequence<String>) -> Int { clusters.reduce(0) { $0 + $1.widthInCells() } }
    guard width(clusters) <= 72, !clusters.contains(where: { $0.contains(where: \.isNewline) }) else { return [] }
    let start = min(characterRange.lowerBound, clusters.count)
    let end = min(characterRange.upperBound, clusters.count)
    let carets = max(1, width(clusters[start..<end]))
    return [
      clusters.joined(),
      String(repeating: " ", count: width(clusters[..<start])) + String(repeating: "^", count: carets),
    ]
  }
}

extension QueryError.Problem {
  fileprivate var wording: Wording {
    switch self {
    case .tooManyTerms(let limit):
      (
        "一次最多检索 \(limit) 个词和条件，请删去一些", "一次最多檢索 \(limit) 個詞和條件，請刪去一些",
        "a query has at most \(limit) words and fields; leave some out"
      )
    case .tooLong(let limit):
      ("检索式最多 \(limit) 字，请缩短", "檢索式最多 \(limit) 字，請縮短", "a query has at most \(limit) characters; shorten it")
    case .unopenedBracket: ("多了一个右括号", "多了一個右括號", "this bracket was never opened")
    case .unclosedBracket: ("括号没有合上", "括號沒有合上", "this bracket is not closed")
    case .unclosedQuote(let mark):
      ("引号没有合上，缺少 \(mark)", "引號沒有合上，缺少 \(mark)", "the quotation is not closed: \(mark) is missing")
    case .missingWords:
      (
        "这里缺少要找的词：OR、AND 两边和括号里都要有词", "這裡缺少要找的詞：OR、AND 兩邊和括號裡都要有詞",
        "words are missing here: OR and AND need words on both sides, brackets need words inside"
      )
    case .blankAfterNegation:
      ("- 要紧接在要排除的词前面", "- 要緊接在要排除的詞前面", "write - directly before what must not be found")
    case .nestedTooDeeply: ("括号或 - 嵌套太多层", "括號或 - 巢狀太多層", "brackets or - are nested too deeply")
    case .nothingToSearch(let text):
      (
        "“\(text)”里没有文字，标点不参加检索", "「\(text)」裡沒有文字，標點不參加檢索",
        "“\(text)” has no letters or digits; punctuation is not searched"
      )
    case .unknownField(let name, let suggestion):
      (
        "没有“\(name):”这个条件" + (suggestion.map { "，是不是“\($0):”？" } ?? "。") + "词里有冒号时请加引号",
        "沒有「\(name):」這個條件" + (suggestion.map { "，是不是「\($0):」？" } ?? "。") + "詞裡有冒號時請加引號",
        "there is no field “\(name):”" + (suggestion.map { "; did you mean “\($0):”? Put" } ?? "; put")
          + " words with a colon in quotation marks"
      )
    case .missingValue(let field):
      (
        "“\(field):”后面缺少内容，中间不要空格", "「\(field):」後面缺少內容，中間不要空格",
        "nothing follows “\(field):”; write what to find directly after it, without a blank"
      )
    case .notADate(let text):
      (
        "看不懂日期“\(text)”。可以写 2023、2023-07、2023-07-17、2023-07..2023-08、7d、今天、上周",
        "看不懂日期「\(text)」。可以寫 2023、2023-07、2023-07-17、2023-07..2023-08、7d、今天、上週",
        "“\(text)” is not a date; write 2023, 2023-07, 2023-07-17, 2023-07..2023-08, 7d, today or last-week"
      )
    case .notALength(let text):
      (
        "看不懂字数“\(text)”。可以写 >2000、1000..3000、..500", "看不懂字數「\(text)」。可以寫 >2000、1000..3000、..500",
        "“\(text)” is not a length; write >2000, 1000..3000 or ..500 characters"
      )
    case .unknownValue(let text, let field, let accepted):
      (
        "“\(field):”后面不能是“\(text)”，可以是 \(accepted.joined(separator: "、"))",
        "「\(field):」後面不能是「\(text)」，可以是 \(accepted.joined(separator: "、"))",
        "“\(field):” takes one of \(accepted.joined(separator: ", ")), not “\(text)”"
      )
    case .nestedSort:
      (
        "sort: 管整个检索式，不能放在括号里、OR 旁边或 - 后面", "sort: 管整個檢索式，不能放在括號裡、OR 旁邊或 - 後面",
        "sort: orders the whole query; it cannot be in brackets, beside OR or after -"
      )
    }
  }
}
