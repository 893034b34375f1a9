/// A mistake in a query, with its place in the text.
public struct QueryError: Error, Sendable, Hashable {
  /// What is wrong; the sentence is made where the reader's language is known.
  public enum Problem: Sendable, Hashable {
    /// More words and fields than a query may have.
    case tooManyTerms(limit: Int)
    /// More characters than a query may have.
    case tooLong(limitInCharacters: Int)
    /// `)` without `(`.
    case unopenedBracket
    /// `(` without `)`.
    case unclosedBracket
    /// The mark that is missing.
    case unclosedQuote(String)
    /// An operator without an operand, or empty brackets.
    case missingWords
    /// `- word`: the sign belongs to the word.
    case blankAfterNegation
    /// Brackets are nested too deeply.
    case nestedTooDeeply
    /// Punctuation alone.
    case nothingToSearch(String)
    /// The most similar field, and all fields that exist.
    case unknownField(String, suggestion: String?)
    /// A field without a value: `from:`.
    case missingValue(field: String)
    /// The value of `date:` has none of its forms, or is a date that does not exist.
    case notADate(String)
    /// The value of `length:` is not a number or a range of numbers.
    case notALength(String)
    /// The values that the field accepts.
    case unknownValue(String, field: String, accepted: [String])
    /// `sort:` under `NOT`, beside `OR` or in brackets.
    case nestedSort
  }
  /// What is wrong.
  public var problem: Problem
  /// The query that was parsed, unchanged.
  public var query: String
  /// UTF-8 offsets into the query.
  public var utf8Range: Range<Int>
  /// The same in characters, as people count them, from 0.
  public var characterRange: Range<Int>
  /// Whether more typing at the end may still make it right: an open quote, a date whose day is missing.
  public var isUnfinished: Bool

  /// - Parameter utf8Range: Within `query`.
  init(_ problem: Problem, utf8Range: Range<Int>, in query: String, isUnfinished: Bool = false) {
    self.problem = problem
    self.query = query
    self.utf8Range = utf8Range
    self.isUnfinished = isUnfinished
    let utf8 = query.utf8
    func count(to offset: Int) -> Int {
      query[..<utf8.index(utf8.startIndex, offsetBy: min(max(0, offset), utf8.count))].count
    }
    let start = count(to: utf8Range.lowerBound)
    characterRange = start..<max(start, count(to: utf8Range.upperBound))
  }
}
