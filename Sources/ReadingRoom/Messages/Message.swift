/// A sentence or word of the interface in 简体, 繁體 and English.
package typealias Wording = (simplified: String, traditional: String, english: String)

extension Language {
  /// The words in this language.
  package func choosing(_ wording: Wording) -> String {
    switch self {
    case .simplified: wording.simplified
    case .traditional: wording.traditional
    case .english: wording.english
    }
  }
}

extension Language {
  /// The separator between names in a list.
  var enumerationSeparator: String { self == .english ? ", " : "、" }
}

/// The room's messages. `%1` and `%2` are placeholders for values, `%s` for the plural ending of `%1`.
enum Message: CaseIterable {
  case appName, allArticles, tooSmall, loading, noArticles, lookedIn, adviceOpen, adviceReasons, noHits, noTitle
  case didYouMean, orderedByQuery, byAuthor, alike, noDuplicates, noArticleInFile, previewOn, previewOff,
    noRoomForPreview
  case promptPipe, pipeText, pipeMarkdown, pipeJSON, commandRuns, commandFailed, commandStopped, noCommandRuns,
    noOutput, articlesMarked
  case promptSearchName, noSearchToSave, searchRemoved, searchesRestored
  case articleCount, filtered, sortedBy
  case sortDate, sortPublisher, sortTitle, sortLength, sortRelevance
  case scanning, indexing, minutesLeft, minutes, characters, end, percent
  case facetState, facetPublisher, facetSection, facetCategory, facetTag, facetAuthor,
    facetFolder, facetMonth, facetSearch
  case starred, unread, read
  case hintOpen, hintFilter, hintSearch, hintStar, hintHelp, hintBack, hintMetadata, hintFind, hintPage, hintNext
  case hintApply, hintEdit, hintRemove, hintTheme, hintJump, hintCopy, hintNextHit, hintPreviousHit
  case hintOpenLink, hintList, hintSection
  case promptFilter, promptFind, promptCommand, promptDate, promptSetMark, promptGoToMark, promptLink
  case starAdded, starRemoved, markSet, noMark, noDate, dateNotFound, noMoreHits, wrapped, noLink, copied, linkShown
  case endOfArticle, noNextArticle, noHistory, toSimplified, toTraditional, toMainland, toTaiwan,
    toHongKong, asWritten
  /// What is now above the line.
  case readingsOff, readingsInPinyin, readingsInZhuyin, noRoomForReadings
  case justifyOn, justifyOff, verticalOn, verticalOff, measureIs, measureStays, mouseOn, mouseOff, noSuchCommand,
    readMarked, unreadMarked, searchSaved
  case atStart, atEnd, nothingToFindAgain, noSuchKey, endOfLastArticle, marksRestored, filterRestored, filterDropped
  case starTakenBack, starRestored, noteRestored, marking, allMarked, allShown, unreadShown
  case newArticles, newArticlesAbove, noFacets, counting, looking, noHitsYet
  case originIs, originsShown, originsHidden, hintOrigins
  case noSearches, noTags, orderFile, orderAdded, orderTitle, noteHasLines, noteKept, tagsKept, unchanged
  case promptNote, promptTags, hintTags, historyTitle, noVisits, halfRead, readLately
  case lineTaken, lineDropped, articleShown, articleReloaded, uncleanedShown, notCleaned, nothingDropped
  case hintUse
  case noSuchTheme, noSuchNumber, noSuchValue, notHere, onlyThisTime, clauseEnd
  case noPage, unfolded, folded, nothingToUndo, noUnread, noSections, noMoreSections, savedTheme, toLeave
  case facts, outline, images, links, names, agencies, related, occurrences, diagnostics
  case factTitle, factURL, factPublisher, factSection, factAuthors, factTranslators, factEditors, factSource
  case factDateline, factPublished, factFed, factModified, factCategories, factTags, factLanguage, factLength,
    factShortLink,
    factFolder, factFile, factDialect
  case languageSimplified, languageTraditional, languageChinese, languageEnglish, languageJapanese
  case dialectFeed, dialectDatedFeed, dialectJekyll, dialectMarkdown, dialectHTML, dialectText
  case originEnvelope, originFrontMatter, originPage, originText, originURL, originPath, originComputed
  case imageNumber, caption, credit, video, audio, tweet, frame, table, inLibrary, note, missing
  case bookmarksTitle, noBookmarks, helpTitle, themesTitle, searchTitle, searchHint
  case contextEverywhere, contextList, contextReader, contextPane, contextSearch, contextFacets, contextBookmarks
  case contextSelection, selecting, highlights, highlightLost, highlightIsLost, noHighlights, hintHighlights,
    hintBookmarks, noHighlightHere
  case highlightAdded, highlightKnown, highlightChanged, highlightRemoved, highlightTakenBack
  case colorIs, colorYellow, colorGreen, colorBlue, colorPink
  case hintHighlight, hintNote, hintExtend, hintWord, hintSentence, hintParagraph, hintColor
  case promptWord, nothingToLookUp, lookingUp, answerCut, noDictionary, noDictionaryFor, adviceDictionary,
    otherDictionaries,
    searchingLibrary, notInLibrary, articlesWith, allWith, hintDictionary, hintLookUp, lookUpIn
  case contextAloud, noSpeaker, nothingToRead, readToEnd, readingStopped, reading, readingPauses, rateIs,
    rateHasNoPlace,
    hintPause, hintResume, hintNextSentence, hintFaster, hintSlower, hintStop
  case contextHelp, contextThemes, contextCommandLine, contextQuery

  func text(in language: Language, _ first: String = "", _ second: String = "") -> String {
    let text = language.choosing(row)
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var filled = ""
    var isPlaceholder = false
    for character in text {
      if isPlaceholder {
        switch character {
        case "1": filled += first
        case "2": filled += second
        // A plural's ending.
        case "s": filled += first == "1" ? "" : "s"
        default: filled += "%\(character)"
        }
        isPlaceholder = false
      } else if character == "%" {
        isPlaceholder = true
      } else {
        filled.append(character)
      }
    }
    return isPlaceholder ? filled + "%" : filled
  }
}
