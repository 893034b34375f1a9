extension LineClass {
  /// The class of a line in which a site describes itself, above or below the text.
  var standsAtEdges: Bool { self == .siteFooter || self == .navigation || self == .counters }

  /// The rule for a line with these words.
  var rule: Rule? {
    switch self {
    case .agencyCredit: nil
    case .share: .saysShare
    case .relatedLabel: .saysRelated
    case .comments: .saysComments
    case .advert: .saysAdvert
    case .promotion: .saysPromotion
    case .navigation: .saysNavigation
    case .counters: .saysCounters
    case .siteFooter: .saysSiteFooter
    case .notice: .saysNotice
    case .endMark: .saysEndMark
    case .tags: .saysTags
    }
  }
}
