extension PublisherRules {
  /// Nikkei, 日经中文网: a layout table is the figure, blank paragraphs part the text, 版权声明 ends it.
  static let nikkei: PublisherRules = {
    var rules = PublisherRules(id: "nikkei", name: "日经中文网")
    rules.hosts = ["nikkei.com"]
    rules.titleNames = ["日經中文網", "日经中文网 日本经济新闻中文版", "日经中文网：日本经济新闻中文版"]
    rules.folders = ["nikkei", "日经中文网", "日经"]
    rules.zone = .tokyo
    rules.pictureAddresses = ["cn.nikkei.com/images/"]
    return rules
  }()
}
