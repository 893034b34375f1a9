/// The numbers that decide about lines, each once. `LineLimits` has those of the vocabulary, the weights of rules are in
/// `RuleWeights`, and the limits of a search are where the search is.
///
/// Where it is not said otherwise, a number was chosen by hand and kept because others near it measured no better on
/// labelled pages (`Scripts/fit-rule-weights` judges on sites that it did not see).
enum Thresholds {
  /// Lengths of lines, in bytes of text without blanks and marks: a Han character has three, a Latin letter one.
  enum Length {
    /// Three characters: a word such as 首页, 更多.
    static let word: Int32 = 10
    /// Eight: a label, a person with a title.
    static let label: Int32 = 24
    /// Sixteen: a headline's half, a button with what it does.
    static let phrase: Int32 = 48
    /// Thirty: a headline, a short sentence.
    static let headline: Int32 = 96
    /// Four lines on a screen.
    static let paragraph: Int32 = 360
    static let longParagraph: Int32 = 700
    /// Sums of text count so much of a line at most: a paragraph of 4,000 bytes is text for the same reasons.
    static let mostCounted: Int32 = 400
    /// Six characters with a full stop say something.
    static let sentence: Int32 = 18
    /// Fifteen characters with marks between them are running text.
    static let prose: Int32 = 45
    /// Twenty with blanks between them are as well.
    static let unmarked: Int32 = 60
    /// Running text of one long clause, as headlines never are.
    static let longClause: Int32 = 240
    /// Links as long as this lead to articles.
    static let linkedHeadline: Int32 = 15
    /// Shorter lines repeat by chance.
    static let repeated: Int32 = 6
    /// A label no longer counts when more running text than this is behind it.
    static let endOfLabelled: Int32 = 180
    /// The longest line that dates a page, the longest one that names its people, and the longest whose words are looked up.
    static let dated: Int32 = 120
    static let naming: Int32 = 240
    static let worded: Int32 = 300
  }

  /// Parts of a line's or an element's text that lie in links.
  enum LinkShare {
    /// A dump with fewer links than this has no lists of other articles.
    static let few = 0.1
    static let some = 0.25
    static let several = 0.4
    static let most = 0.6
    static let all = 0.9
  }

  /// Parts of a page's running text.
  enum ProseShare {
    static let little = 0.1
    static let third = 0.3
    static let most = 0.6
    /// Of a page, or of the running text that elements of one path have.
    static let nearlyAll = 0.8
    /// But for what stands apart by itself, such as a lead.
    static let all = 0.9
    /// What lies around a line: three lines before and behind.
    static let littleAround = 0.05
    static let someAround = 0.2
    /// A page has less when most of it is lists.
    static let ofPoorPage = 0.4
  }

  /// Scores: a hundred more make text e times as likely.
  enum Score {
    /// Certain text, and certain boilerplate.
    static let text = 100
    static let boilerplate = -100
    /// Beyond these a line cannot become more certain.
    static let surelyText = 250
    static let surelyBoilerplate = -250
    /// How much of a line's score counts where many are added.
    static let most = 300
    /// A sentence is judged by structure alone: its words were not looked up.
    static let mostAgainstSentence = -150
    /// Below this even a plain dump loses a line.
    static let mostAgainstPlainDump = -300
    /// What it costs to begin or end a stretch of text: between lines of one parent, and between others.
    static let changeWithin = 30
    static let changeBetween = 10
  }

  /// Distances between lines.
  enum Distance {
    /// Behind a label such as 相关阅读.
    static let nearLabel = 1...6
    /// Behind the title are day, source and people.
    static let nearTitle = 6
    /// Lines on either side that make a line's company.
    static let company = 3
    /// Before the text for certain: a lead and its facts.
    static let shortlyBefore = 4
    static let shortlyBehind = 2
    static let longBehind = 8
    /// Lines of names and days behind the text.
    static let closing = 6
    /// Few pages have more lines of date, author and source than this before their text.
    static let facts = 12
    /// Between the title and the text behind its lead are facts, buttons, a picture with its caption.
    static let textBehindLead = 24
    /// A lead may be above the line of date and source, and these may be above the title.
    static let beyondFacts = 4
  }
}
