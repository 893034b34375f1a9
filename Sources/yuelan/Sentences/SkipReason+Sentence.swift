import ArticleLibrary
import ReadingRoom

extension SkipReason: Sentence {
  /// The reason, in words that follow a file's name.
  var wording: Wording {
    switch self {
    case .notRegular:
      ("是管道、套接字、设备或内核的虚拟文件", "是管線、通訊端、裝置或核心的虛擬檔案", "is a pipe, a socket, a device or a virtual file of the kernel")
    case .notADump: ("不是文章", "不是文章", "is not a dump")
    case .foreign(let kind): kind.wording
    case .aboutTheArchive: ("是关于这个文件夹的说明", "是關於這個資料夾的說明", "is about the archive")
    case .indexPage: ("是链接目录", "是連結目錄", "is a list of links")
    case .generatedPage: ("是网站生成器由文章生成的", "是網站產生器由文章產生的", "was made from the archive by a site generator")
    case .template: ("是网站生成器的模板或数据", "是網站產生器的範本或資料", "is a template or data of a site generator")
    case .empty: ("是空的", "是空的", "is empty")
    case .endedTheProgram:
      (
        "曾使程序中止；yuelan index --rebuild 时重试", "曾使程式中止；yuelan index --rebuild 時重試",
        "ended the program when it was parsed; index --rebuild tries it again"
      )
    case .linkLoop: ("已从别的名字进去过", "已從別的名字進去過", "was already entered under another name")
    case .danglingLink: ("是指向空处的链接", "是指向空處的連結", "is a link that leads nowhere")
    case .linkLeadsOut:
      (
        "是指向文件夹之外的链接（follow-links）", "是指向資料夾之外的連結（follow-links）",
        "is a link that leads out of the archive (follow-links)"
      )
    case .linkNotFollowed:
      ("是链接，设置为不跟随（follow-links）", "是連結，設定為不跟隨（follow-links）", "is a link, and none are followed (follow-links)")
    case .unreadable(let code): SystemErrorSentence(code: code).wording
    case .source(let error): error.wording
    case .vanished: ("已经不在了", "已經不在了", "is gone")
    }
  }
}
