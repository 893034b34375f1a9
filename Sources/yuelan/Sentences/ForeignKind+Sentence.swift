import ArticleLibrary
import ReadingRoom

extension ForeignKind: Sentence {
  /// The kind in words, to appear between a file's name and a full stop.
  var wording: Wording {
    if self == .folder {
      return (
        "是文件夹，不是文章；里面的文章可用 yuelan list 列出", "是資料夾，不是文章；裡面的文章可用 yuelan list 列出",
        "is a folder, not a dump; 'yuelan list' names the dumps in it"
      )
    }
    let name = name
    if self == .zip || self == .tar {
      return (
        "是 \(name.simplified)，不是文章；里面的文章可用 yuelan list 列出", "是 \(name.traditional)，不是文章；裡面的文章可用 yuelan list 列出",
        "is \(name.english), not a dump; 'yuelan list' names the dumps in it"
      )
    }
    // A Latin name is set off from the Han before it.
    let blank = name.simplified.first?.isASCII == true ? " " : ""
    return (
      "是\(blank)\(name.simplified)，不是文章", "是\(blank)\(name.traditional)，不是文章", "is \(name.english), not a dump"
    )
  }

  private var name: Wording {
    switch self {
    case .folder: ("文件夹", "資料夾", "a folder")
    case .pipe: ("管道", "管線", "a pipe")
    case .socket: ("套接字", "通訊端", "a socket")
    case .device: ("设备", "裝置", "a device")
    case .systemFile: ("内核的虚拟文件", "核心的虛擬檔案", "a virtual file of the kernel")
    case .zip: ("ZIP 压缩包", "ZIP 壓縮檔", "a ZIP archive")
    case .epub: ("EPUB 电子书", "EPUB 電子書", "an EPUB book")
    case .gzip: ("gzip 压缩文件", "gzip 壓縮檔", "a gzip file")
    case .xz: ("xz 压缩文件", "xz 壓縮檔", "an xz file")
    case .zstandard: ("zstd 压缩文件", "zstd 壓縮檔", "a Zstandard file")
    case .bzip2: ("bzip2 压缩文件", "bzip2 壓縮檔", "a bzip2 file")
    case .sevenZip: ("7z 压缩包", "7z 壓縮檔", "a 7z archive")
    case .rar: ("RAR 压缩包", "RAR 壓縮檔", "a RAR archive")
    case .tar: ("tar 归档", "tar 封存檔", "a tar archive")
    case .pdf: ("PDF 文档", "PDF 文件", "a PDF document")
    case .png: ("PNG 图片", "PNG 圖片", "a PNG picture")
    case .jpeg: ("JPEG 图片", "JPEG 圖片", "a JPEG picture")
    case .gif: ("GIF 图片", "GIF 圖片", "a GIF picture")
    case .webP: ("WebP 图片", "WebP 圖片", "a WebP picture")
    case .tiff: ("TIFF 图片", "TIFF 圖片", "a TIFF picture")
    case .bmp: ("BMP 图片", "BMP 圖片", "a BMP picture")
    case .icon: ("图标文件", "圖示檔", "an icon")
    case .audio: ("音频文件", "音訊檔", "an audio file")
    case .video: ("视频文件", "視訊檔", "a video file")
    case .font: ("字体文件", "字型檔", "a font")
    case .elf, .machO, .portableExecutable: ("可执行程序", "可執行檔", "an executable")
    case .webAssembly: ("WebAssembly 程序", "WebAssembly 程式", "a WebAssembly program")
    case .javaClass: ("Java 类文件", "Java 類別檔", "a Java class file")
    case .sqlite: ("SQLite 数据库", "SQLite 資料庫", "a SQLite database")
    case .gitPack: ("git 数据包", "git 封裝檔", "a git pack")
    case .binary: ("二进制数据", "二進位資料", "binary data")
    }
  }
}
