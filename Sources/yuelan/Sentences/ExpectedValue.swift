/// What the value of an option should have been. The argument parser puts it after its own sentence.
struct ExpectedValue: Error, CustomStringConvertible {
  var sentence: CommandSentence
  var description: String { sentence.text }
}
