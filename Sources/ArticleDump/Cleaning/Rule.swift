/// What may be said of a line: each a piece of evidence for its being the article's text, or against it.
///
/// A line's score is the sum of the weights of the rules that hold. How a rule is told stands in `LineRules`, what it
/// weighs in `RuleWeights`.
enum Rule: UInt16, CaseIterable, Sendable {
  case always
  // Shape.
  case length1, length10, length24, length48, length96, length180, length360, length700
  case linksNone, linksSome, linksHalf, linksMost, linksAll
  case shortAllLinks, longAllLinks, severalLinks, manyLinks
  case marksNone, marksOne, marksTwo, marksMany, marksManyUnlinked
  case sentencesTwo
  case endsSentence, endsSentenceShort, endsWithColon, opensWithBullet, opensWithBracket, hasBar, hasArrow
  case hasCopyright, figuresMany, figuresOnly, nothingSaid, latinAmongHan, isBroken
  // Element.
  case paragraph, heading, topHeading, item, cell, quote, caption, definition, preformatted, control, unnamed
  case inNavigation, inFooter, inAside, inHeader, inList, inTable, inArticle, inMain, inForm, inFigure, inArticleBody
  case emphasized, isTime, inDialog, isHidden, headingLinked, itemLinked, itemProse, headingShort, cellLinked
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
  // Words of a line that is no sentence.
  case saysShare, saysRelated, saysComments, saysAdvert, saysPrompt, saysNavigation, saysCounters, saysSiteFooter
  case saysNotice, saysEndMark, saysAgency, saysTags
  case namesPeople, hasDate, behindLabel, behindLabelNear
  // The page as a whole.
  case pageMostlyProse, pageHalfProse, pageLittleProse, pageIsWhole, pageOfKnownPublisher
  case captionAmongHan, itemLinkedInProse, figuresAmidProse, linkedAmidProse
  // Place.
  case beforeTitle, isTitle, behindTitle, farBehindTitle, noTitle, behindOtherTitle
  case placeFirstTenth, placeSecondTenth, placeNinthTenth, placeLastTenth
  case beforeFirstProse, behindLastProse
  // Company: how much of the page's prose lies in the same parent, and in what is around that.
  case parentNone, parentLittle, parentSome, parentHalf, parentMost
  case aroundNone, aroundLittle, aroundSome, aroundHalf, aroundMost
  // The same of all elements of the same names and classes: some pages box each paragraph.
  case pathNone, pathLittle, pathSome, pathMost, outerPathNone, outerPathLittle, outerPathSome, outerPathMost
  case runNone, runLittle, runSome, runMost, runLinked
  case parentLinked, aroundLinked, parentManyShort
  case neighboursProse, neighboursLinked, previousProse, nextProse, previousLinked, nextLinked
  case previousSameParent, nextSameParent, previousShort, nextShort
  // Repetition.
  case repeatsInPage, repeatsInTwoFiles, repeatsInFiles, repeatsInManyFiles
  // The second look, once each line has a score: where the text's own element is, and what the lines around scored.
  case inRoot, directlyInRoot, beforeRoot, behindRoot, nearRoot
  case amidText, shortlyBeforeText, longBeforeText, shortlyBehindText, behindText, longBehindText
  case siblingsText, siblingsMixed, siblingsBoilerplate, cousinsText, cousinsMixed, cousinsBoilerplate
  case previousText, previousDoubtful, previousBoilerplate, nextText, nextDoubtful, nextBoilerplate
  case likeText, likeMixed, likeBoilerplate, likeNone
  case aroundText, aroundMixed, aroundBoilerplate
  case scoreHigh, scoreGood, scoreDoubtful, scorePoor, scoreBad
}

extension Rule {
  /// The rule's name in a trace.
  var id: String { String(describing: self) }
}
