import ArticleDump
import ArticleLibrary
import Foundation
import Testing

@testable import ReadingRoom
@testable import yuelan

/// Failures below the interface are reported in the reader's language.
@Suite struct FaultSentenceTests {
  @Test(arguments: Language.allCases.filter { $0 != .english }) func messagesOfSQLiteAreNotShown(language: Language) {
    // Primary codes, one with an extension (SQLITE_IOERR_READ), and one that does not exist.
    for code in Array(1...28) + [266, 9_999] as [Int32] {
      let fault = DatabaseFault.sqlite(code: code, message: "malformed page 7")
      for sentence in [fault.text(in: language), LibraryError.indexUnusable(fault).sentence(in: language)] {
        #expect(!sentence.contains("malformed"), "\(sentence)")
        #expect(sentence.contains("\(code)"), "\(sentence)")
        #expect(sentence.unicodeScalars.contains { $0.properties.isIdeographic }, "\(sentence)")
      }
    }
  }

  /// On a narrow screen there is no space for the path.
  @Test(arguments: [
    (Language.simplified, "没有保存：没有权限"), (.traditional, "沒有儲存：沒有權限"), (.english, "not saved: Permission"),
  ])
  func whatIsNotSavedIsNamedBeforeTheFile(language: Language, beginning: String) {
    let sentence = LibraryError.unwritable(path: "/home/r/.local/share/yuelan", errno: EACCES).sentence(in: language)
    #expect(sentence.hasPrefix(beginning), "\(sentence)")
    #expect(sentence.contains("/home/r/.local/share/yuelan"))
  }

  @Test func aBlankSeparatesLatinNamesFromHan() {
    #expect(ForeignKind.zip.text(in: .simplified) == "是 ZIP 压缩包，不是文章；里面的文章可用 yuelan list 列出")
    #expect(ForeignKind.zip.text(in: .traditional) == "是 ZIP 壓縮檔，不是文章；裡面的文章可用 yuelan list 列出")
    #expect(ForeignKind.folder.text(in: .simplified).hasPrefix("是文件夹，不是文章"))
  }

  @Test(arguments: [
    ("foo:bar", "there is no field “foo:”; put words with a colon in quotation marks"),
    ("form:bar", "there is no field “form:”; did you mean “from:”? Put words with a colon in quotation marks"),
    ("has:music", "“has:” takes one of image, table, tag, note, highlight, not “music”"),
  ])
  func aQueryErrorIsOneSentence(query: String, sentence: String) {
    #expect(Library.mistake(inQuery: query)?.text(in: .english) == sentence)
  }

  @Test func everyDiagnosticHasASentenceInEachLanguage() throws {
    var kinds: Set<String> = []
    for folder in ["ArticleDump", "ArticleLibrary"] {
      let root = URL(fileURLWithPath: packageRoot + "/Sources/" + folder)
      for case let file as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) ?? .init()
      where file.pathExtension == "swift" {
        let source = try String(contentsOf: file, encoding: .utf8)
        for match in source.matches(of: /Diagnostic\(\s*kind: "([a-z0-9-]+)"/) { kinds.insert(String(match.1)) }
      }
    }
    #expect(kinds.count >= 10 && kinds.contains("cut"))
    for kind in kinds {
      let diagnostic = Diagnostic(kind: kind, line: 1, message: "for maintainers")
      for language in Language.allCases {
        #expect(diagnostic.summary(in: language) != diagnostic.message, "\(kind) in \(language)")
      }
    }
  }
}
