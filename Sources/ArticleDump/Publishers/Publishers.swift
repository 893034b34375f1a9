/// Every publisher that has rules of its own. `PublisherRules` documents each value. Anything that no value can express
/// is a hook, in a file with the publisher's name.
extension PublisherRules {
  static let all: [PublisherRules] = [
    rfi,
    voa,
    dw,
    rfa,
    nytimes,
    reuters,
    bbc,
    cdt,
    nikkei,
    iyouport,
    paopao,
    matters,
    medium,
    allnow,
    youtube,
    weixin,
  ]

  /// A date line, a lead photo, a lead in `strong`, the body in a `div`, a share block that holds the short link.
  private static let rfi = PublisherRules(
    id: "rfi", name: "法广", hosts: ["rfi.fr"],
    titleNames: ["RFI", "法国国际广播电台", "RFI - 法国国际广播电台", "法廣", "法國國際廣播電台"], folders: ["rfi", "法广"],
    pictureAddresses: ["s.rfi.fr/media/"], zone: .paris, time: .whole(.div), lead: .strong(.p), hook: .rfi)

  /// `<div><i>date</i></div>`, photos with captions in `small`, agencies in a closing line.
  private static let voa = PublisherRules(
    id: "voa", name: "美国之音", hosts: ["voachinese.com", "voanews.com", "voacantonese.com"],
    titleNames: ["VOA", "美国之音中文网", "VOA Chinese", "美國之音", "美國之音粵語網"], folders: ["voa", "美国之音"],
    pictureAddresses: ["gdb.voanews.com/"], time: .text(of: .i), lead: .firstParagraph)

  /// Author and time in one element, galleries inside the body, links to its own API.
  private static let dw = PublisherRules(
    id: "dw", name: "德国之声", hosts: ["dw.com"],
    titleNames: ["DW", "DW中文", "德国之声 来自德国 介绍德国", "德國之聲", "德國之聲 來自德國 介紹德國", "DW中文 - 德国之声"],
    folders: ["dw", "德国之声"], pictureAddresses: ["static.dw.com/image/"], zone: .berlin, time: .lastLine(of: .i),
    lead: .firstParagraph, deadLinks: ["api.dw.com/api/detail/"], hook: .dw)

  /// No date on the page; a list of related links after the lead; each caption four times.
  private static let rfa = PublisherRules(
    id: "rfa", name: "自由亚洲电台", hosts: ["rfa.org"],
    titleNames: ["自由亚洲电台普通话", "RFA", "自由亞洲電台", "自由亞洲電台粵語部", "自由亚洲电台粤语部"], folders: ["rfa", "自由亚洲"],
    pictureAddresses: ["++plone++rfa-resources"], zone: .newYork,
    elements: [
      ElementRule(ElementSelector(nil, .id("zoomattribute")), .boilerplate),
      ElementRule(ElementSelector(.div, .classes(["image-caption"])), .caption),
      ElementRule(ElementSelector(.div, .classes(["copyright"])), .credit),
    ], dropsLinkLists: true, lead: .firstParagraph)

  /// Author and Beijing time at the top; a closing paragraph with biography, translator and English original.
  private static let nytimes = PublisherRules(
    id: "nytimes", name: "纽约时报", hosts: ["nytimes.com", "nytstyle.com", "nytcn.me"],
    titleNames: ["纽约时报中文网", "纽约时报中文网 国际纵览", "紐約時報中文網", "紐約時報中文網 國際縱覽", "The New York Times"],
    folders: ["nytimes", "纽约时报", "nyt"], pictureAddresses: ["static01.nyt.com/"], zone: .shanghai,
    time: .lastLine(of: .i), lead: .firstParagraph,
    paragraphs: [ParagraphRule(openings: ["感谢阅读今天的简报", "感謝閱讀今天的簡報"], isLast: false)],
    closingNotes: ["点击查看本文英文版", "點擊查看本文英文版"])

  /// The time at the top, a dateline at the beginning of the text, （完） at its end.
  private static let reuters = PublisherRules(
    id: "reuters", name: "路透社", hosts: ["reuters.com"], titleNames: ["路透", "Reuters", "路透中文网"],
    folders: ["reuters", "路透", "路透社"], time: .text(of: .i), lead: .firstParagraph)

  /// Build hashes as classes (2020), `bbc-…` classes (2021) or none (2024).
  private static let bbc = PublisherRules(
    id: "bbc", name: "BBC中文", hosts: ["bbc.com", "bbc.co.uk"],
    titleNames: ["BBC", "BBC News 中文", "BBC 中文网", "BBC News", "BBC中文", "BBC 中文", "BBC中文网", "BBC英伦网"],
    folders: ["bbc", "BBC", "bbc中文"], pictureAddresses: ["ichef.bbci.co.uk/"], zone: .london,
    time: .attribute("datetime", of: .time),
    elements: [ElementRule(ElementSelector(.ul, .classPrefix("Person")), .author(ElementSelector(.li)))],
    dropsLinkLists: true, lead: .firstParagraph, hook: .bbc)

  /// China Digital Times: the facts are in a box, CDT 档案卡, at the top or in the middle of the text; the feed of 2020
  /// ends with small print.
  private static let cdt = PublisherRules(
    id: "cdt", name: "中国数字时代", hosts: ["chinadigitaltimes.net"],
    titleNames: ["中國數字時代", "China Digital Times", "CDT"], folders: ["cdt", "chinadigitaltimes"],
    pictureAddresses: ["chinadigitaltimes.net/chinese/files"], zone: .shanghai,
    elements: [
      ElementRule(
        ElementSelector(.div, .classes(["su-spoiler"])),
        .card(ElementSelector(.div, .classes(["su-spoiler-content"])))),
      ElementRule(ElementSelector(.small), .tags, holding: ["Permalink", "Feed enhanced by"]),
      ElementRule(ElementSelector(.div, .classes(["ts"])), .caption),
    ])

  /// A layout table is the figure, empty paragraphs divide the text, 版权声明 ends it.
  private static let nikkei = PublisherRules(
    id: "nikkei", name: "日经中文网", hosts: ["nikkei.com"],
    titleNames: ["日經中文網", "日经中文网 日本经济新闻中文版", "日经中文网：日本经济新闻中文版"], folders: ["nikkei", "日经中文网", "日经"],
    pictureAddresses: ["cn.nikkei.com/images/"], zone: .tokyo)

  /// WordPress pages of which the whole `article` was saved, with its own head and foot. Most begin with a list of one
  /// item, the lead.
  private static let iyouport = PublisherRules(
    id: "iyouport", name: "iYouPort", hosts: ["iyouport.org", "iyouport.substack.com"], folders: ["iyouport"],
    zone: .shanghai,
    elements: [ElementRule(ElementSelector(.div, .classes(["entry-footer", "entry-author-wrapper"])), .tags)],
    lead: .listOfOne)

  /// Drupal pages with picture, author, body, related articles and comments.
  private static let paopao = PublisherRules(
    id: "paopao", name: "泡泡", hosts: ["pao-pao.net"], titleNames: ["泡泡网", "泡泡网 | 泡泡"],
    folders: ["pao-pao", "paopao"], pictureAddresses: ["pao-pao.net/sites/"], zone: .berlin,
    elements: [
      ElementRule(
        ElementSelector(.div, .classes(["submitted"])), .post(ElementSelector(nil, .classes(["username"])))),
      ElementRule(ElementSelector(.div, .classes(["field-name-field-image-source"])), .caption),
      ElementRule(
        ElementSelector(
          .div, .classes(["comment-wrapper", "field-name-service-links-displays-group", "field-name-author"])),
        .boilerplate),
      ElementRule(ElementSelector(.div, .classes(["view-articles-related"])), .related),
    ])

  /// Fragments in the feed's envelope; pictures as `figure.image`, embeds as `figure.embed-…`.
  private static let matters = PublisherRules(
    id: "matters", name: "Matters", hosts: ["matters.news", "matters.town", "matters.io"],
    titleNames: ["Matters 马特市", "馬特市", "Matters 馬特市"], folders: ["matters"],
    pictureAddresses: ["assets.matters.news/"])

  /// Fragments in the feed's envelope that end in a tracking pixel; some contain only a snippet and a link.
  /// Publications on domains of their own keep the feed's parameter in their addresses.
  private static let medium = PublisherRules(
    id: "medium", name: "Medium", hosts: ["medium.com"], folders: ["medium"],
    pictureAddresses: ["medium.com/_/stat?event="], addressMark: "?source=rss-",
    elements: [ElementRule(ElementSelector(.p, .classes(["medium-feed-link"])), .boilerplate)],
    paragraphs: [ParagraphRule(phrases: ["was originally published in", "on Medium"])])

  /// 燕京书评 on allnow.com: the saved page has its head in separate `div`s, and the feed gives a fragment. Both end with
  /// the account's appeals to its readers.
  private static let allnow = PublisherRules(
    id: "allnow", name: "燕京书评", hosts: ["allnow.com"], titleNames: ["全现在"], folders: ["allnow", "燕京书评"],
    pictureAddresses: ["img.allhistory.com/"], zone: .shanghai,
    elements: [
      ElementRule(
        ElementSelector(nil, .classes(["author-wrap"])), .author(ElementSelector(.a, .classes(["single-name"])))),
      ElementRule(ElementSelector(nil, .classes(["column-wrap"])), .boilerplate),
      ElementRule(ElementSelector(nil, .classes(["abstract"])), .standfirst),
    ], paragraphs: [ParagraphRule(openings: ["微信搜索", "请微信搜索"])])

  /// Descriptions of videos: plain text in a `div`, without markup.
  private static let youtube = PublisherRules(
    id: "youtube", name: "YouTube", hosts: ["youtube.com", "youtu.be"], hook: .youtube)

  /// Articles of WeChat's public accounts: the text is in `#js_content`, which a script shows; around it are the account,
  /// the author, and two screens of buttons.
  private static let weixin = PublisherRules(
    id: "weixin", name: "微信公众号", hosts: ["mp.weixin.qq.com", "weixin.qq.com"], titleNames: ["微信公众平台"],
    folders: ["weixin", "微信"], zone: .shanghai, hook: .weixin)
}
