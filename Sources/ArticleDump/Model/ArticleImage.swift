/// A picture of an article.
public struct ArticleImage: Sendable, Hashable {
  /// The original's URL: proxies, lazy loaders and `srcset` are resolved.
  public var url: String
  /// The `alt` text, otherwise the `title`; `nil` if it is missing, a file's name, or filler such as 图片.
  public var alternativeText: String?
  /// The picture's own caption, without the credit; `nil` if there is none. In ``Article/images`` the figure's caption
  /// replaces a missing one.
  public var caption: String?
  /// Who made the picture, without the label (图源：, ©).
  public var credit: String?
  /// The facts in a wire service's file name.
  public var wire: WireFacts?

  public init(
    url: String, alternativeText: String? = nil, caption: String? = nil, credit: String? = nil,
    wire: WireFacts? = nil
  ) {
    self.url = url
    self.alternativeText = alternativeText
    self.caption = caption
    self.credit = credit
    self.wire = wire
  }
}

/// Facts in a wire service's file name, such as
/// `2023-07-17T013124Z_…_RTRMADP_3_CHINA-USA-CLIMATE.JPG`.
public struct WireFacts: Sendable, Hashable {
  /// `Reuters`, `AFP`, `AP` …
  public var agency: String
  /// When the picture was taken, in UTC.
  public var taken: Timestamp?
  /// The wire's keyword for the event: `CHINA-USA-CLIMATE`.
  public var slug: String?

  public init(agency: String, taken: Timestamp? = nil, slug: String? = nil) {
    self.agency = agency
    self.taken = taken
    self.slug = slug
  }
}
