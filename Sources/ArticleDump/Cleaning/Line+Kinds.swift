private typealias Length = Thresholds.Length
private typealias LinkShare = Thresholds.LinkShare

/// Kinds of lines that are recognized by their form alone.
extension Line {
  /// Whether the line consists mostly of digits, as a date does.
  var isToldByFigures: Bool { digitCount >= 4 && length - digitCount <= 12 }

  /// An address that is a link to itself.
  var isLinkedAddress: Bool {
    linkShare >= LinkShare.all && !marks.contains(.hasHan) && marks.contains(.hasInnerStop)
  }

  /// A word or two that no line break separates from others.
  var isWordAlone: Bool { 1..<Length.word ~= length && !marks.contains(.isBroken) }

  /// A link as long as a headline.
  var isLinkedHeadline: Bool { length >= Length.linkedHeadline && linkShare > LinkShare.most }

  var linkShare: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }

  /// An item of a list that is a link of a word or two.
  var isItemOfMenu: Bool {
    context.contains(.item) && linkShare >= LinkShare.all && 1..<Length.label ~= length && linkCount > 0
  }

  /// A line of some length without a link.
  var isPlain: Bool { length >= Length.label && linkLength == 0 && !context.contains(.heading) }

  /// A headline that is a link, followed by text.
  var opensAsTeaser: Bool {
    marks.contains(.opensWithLink) && length >= Length.headline && linkLength >= Length.linkedHeadline
      && linkShare < LinkShare.all
  }

  /// Whether the line is running text.
  var isProse: Bool { marks.contains(.isProse) }

  /// Running text: as long as a sentence, with the punctuation of sentences, and hardly any links.
  var isRunningText: Bool {
    length >= Length.prose && isMostlyPlain
      && (sentenceMarkCount > 0 || clauseMarkCount >= 2 || length >= Length.longClause && clauseMarkCount > 0
        || isUnmarkedText)
  }

  /// Clauses separated by blanks instead of punctuation, as some people write. They are longer than headlines, which
  /// are written in the same way.
  private var isUnmarkedText: Bool {
    marks.contains(.hasGap) && length >= Length.unmarked && linkLength == 0 && colonCount == 0
      && digitCount * 8 < length && context.isDisjoint(with: [.heading, .caption, .item, .cell, .control])
  }

  /// Whether more than two thirds of the line are outside of links.
  var isMostlyPlain: Bool { linkLength * 3 < length }

  /// A sentence, however short: it is dropped only for its element, its links, its place, or because it repeats.
  var isSentence: Bool {
    length >= Length.sentence && linkLength * 2 < length && (marks.contains(.endsSentence) || sentenceMarkCount >= 2)
      || isProse
  }
}
