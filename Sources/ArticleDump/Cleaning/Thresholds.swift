/// The numbers that decide about lines, each in one place. `LineLimits` has those of the vocabulary, `RuleWeights` the
/// weights of rules, and limits of searches are where the search is.
///
/// Unless otherwise stated, a number was chosen by hand and kept because nearby values measured no better on labelled
/// pages (`Scripts/fit-rule-weights` tests on sites that it did not see).
enum Thresholds {
  /// Lengths of lines, in bytes of text without blanks and marks: a Han character has three, a Latin letter one.
  enum Length {
    /// Three characters: a word such as 首页, 更多.
    static let word: Int32 = 10
    /// Eight: a label, a person with a title.
    static let label: Int32 = 24
    /// Sixteen: half a headline, a button with its description.
    static let phrase: Int32 = 48
    /// Twenty: counters without their label, names of sections, words of a script.
    static let remnant: Int32 = 60
    /// Thirty: a headline, a short sentence.
    static let headline: Int32 = 96
    /// Four lines on a screen.
    static let paragraph: Int32 = 360
    static let longParagraph: Int32 = 700
    /// In sums of text a line counts for at most this much: a paragraph of 4,000 bytes is text for the same reasons.
    static let mostCounted: Int32 = 400
    /// Six characters with a full stop form a sentence.
    static let sentence: Int32 = 18
    /// Fifteen characters with marks between them are running text.
    static let prose: Int32 = 45
    /// Twenty with blanks between them are as well.
    static let unmarked: Int32 = 60
    /// Running text of one long clause, longer than any headline.
    static let longClause: Int32 = 240
    /// Links as long as this lead to articles.
    static let linkedHeadline: Int32 = 15
    /// Shorter lines repeat by chance.
    static let repeated: Int32 = 6
    /// A label no longer applies after more running text than this.
    static let endOfLabelled: Int32 = 180
    /// The longest line that dates a page, the longest one that names its people, and the longest whose words are looked up.
    static let longestDated: Int32 = 120
    static let longestNaming: Int32 = 240
    static let longestLookedUp: Int32 = 300
  }

  /// Parts of a line's or an element's text that are in links.
  enum LinkShare {
    /// A dump with fewer links than this has no lists of other articles.
    static let few = 0.1
    static let some = 0.25
    static let several = 0.4
    static let half = 0.5
    static let most = 0.6
    static let all = 0.9
  }

  /// Parts of a page's running text.
  enum ProseShare {
    static let little = 0.1
    static let third = 0.3
    static let most = 0.6
    /// Of a page, or of the running text in elements of one path.
    static let nearlyAll = 0.8
    /// Everything except what is set apart, such as a lead.
    static let all = 0.9
    /// Of the surroundings of a line: three lines before and after.
    static let littleAround = 0.05
    static let someAround = 0.2
    /// A page that has less consists mostly of lists.
    static let listPage = 0.4
  }

  /// Scores: a hundred points make text e times as likely.
  enum Score {
    /// Certain text, and certain boilerplate.
    static let text = 100
    static let boilerplate = -100
    /// Beyond these a line cannot become more certain.
    static let surelyText = 250
    static let surelyBoilerplate = -250
    /// How much more doubtful text than certain text may be on a page whose scores are as they should be.
    static let mostDoubtful = 5
    /// How much of a line's score counts in a sum of many.
    static let most = 300
    /// A sentence is judged by structure alone: its words were not looked up.
    static let mostAgainstSentence = -150
    /// A few words amid the text, in no element that says what they are.
    static let mostAgainstWords = -35
    /// Below this even a plain dump loses a line.
    static let mostAgainstPlainDump = -300
    /// The cost of beginning or ending a run of text: between lines of one parent, and between others.
    static let changeWithin = 30
    static let changeBetween = 10
  }

  /// Distances between lines.
  enum Distance {
    /// After a label such as 相关阅读.
    static let nearLabel = 1...6
    /// The date, source and people follow the title.
    static let nearTitle = 6
    /// The number of lines on either side that count as a line's surroundings.
    static let surroundings = 3
    /// Certainly before the text: a lead and its facts.
    static let shortlyBefore = 4
    static let shortlyBehind = 2
    static let longBehind = 8
    /// Lines of names and dates after the text.
    static let closing = 6
    /// Few pages have more lines of date, author and source than this before their text.
    static let facts = 12
    /// Facts, buttons and a picture with its caption may be between the lead and the text.
    static let textBehindLead = 36
    /// A lead may be above the line of date and source, and these may be above the title.
    static let beyondFacts = 4
    /// The numbers of a series are not further apart.
    static let series = 64
  }
}
