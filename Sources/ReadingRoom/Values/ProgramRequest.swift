/// A dictionary to ask, or a sentence to speak.
public struct ProgramRequest: Sendable, Hashable {
  /// Returned in the answer; only an answer with the last number is accepted.
  public var number: Int
  /// The program to run. A speaker ends when the sentence has been spoken.
  public var call: ProgramCall

  /// A request with that number.
  public init(number: Int, call: ProgramCall) {
    self.number = number
    self.call = call
  }
}
