/// Recognizes addresses of pictures by their names.
enum PictureName {
  private static let endings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".avif"]

  /// - Parameter address: A file's name or a URL; its query and fragment are ignored.
  static func isPicture(_ address: String) -> Bool {
    let name = address.prefix { $0 != "?" && $0 != "#" }.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }
}
