/// A picture of an article.
public struct ArticleImage: Sendable, Hashable {
  /// The original's URL: a proxy's, a lazy loader's and a `srcset` are resolved.
  public var url: String
  public var alternativeText: String?
  public var caption: String?
  public var credit: String?
  /// What a wire service's file name tells.
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
  public var taken: Timestamp?
  public var slug: String?

  public init(agency: String, taken: Timestamp? = nil, slug: String? = nil) {
    self.agency = agency
    self.taken = taken
    self.slug = slug
  }
}
