/// A dictionary that is to be asked.
public struct LookupRequest: Sendable, Hashable {
  /// Comes back in the answer; an answer to any but the last number is dropped.
  public var number: Int
  /// What to run.
  public var call: ProgramCall

  /// A request of that number.
  public init(number: Int, call: ProgramCall) {
    self.number = number
    self.call = call
  }
}

/// A sentence that is to be spoken.
public struct Utterance: Sendable, Hashable {
  /// Comes back in the answer; an answer to any but the last number is dropped.
  public var number: Int
  /// What to run. It ends when the sentence was spoken.
  public var call: ProgramCall

  /// A request of that number.
  public init(number: Int, call: ProgramCall) {
    self.number = number
    self.call = call
  }
}
