/// A dictionary that is to be asked, or a sentence that is to be spoken.
public struct ProgramRequest: Sendable, Hashable {
  /// Comes back in the answer; an answer to any but the last number is dropped.
  public var number: Int
  /// What to run. A speaker ends when the sentence was spoken.
  public var call: ProgramCall

  /// A request of that number.
  public init(number: Int, call: ProgramCall) {
    self.number = number
    self.call = call
  }
}
