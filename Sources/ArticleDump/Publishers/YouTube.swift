extension PublisherRules {
  /// Descriptions of videos: plain text with line breaks in a `div`, no markup.
  static let youtube: PublisherRules = {
    var rules = PublisherRules(id: "youtube", name: "YouTube")
    rules.hosts = ["youtube.com", "youtu.be"]
    return rules
  }()
}
