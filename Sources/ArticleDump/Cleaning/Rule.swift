/// An observation about a line: a piece of evidence that it is, or is not, text of the article.
///
/// A line's score is the sum of the weights of the rules that hold. `LineRules` determines which rules hold, and
/// `RuleWeights` how much each weighs.
enum Rule: UInt16, CaseIterable, Sendable {
  case always
  // Shape.
  case length1, length10, length24, length48, length360, length700
  case linksNone, linksSome, linksMost, linksAll
  case shortAllLinks, longAllLinks, severalLinks, manyLinks
  case marksOne, marksMany, marksManyUnlinked
  case sentencesTwo
  case endsSentence, endsSentenceShort, endsWithColon, opensWithBullet, opensWithBracket, hasBar, hasArrow
  case opensWithLink, endsWithLink, opensWithLabel, severalLabels
  case hasCopyright, figuresMany, figuresOnly, nothingSaid, latinAmongHan, isBroken
  // Element.
  case paragraph, heading, topHeading, item, cell, quote, caption, definition, preformatted, control, unnamed
  case inNavigation, inFooter, inAside, inTable, inArticle, inMain, inFigure
  case isTime, isHidden, headingLinked, itemLinked, itemProse, cellLinked
  // The names of the element, of those near it, and of those further out.
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
  case saysShare, saysRelated, saysComments, saysAdvert, saysPromotion, saysNavigation, saysCounters, saysSiteFooter
  case saysNotice, saysEndMark, saysTags
  case linkedAddress, namesPeople, hasDate, behindLabel, behindLabelNear, linkedBehindLabel
  // The page as a whole.
  case pageMostlyProse, pageLittleProse, pageIsWhole, pageOfKnownPublisher
  case captionAmongHan, itemLinkedInProse, figuresAmidProse, linkedAmidProse
  // Place.
  case isNote, isTitle, behindTitle, farBehindTitle, noTitle, behindOtherTitle
  case placeFirstTenth, placeSecondTenth, placeNinthTenth, placeLastTenth
  case beforeFirstProse, behindLastProse
  // Surroundings: how much of the page's prose is in the same parent, and in the element around that.
  case parentNone, parentLittle, parentHalf, parentMost
  case aroundNone, aroundLittle, aroundHalf, aroundMost
  // The same for all elements with the same names and classes: some pages box each paragraph.
  case pathNone, pathLittle, pathMost, outerPathLittle, outerPathMost
  case runNone, runLittle, runSome, runMost, runLinked
  case parentLinked, aroundLinked, parentManyShort
  case neighboursProse, neighboursPlain, previousProse, nextProse, previousLinked, nextLinked
  case previousSameParent, nextSameParent, nextShort
  // Other articles on the page: cards, `article` elements, the box of the title.
  case inCard, inTeasers
  case inMainArticle, inOtherArticle
  case inSmallTitleBox, inLargeTitleBox, outsideSmallTitleBox, outsideLargeTitleBox
  // What the page says about itself to machines.
  case inMachineText, missingInMachineText, inDescription
  // Repetition.
  case repeatsInPage, proseRepeats, proseRepeatsOften, repeatsInTwoFiles, repeatsInFiles, repeatsInManyFiles
  // The second pass, when each line has a score: where the element with the text is, and how the surrounding lines
  // scored.
  case inRoot, directlyInRoot, behindRoot, nearRoot
  case atTextDepth, aboveTextDepth, belowTextDepth, farBelowTextDepth
  case amidText, shortlyBeforeText, longBeforeText, shortlyBehindText, longBehindText
  case siblingsText, siblingsBoilerplate, cousinsBoilerplate
  case nextText, nextDoubtful, nextBoilerplate
  case likeText, likeMixed, likeNone
  case scoreHigh, scoreGood, scorePoor, scoreBad
  // How much of the certain text is in the same parent, in the element around that, and in the one around that again.
  case parentTextNone, parentTextLittle, parentTextSome, parentTextHalf, parentTextMost, parentTextAll
  case aroundTextNone, aroundTextLittle, aroundTextSome, aroundTextHalf, aroundTextMost, aroundTextAll
  case outerTextNone, outerTextLittle, outerTextSome, outerTextHalf, outerTextMost, outerTextAll
  // Two pieces of evidence together, where the combination says more or less than the two separately.
  case itemSentence, linkedInRun, linkedBehindProse, plainAmidLists, plainInArticle, wordAmidProse
  case datedBeforeProse, headingBehindProse
  case sentenceBelowText, sentenceLongBehind, sentenceOfBadScore, wordInRoot, figureInRoot, figureBelowText
  case mainAtTextDepth, mainLikeText, mainOfHighScore
  // Lines that are entirely the site's own: before the text's first sentence, amid the text, and after its last.
  case ofSiteBeforeText, ofSiteAmidText, ofSiteBehindText
}

extension Rule {
  /// The rule's name in a trace.
  var id: String { String(describing: self) }
}
