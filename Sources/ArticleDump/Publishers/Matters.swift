extension PublisherRules {
  /// Matters: fragments in the feed's envelope; pictures as `figure.image`, embeds as `figure.embed-…`.
  static let matters: PublisherRules = {
    var rules = PublisherRules(id: "matters", name: "Matters")
    rules.hosts = ["matters.news", "matters.town", "matters.io"]
    rules.titleNames = ["Matters 马特市", "馬特市", "Matters 馬特市"]
    rules.folders = ["matters"]
    rules.pictureAddresses = ["assets.matters.news/"]
    return rules
  }()
}
