import ReadingRoom
import TOML

extension TOMLError.Problem: Sentence {
  /// What is wrong, to appear after a file's name and a line number.
  var wording: Wording {
    switch self {
    case .notUTF8: ("不是 UTF-8", "不是 UTF-8", "is not UTF-8")
    case .nestedTooDeeply: ("嵌套太深", "巢狀太深", "nested too deeply")
    case .tooManyDots: ("键名里的点太多", "鍵名裡的點太多", "too many dots in a key")
    case .duplicateKey(let name): ("“\(name)”出现了两次", "「\(name)」出現了兩次", "'\(name)' is already defined")
    case .notATable(let name):
      ("“\(name)”已经有了，而且不是表", "「\(name)」已經有了，而且不是表", "'\(name)' is already defined and is not a table")
    case .listWithoutEnd: ("列表缺少 ]", "清單缺少 ]", "a list without its ]")
    case .tableWithoutEnd: ("表缺少 }", "表缺少 }", "a table without its }")
    case .headerWithoutEnd: ("表头缺少 ]", "表頭缺少 ]", "a header without its ]")
    case .headerWithoutName: ("表头没有名字", "表頭沒有名字", "a header without a name")
    case .textWithoutEnd(let mark):
      ("文字没有用 \(mark) 结束", "文字沒有用 \(mark) 結束", "a string without its closing \(mark)")
    case .controlInText: ("文字里有控制字符", "文字裡有控制字元", "a control character in a string")
    case .controlInComment: ("注释里有控制字符", "註解裡有控制字元", "a control character in a comment")
    case .characterWithoutDigits(let letter, let count):
      (
        "\\\(letter) 后面要有 \(count) 位十六进制数字，合起来是一个字符", "\\\(letter) 後面要有 \(count) 位十六進位數字，合起來是一個字元",
        "\\\(letter) without \(count) digits of a character"
      )
    case .uselessBackslash:
      (
        "反斜杠后面不是可以转义的字符；反斜杠本身写作 \\\\", "反斜線後面不是可以跳脫的字元；反斜線本身寫作 \\\\",
        "an unknown escape; write \\\\ for a backslash"
      )
    case .valueMissing: ("缺少值", "缺少值", "a value is missing")
    case .noValue(let text):
      ("“\(text)”不是值；文字要加引号", "「\(text)」不是值；文字要加引號", "'\(text)' is not a value; strings need quotes")
    case .keyWithoutValue(let key):
      ("“\(key)”后面缺少 = 和值", "「\(key)」後面缺少 = 和值", "'\(key)' without = and a value")
    case .keyExpected:
      ("这里应当是键名；加引号后可用任何字符", "這裡應當是鍵名；加引號後可用任何字元", "a key is expected; in quotes it may contain any character")
    case .lineEndExpected: ("这里应当换行", "這裡應當換行", "the end of the line is expected")
    }
  }
}
