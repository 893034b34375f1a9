import Glibc
import ReadingRoom

/// Converts between simplified and traditional Chinese by OpenCC, if the machine has it.
///
/// Loaded when first used: opening its dictionaries takes tens of milliseconds, and most readers never ask. For one
/// thread at a time.
final class ScriptConverter {
  private typealias Open = @convention(c) (UnsafePointer<CChar>) -> UnsafeMutableRawPointer?
  private typealias Convert =
    @convention(c) (UnsafeMutableRawPointer, UnsafePointer<CChar>, Int)
    -> UnsafeMutablePointer<CChar>?
  private typealias Free = @convention(c) (UnsafeMutablePointer<CChar>?) -> Void

  private struct Functions {
    var open: Open
    var convert: Convert
    var free: Free
  }

  /// Names under which distributions have it, newest first.
  private static let libraryNames = ["libopencc.so.1.2", "libopencc.so.1.1", "libopencc.so.2", "libopencc.so"]

  private lazy var functions: Functions? = Self.load()
  private var converters: [Script: UnsafeMutableRawPointer] = [:]

  /// Converts texts; `nil` when OpenCC or its dictionaries are missing.
  func convert(_ texts: [String], to script: Script) -> [String]? {
    guard let functions, let converter = converter(to: script, functions) else { return nil }
    var converted: [String] = []
    for text in texts {
      // OpenCC would take -1 for "until the NUL" and stops at one in any case.
      guard let result = functions.convert(converter, text, text.utf8.count) else { return nil }
      converted.append(String(cString: result))
      functions.free(result)
    }
    return converted
  }

  private func converter(to script: Script, _ functions: Functions) -> UnsafeMutableRawPointer? {
    if let open = converters[script] { return open }
    // 為, 裡 and 吃 as they are written today, rather than OpenCC's own 爲, 裏 and 喫.
    for configuration in script == .simplified ? ["t2s.json"] : ["s2tw.json", "s2t.json"] {
      let opened = functions.open(configuration)
      // On failure OpenCC returns (opencc_t)-1 (opencc.h).
      guard let opened, Int(bitPattern: opened) != -1 else { continue }
      converters[script] = opened
      return opened
    }
    return nil
  }

  private static func load() -> Functions? {
    for name in libraryNames {
      guard let library = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { continue }
      guard let open = dlsym(library, "opencc_open"), let convert = dlsym(library, "opencc_convert_utf8"),
        let free = dlsym(library, "opencc_convert_utf8_free")
      else {
        dlclose(library)
        continue
      }
      return Functions(
        open: unsafeBitCast(open, to: Open.self), convert: unsafeBitCast(convert, to: Convert.self),
        free: unsafeBitCast(free, to: Free.self))
    }
    return nil
  }
}
