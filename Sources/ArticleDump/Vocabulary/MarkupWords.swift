/// What class names, ids and roles say of an element: the vocabulary of page makers, in English, Chinese and pinyin.
///
/// Names are cut into words at `-`, `_`, blanks and humps, so that `jp-relatedposts`, `post_share` and `AdContainer`
/// all speak.
struct MarkupWords: OptionSet, Sendable {
  let rawValue: UInt32

  static let share = MarkupWords(rawValue: 1 << 0)
  static let advert = MarkupWords(rawValue: 1 << 1)
  static let related = MarkupWords(rawValue: 1 << 2)
  static let navigation = MarkupWords(rawValue: 1 << 3)
  static let comments = MarkupWords(rawValue: 1 << 4)
  static let tools = MarkupWords(rawValue: 1 << 5)
  static let footer = MarkupWords(rawValue: 1 << 6)
  static let subscribe = MarkupWords(rawValue: 1 << 7)
  static let cookies = MarkupWords(rawValue: 1 << 8)
  static let hidden = MarkupWords(rawValue: 1 << 9)
  static let tags = MarkupWords(rawValue: 1 << 10)
  static let counter = MarkupWords(rawValue: 1 << 11)
  /// Words that junk and articles share; they count only with other signs.
  static let doubtful = MarkupWords(rawValue: 1 << 12)
  static let caption = MarkupWords(rawValue: 1 << 13)
  static let credit = MarkupWords(rawValue: 1 << 14)
  static let author = MarkupWords(rawValue: 1 << 15)
  static let date = MarkupWords(rawValue: 1 << 16)
  static let meta = MarkupWords(rawValue: 1 << 17)
  static let title = MarkupWords(rawValue: 1 << 18)
  static let lead = MarkupWords(rawValue: 1 << 19)
  static let content = MarkupWords(rawValue: 1 << 20)
  static let icon = MarkupWords(rawValue: 1 << 21)
  static let source = MarkupWords(rawValue: 1 << 22)
  static let section = MarkupWords(rawValue: 1 << 23)
  static let copyright = MarkupWords(rawValue: 1 << 24)
  static let statement = MarkupWords(rawValue: 1 << 25)
  static let subtitle = MarkupWords(rawValue: 1 << 26)
  /// Pictures and players, and what is said of them.
  static let media = MarkupWords(rawValue: 1 << 27)
  /// Other articles in short.
  static let teaser = MarkupWords(rawValue: 1 << 28)
  /// What is set apart from the text, or folded away.
  static let box = MarkupWords(rawValue: 1 << 29)
  /// The text itself and its paragraphs: closer than `content`, which may name the whole page.
  static let prose = MarkupWords(rawValue: 1 << 30)

  /// Words that name junk for certain.
  static let junk: MarkupWords = [
    .share, .advert, .related, .navigation, .comments, .tools, .footer, .subscribe, .cookies, .hidden, .tags, .counter,
  ]
}

extension MarkupWords {
  static let vocabulary: [(MarkupWords, String)] = [
    (
      .share,
      """
      share shares sharing sharebar sharebox sharebtn sharebutton sharebuttons sharelist shareto sharetools sharetool \
      sharedaddy socialshare socialshares addtoany a2a addthis bdshare bdsharebuttonbox bshare jiathis fenxiang fx \
      social socials sociallinks socialmedia socialicons snsshare sns jetpacklikes likes like dianzan zan digg reblog \
      whatsapp ssba heateor wpulike reward dashang shang donate donation donations tipjar zanshang appreciate favorite \
      shoucang service-links servicelinks followus follow guanzhu sharethis shariff
      """
    ),
    (
      .advert,
      """
      ad ads adv advert adverts advertise advertisement advertisements advertising adsense adsbygoogle adbox adbanner \
      adcontainer adslot adunit adwrap adwrapper adcode adleft adright guanggao gg ggw advertorial sponsor sponsored \
      sponsors outbrain taboola mgid dable popin teads doubleclick dfp gpt promo promos promotion promobox selfpromo \
      house-ad appdownload downloadapp openapp appbanner adzone adarea adholder adinner bannerad popup popups
      """
    ),
    (
      .related,
      """
      related relate relatedposts relatedpost relatednews relatedarticles relatedarticle relatedlinks relatedcontent \
      xiangguan xgyd xgxw xgwz xgnews recommend recommends recommended recommendation recommendations recommendlist \
      tuijian tuijianyuedu tj yuedu readmore morearticle morearticles morenews readnext nextread youmaylike \
      yanshenyuedu hotnews hotlist hotrank paihang paihangbang phb ranking ranklist popularposts popular trending \
      mostread mostviewed latestnews latestposts moreread extended-reading seealso alsoread jprelatedposts moreposts \
      yarpp crp rp4wp zemanta internallinks guesslike cainixihuan
      """
    ),
    (
      .navigation,
      """
      nav navs navbar navbars navigation navigations navi mainnav subnav topnav postnav pagenav menu menus submenu \
      mainmenu daohang breadcrumb breadcrumbs crumb crumbs mianbaoxie dqwz weizhi position-nav pager pagers pagination \
      pagenavi paginator pages fenye prevnext prenext nextprev preview-next sxp shangxiapian shangyipian xiayipian \
      postnavigation sidebar sidebars sidebox sidecontent toc tocnav skiplink skiplinks skip toctree siteheader \
      masthead topbar
      """
    ),
    (
      .comments,
      """
      comment comments commentlist commentbox commentform commentwrap commentarea commentcontent commentsarea respond pinglun \
      disqus livere gitalk gitment valine waline utterances cusdis changyan replies replylist replybox guestbook \
      liuyan discussion comentario facebookcomments
      """
    ),
    (
      .tools,
      """
      toolbar toolbars toolbox fontsize fontsizer fontsizes zihao print printer printbtn printfriendly dayin \
      textresize textsize zoomtext readaloud listen audioplayer-tts texttospeech tts jubao jiucuo errorreport \
      favatar pls pstatus pob pgs fastre scrolltop backtotop gotop totop returntop qrcode qrcodes qr qrbox erweima ewm weixinqr wxqr saoma scancode \
      copylink copybtn editlink editsection zoomattribute lightbox-close gutter lineno linenos linenumbers
      """
    ),
    (
      .footer,
      "footer footers sitefooter pagefooter colophon footnav bottombar bottominfo siteinfo foot dibu contentinfo"
    ),
    (
      .subscribe,
      """
      subscribe subscribes subscription subscriptions newsletter newsletters signup signin login logins \
      paywall paywalls regwall mailchimp optin joinus dingyue huiyuan denglu zhuce paidcontentprompt
      """
    ),
    (.cookies, "cookie cookies cookiebar cookienotice cookieconsent gdpr consent ccpa privacybar onetrust"),
    (
      .hidden,
      """
      hidden invisible visuallyhidden visuallyhiddentext sronly screenreader screenreadertext srtext hiddentext \
      offscreen elementinvisible elementhidden ishidden dnone displaynone hide
      """
    ),
    (
      .tags,
      "tags taglist tagcloud tagslinks posttags biaoqian keywords keyword keywordtag hashtags articletags articaltag articlehashtag articlekeyword articlekeywordgroup hashtag topiclist topicsandreviewer"
    ),
    (
      .counter,
      "counter counters pageview pageviews pv viewcount hits readcount visits wordcount postviews dianji readtime readingtime"
    ),
    (
      .doubtful,
      """
      banner top bottom tool tools app apps download downloads hot rank next prev previous more widget widgets aside \
      side tag count rating rate vote votes feedback report topic topics block-views extra action actions buttons btn \
      button toggle modal overlay dialog prompt tip tips notice link links list float fixed header head copyrights \
      weixin wechat weibo gongzhonghao gzh wx official sign signature profile bio card
      """
    ),
    (
      .caption,
      """
      caption captions figcaption wpcaptiontext imgcaption imagecaption photocaption captiontext cutline picinfo \
      pictext picdesc picnote imgdesc imgtext imginfo imgnote tuzhu tushuo photodesc photoinfo imagedescription capture
      """
    ),
    (.credit, "credit credits photocredit imagecredit picsource photographer photoby imagesource"),
    (
      .author,
      "author authors byline bylines writer writers zuozhe reporter jizhe username nickname authorname userlink bianji editor editors"
    ),
    (
      .date,
      """
      date dates datetime time times timestamp pubdate publishdate publishtime publishedon postedon pubtime posttime \
      shijian riqi createddate createdate published updated updatetime createtime entrydate dateline
      """
    ),
    (
      .meta,
      """
      meta postmeta entrymeta articlemeta info postinfo articleinfo submitted submeta newsinfo articlemess artinfo artmeta subinfo \
      attribution xlinfo pageinfo laiyuan authi publoc iplocation iploc
      """
    ),
    (.source, "source sources laiyuan origin"),
    (
      .title,
      "title titles headline headlines headings biaoti posttitle entrytitle articletitle pagetitle newstitle maintitle"
    ),
    (.subtitle, "subtitle subhead subheadline subheading deck dek kicker"),
    (
      .lead,
      "lead leads lede preface announce announcetext standfirst summary abstract intro introduction excerpt daoyu daodu zhaiyao digest snippet"
    ),
    (
      .content,
      """
      article articles content contents body entry post text main story zhengwen neirong richtext detail details \
      maincontent articlebody postbody postcontent entrycontent articlecontent newscontent artibody texteditor \
      single hentry markdown paragraph rich ztext editor
      """
    ),
    (
      .icon,
      "icon icons avatar avatars logo logos emoji smiley smilies gravatar favicon sprite loading spinner placeholder"
    ),
    (.section, "category categories column columns channel lanmu section catlinks"),
    (.copyright, "copyright copyrights copyrightinfo banquan banquanshengming license licence disclaimer mianze"),
    (.statement, "statement shengming declare"),
    (
      .media,
      """
      image images img imgs imgbox imgwrap photo photos picture pictures pic pics media gallery galleries slideshow slides \
      slider carousel video videos videobox videoplayer player players embed embeds embedded audio podcast podcasts \
      tupian shipin
      """
    ),
    (
      .teaser,
      """
      teaser teasers teasertext teaserlist excerpt excerpts featured card cards tile tiles thumb thumbs thumbnail \
      thumbnails recirc linklist linkbox onward newslist articlelist postlist storylist newsitem hed
      """
    ),
    (
      .box,
      """
      box boxes infobox factbox textbox boxout inset insets panel panels widget widgets textwidget callout pullquote \
      accordion collapse collapsed collapsible expandable dropdown drawer tooltip modal form
      """
    ),
    (
      .prose,
      """
      paragraph paragraphs para articlebody articletext articlecontent bodytext bodycopy storybody storytext \
      storycontent entrycontent entrytext postbody postcontent posttext newscontent newstext newsbody textblock \
      richtext artibody zhengwen neirong
      """
    ),
  ]

  /// Pieces that give a longer word away.
  static let pieces: [(String, MarkupWords)] = [
    ("sharedaddy", .share), ("addthis", .share), ("addtoany", .share), ("bdshare", .share), ("sharebutton", .share),
    ("fenxiang", .share), ("adsby", .advert), ("guanggao", .advert), ("advert", .advert), ("sponsor", .advert),
    ("relatedp", .related), ("relatedn", .related), ("relateda", .related), ("tuijian", .related),
    ("recommend", .related), ("breadcrumb", .navigation), ("pagination", .navigation), ("sidebar", .navigation),
    ("commentlist", .comments), ("commentbox", .comments), ("pinglun", .comments), ("newsletter", .subscribe),
    ("subscri", .subscribe), ("erweima", .tools), ("qrcode", .tools), ("cookie", .cookies),
    ("copyright", .copyright), ("screenreader", .hidden), ("visuallyhidden", .hidden), ("toolbar", .tools),
  ]

  /// Class names whose parts say something about the article's subject, not about its element: WordPress' post classes.
  static let subjectPrefixes = [
    "tag-", "category-", "cat-", "post-", "type-", "status-", "format-", "topic-", "term-", "label-", "wp-image-",
    "attachment-", "size-", "field-type-", "field-label-", "has-", "is-", "no-", "with-", "js-", "col-", "theme-",
  ]
}
