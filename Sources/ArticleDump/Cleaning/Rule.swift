/// An observation about a line: a piece of evidence that it is, or is not, text of the article.
///
/// A line's score is the sum of the weights of the rules that hold. `LineRules` determines which rules hold,
/// `RuleWeights` how much each weighs, and `yuelan read --explain FILE` prints both for each line of a page.
///
/// To add a rule: add a case, hold it in `LineRules` or, if it depends on other lines' scores, in `Segmentation`, run
/// `Scripts/fit-rule-weights`, which writes the table of weights in the order of the cases, and see to it that an example
/// in `RuleListTests` has it.
enum Rule: UInt16, CaseIterable, Sendable {
  /// Every line.
  case always

  // Shape.
  /// Up to three Han characters: `首页`.
  case length1
  /// Up to seven: `分享到微信`.
  case length10
  /// Up to fifteen: a label, half a headline.
  case length24
  /// Up to thirty-one: a headline, a short sentence.
  case length48
  /// At least 120 characters: a paragraph.
  case length360
  /// At least 233: a long paragraph.
  case length700
  /// No link.
  case linksNone
  /// A few linked words.
  case linksSome
  /// Most of the line is links.
  case linksMost
  /// The line is a link, or links.
  case linksAll
  /// Nothing but links, shorter than half a headline: `关于我们`.
  case shortAllLinks
  /// Nothing but links, longer than that: a headline that leads to its article.
  case longAllLinks
  /// Two links or more, in two fifths of the line.
  case severalLinks
  /// Four links or more, in two fifths of the line.
  case manyLinks
  /// One comma, colon or full stop.
  case marksOne
  /// Four or more.
  case marksMany
  /// Two or more in a line of twenty characters with few links.
  case marksManyUnlinked
  /// Two ends of sentences.
  case sentencesTwo
  /// The line ends a sentence: `船开了。`
  case endsSentence
  /// The same, shorter than half a headline.
  case endsSentenceShort
  /// `如下：`
  case endsWithColon
  /// `· 三号码头`
  case opensWithBullet
  /// `（本报综合）`
  case opensWithBracket
  /// `首页 | 新闻`
  case hasBar
  /// `新闻 > 正文`
  case hasArrow
  /// A link, and then other words.
  case opensWithLink
  /// Other words, and then a link.
  case endsWithLink
  /// A word or two and a colon: `来源：山城网`.
  case opensWithLabel
  /// Two colons or more close to each other: `作者：甲 来源：乙`.
  case severalLabels
  /// A copyright sign.
  case hasCopyright
  /// A fifth of the line is digits.
  case figuresMany
  /// Nine tenths are digits.
  case figuresOnly
  /// Only marks.
  case nothingSaid
  /// No Han character on a Chinese page, outside of its text.
  case latinAmongHan
  /// Before or after a line break within an element.
  case isBroken

  // Element.
  /// In a `p`.
  case paragraph
  /// In `h1` to `h6`.
  case heading
  /// In an `h1`.
  case topHeading
  /// In an `li`.
  case item
  /// In a `td` or `th`.
  case cell
  /// In a `blockquote`.
  case quote
  /// In a `figcaption` or `caption`.
  case caption
  /// In a `dt` or `dd`.
  case definition
  /// In a `pre`.
  case preformatted
  /// In a button or an option.
  case control
  /// No element near the line has a class or an id.
  case unnamed
  /// In a `nav`, or an element with that role.
  case inNavigation
  /// In a `footer`.
  case inFooter
  /// In an `aside`.
  case inAside
  /// In a `table`.
  case inTable
  /// In an `article`.
  case inArticle
  /// In a `main`.
  case inMain
  /// In a `figure`.
  case inFigure
  /// In a `time`.
  case isTime
  /// In an element that is not displayed.
  case isHidden
  /// A heading that is mostly a link.
  case headingLinked
  /// An item that is mostly a link.
  case itemLinked
  /// An item of running text.
  case itemProse
  /// A cell that is mostly a link.
  case cellLinked

  // What the names of the element say (`MarkupWords`), those of the next three around it, and those further out.
  case ownShare, ownAdvert, ownRelated, ownNavigation, ownComments, ownTools, ownFooter, ownSubscribe, ownCookies
  case ownHidden, ownTags, ownCounter, ownDoubtful, ownCaption, ownCredit, ownAuthor, ownDate, ownMeta, ownTitle
  case ownLead, ownContent, ownIcon, ownSource, ownSection, ownCopyright, ownStatement, ownSubtitle
  case ownMedia, ownTeaser, ownBox, ownProse
  case nearShare, nearAdvert, nearRelated, nearNavigation, nearComments, nearTools, nearFooter, nearSubscribe
  case nearCookies, nearHidden, nearTags, nearCounter, nearDoubtful, nearCaption, nearCredit, nearAuthor, nearDate
  case nearMeta, nearTitle, nearLead, nearContent, nearIcon, nearSource, nearSection, nearCopyright, nearStatement
  case nearSubtitle
  case nearMedia, nearTeaser, nearBox, nearProse
  case farShare, farAdvert, farRelated, farNavigation, farComments, farTools, farFooter, farSubscribe, farCookies
  case farHidden, farTags, farCounter, farDoubtful, farCaption, farCredit, farAuthor, farDate, farMeta, farTitle
  case farLead, farContent, farIcon, farSource, farSection, farCopyright, farStatement, farSubtitle
  case farMedia, farTeaser, farBox, farProse

  // Words of a line that is not a sentence.
  /// `分享到：`
  case saysShare
  /// `相关阅读`, or such a label with its links.
  case saysRelated
  /// `网友评论（12）`
  case saysComments
  /// `请继续往下阅读`
  case saysAdvert
  /// `扫一扫，下载客户端`
  case saysPromotion
  /// `上一篇：…`
  case saysNavigation
  /// `阅读 1.2万`
  case saysCounters
  /// `京ICP备…号`
  case saysSiteFooter
  /// `版权声明：…`
  case saysNotice
  /// `（完）`
  case saysEndMark
  /// `标签：…`
  case saysTags
  /// After the text: an address that is a link to itself.
  case linkedAddress
  /// A byline: `责任编辑：某某`.
  case namesPeople
  /// A date in a short line.
  case hasDate
  /// Below a label such as 相关阅读, until running text follows.
  case behindLabel
  /// One to six lines below it.
  case behindLabelNear
  /// The same, and nothing but a link.
  case linkedBehindLabel

  // The page as a whole.
  /// Four fifths of the page are running text.
  case pageMostlyProse
  /// Less than two fifths are.
  case pageLittleProse
  /// The page has a `body`: it is not a fragment of one.
  case pageIsWhole
  /// The dump is in the form of a known publisher.
  case pageOfKnownPublisher
  /// The caption of a figure on a Chinese page.
  case captionAmongHan
  /// An item that is mostly a link, on a page of nearly only running text.
  case itemLinkedInProse
  /// A fifth of the line is digits, on such a page.
  case figuresAmidProse
  /// Mostly links, on such a page.
  case linkedAmidProse

  // Place.
  /// A note that the text refers to.
  case isNote
  /// The heading that is the title.
  case isTitle
  /// One to six lines after the title.
  case behindTitle
  /// More than six lines after it.
  case farBehindTitle
  /// The page has no heading that is its title.
  case noTitle
  /// After a heading in the form of the title's, which opens the next article on the page.
  case behindOtherTitle
  /// In the first tenth of the lines.
  case placeFirstTenth
  /// In the second.
  case placeSecondTenth
  /// In the ninth.
  case placeNinthTenth
  /// In the last.
  case placeLastTenth
  /// Before the first running text.
  case beforeFirstProse
  /// After the last.
  case behindLastProse

  // Surroundings: how much of the page's prose is in the same parent, and in the element around that.
  /// None of the page's running text has the same parent.
  case parentNone
  /// Less than a tenth has.
  case parentLittle
  /// A third or more has.
  case parentHalf
  /// Three fifths or more have.
  case parentMost
  /// None is in the element around the parent.
  case aroundNone
  /// Less than a tenth is.
  case aroundLittle
  /// A third or more is.
  case aroundHalf
  /// Three fifths or more are.
  case aroundMost

  // The same for all elements with the same names and classes: some pages box each paragraph.
  /// None is in elements with the same names and classes.
  case pathNone
  /// Less than a fifth is.
  case pathLittle
  /// Four fifths or more are.
  case pathMost
  /// The same without the innermost element: less than a fifth.
  case outerPathLittle
  /// Four fifths or more.
  case outerPathMost
  /// No running text in the three lines before and after.
  case runNone
  /// Less than a twentieth of the page's.
  case runLittle
  /// Less than a fifth.
  case runSome
  /// A fifth or more.
  case runMost
  /// Half of these lines is links.
  case runLinked
  /// Half of what is in the parent is links.
  case parentLinked
  /// Half of what is in the element around it is.
  case aroundLinked
  /// Four lines or more have the same parent, and none is running text.
  case parentManyShort
  /// Three of the lines before and after are running text.
  case neighboursProse
  /// Three of them are in equal elements and have no link.
  case neighboursPlain
  /// The line before is running text.
  case previousProse
  /// The line after is.
  case nextProse
  /// The line before is mostly links.
  case previousLinked
  /// The line after is.
  case nextLinked
  /// The line before has the same parent.
  case previousSameParent
  /// The line after has.
  case nextSameParent
  /// The line after has at most seven characters.
  case nextShort

  // Other articles on the page: cards, `article` elements, the box of the title.
  /// In a card: a small box with a link beside another built in the same way.
  case inCard
  /// Begins with a headline that is a link, as most lines beside it do.
  case inTeasers
  /// In the `article` with the title or the most text.
  case inMainArticle
  /// In another `article`.
  case inOtherArticle
  /// In the box of the title, which has less than two fifths of the text.
  case inSmallTitleBox
  /// In the box of the title, which has more, but not all.
  case inLargeTitleBox
  /// Outside of the former.
  case outsideSmallTitleBox
  /// Outside of the latter.
  case outsideLargeTitleBox

  // What the page says about itself to machines.
  /// In the `articleBody` of the page's JSON-LD.
  case inMachineText
  /// Not in it, though it seems to be the whole text.
  case missingInMachineText
  /// In the page's description.
  case inDescription

  // Repetition.
  /// Occurs twice on the page.
  case repeatsInPage
  /// The same, as running text.
  case proseRepeats
  /// Running text that occurs three times.
  case proseRepeatsOften
  /// Occurs in two files of the site.
  case repeatsInTwoFiles
  /// In three to five.
  case repeatsInFiles
  /// In six or more.
  case repeatsInManyFiles

  // The second pass, when each line has a score: where the element with the text is, and how the surrounding lines
  // scored.
  /// In the element with the text.
  case inRoot
  /// Directly in it.
  case directlyInRoot
  /// After it.
  case behindRoot
  /// In the element around it.
  case nearRoot
  /// As deep in the tree as most of the text.
  case atTextDepth
  /// Less deep.
  case aboveTextDepth
  /// One or two elements deeper.
  case belowTextDepth
  /// Three or more.
  case farBelowTextDepth
  /// Between the first and the last line that is certainly text.
  case amidText
  /// Up to four lines before.
  case shortlyBeforeText
  /// More than four.
  case longBeforeText
  /// Up to two lines after.
  case shortlyBehindText
  /// More than eight.
  case longBehindText
  /// Lines with the same parent score as text.
  case siblingsText
  /// They score as boilerplate.
  case siblingsBoilerplate
  /// Lines in the element around the parent do.
  case cousinsBoilerplate
  /// The next line scores as text.
  case nextText
  /// It scores neither way.
  case nextDoubtful
  /// It scores as boilerplate.
  case nextBoilerplate
  /// Lines in equal elements score as text.
  case likeText
  /// They score neither way.
  case likeMixed
  /// There are none.
  case likeNone
  /// The line itself scores as certain text.
  case scoreHigh
  /// As text.
  case scoreGood
  /// As boilerplate.
  case scorePoor
  /// As certain boilerplate.
  case scoreBad

  // How much of the certain text is in the same parent, in the element around that, and in the one around that again.
  case parentTextNone, parentTextLittle, parentTextSome, parentTextHalf, parentTextMost, parentTextAll
  case aroundTextNone, aroundTextLittle, aroundTextSome, aroundTextHalf, aroundTextMost, aroundTextAll
  case outerTextNone, outerTextLittle, outerTextSome, outerTextHalf, outerTextMost, outerTextAll

  // Two pieces of evidence together, where the combination says more or less than the two separately.
  /// An item that ends a sentence.
  case itemSentence
  /// Mostly links, amid running text.
  case linkedInRun
  /// Mostly links, after running text.
  case linkedBehindProse
  /// Among plain lines on a page of lists.
  case plainAmidLists
  /// Among plain lines in an `article`.
  case plainInArticle
  /// A word or two where most of the text is.
  case wordAmidProse
  /// A date before the first running text.
  case datedBeforeProse
  /// A heading after the last running text.
  case headingBehindProse
  /// Ends a sentence, in the element with the text, but deeper.
  case sentenceBelowText
  /// Ends a sentence, more than eight lines after the text.
  case sentenceLongBehind
  /// Ends a sentence, and scores as certain boilerplate by itself.
  case sentenceOfBadScore
  /// A word or two in the element with the text.
  case wordInRoot
  /// A caption in it.
  case figureInRoot
  /// A caption deeper than the text.
  case figureBelowText
  /// In a `main`, as deep as the text.
  case mainAtTextDepth
  /// In a `main`, in elements like the text's.
  case mainLikeText
  /// In a `main`, and certain text by itself.
  case mainOfHighScore

  // Lines that are entirely the site's own: before the text's first sentence, amid the text, and after its last.
  /// Before the first sentence.
  case ofSiteBeforeText
  /// Between sentences: a button, an advert.
  case ofSiteAmidText
  /// After the last.
  case ofSiteBehindText
}

extension Rule {
  /// The rule's name in a trace.
  var id: String { String(describing: self) }
}
