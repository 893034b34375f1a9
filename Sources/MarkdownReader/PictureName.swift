/// Tells by its name whether an address is a picture's.
enum PictureName {
  private static let endings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".avif"]

  /// - Parameter address: A file's name or a URL; its query and fragment do not count.
  static func isPicture(_ address: String) -> Bool {
    let name = address.prefix { $0 != "?" && $0 != "#" }.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }
}
