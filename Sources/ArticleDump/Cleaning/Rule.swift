/// An observation about a line: a piece of evidence that it is the article's text, or that it is not.
///
/// A line's score is the sum of the weights of the rules that hold. `LineRules` determines which rules hold,
/// `RuleWeights` what each weighs.
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
  // Names of the element, of those near it, and of those farther out.
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
  // Company: how much of the page's prose lies in the same parent, and in what is around that.
  case parentNone, parentLittle, parentHalf, parentMost
  case aroundNone, aroundLittle, aroundHalf, aroundMost
  // The same of all elements of the same names and classes: some pages box each paragraph.
  case pathNone, pathLittle, pathMost, outerPathLittle, outerPathMost
  case runNone, runLittle, runSome, runMost, runLinked
  case parentLinked, aroundLinked, parentManyShort
  case neighboursProse, neighboursPlain, previousProse, nextProse, previousLinked, nextLinked
  case previousSameParent, nextSameParent, nextShort
  // Other articles on the page: cards, the `article` elements, the box of the title.
  case inCard, inTeasers
  case inMainArticle, inOtherArticle
  case inSmallTitleBox, inLargeTitleBox, outsideSmallTitleBox, outsideLargeTitleBox
  // What the page says of itself to machines.
  case inMachineText, missingInMachineText, inDescription
  // Repetition.
  case repeatsInPage, proseRepeats, proseRepeatsOften, repeatsInTwoFiles, repeatsInFiles, repeatsInManyFiles
  // The second pass, when each line has a score: where the element with the text is, and how the lines around scored.
  case inRoot, directlyInRoot, behindRoot, nearRoot
  case atTextDepth, aboveTextDepth, belowTextDepth, farBelowTextDepth
  case amidText, shortlyBeforeText, longBeforeText, shortlyBehindText, longBehindText
  case siblingsText, siblingsBoilerplate, cousinsBoilerplate
  case nextText, nextDoubtful, nextBoilerplate
  case likeText, likeMixed, likeNone
  case scoreHigh, scoreGood, scorePoor, scoreBad
  // How much of what is surely text lies in the same parent, in what is around that, and around that again.
  case parentTextNone, parentTextLittle, parentTextSome, parentTextHalf, parentTextMost, parentTextAll
  case aroundTextNone, aroundTextLittle, aroundTextSome, aroundTextHalf, aroundTextMost, aroundTextAll
  case outerTextNone, outerTextLittle, outerTextSome, outerTextHalf, outerTextMost, outerTextAll
  // Two pieces of evidence together, where that says more or less than one beside the other.
  case itemSentence, linkedInRun, linkedBehindProse, plainAmidLists, plainInArticle, wordAmidProse
  case datedBeforeProse, headingBehindProse
  case sentenceBelowText, sentenceLongBehind, sentenceOfBadScore, wordInRoot, figureInRoot, figureBelowText
  case mainAtTextDepth, mainLikeText, mainOfHighScore
}

extension Rule {
  /// The rule's name in a trace.
  var id: String { String(describing: self) }
}
