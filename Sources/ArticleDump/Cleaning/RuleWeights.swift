/// The weight of each rule: 100 make a line e times as likely to be text.
enum RuleWeights {
  static func inFirstPass(_ rule: Rule) -> Int { Int(firstTable[Int(rule.rawValue)]) }
  static func inSecondPass(_ rule: Rule) -> Int { Int(secondTable[Int(rule.rawValue)]) }

  /// The sums of the weights of each line's rules.
  ///
  /// - Parameters:
  ///   - rules: The rules of all lines, one line after the other.
  ///   - starts: Where each line's rules begin, and where the last line's end.
  static func sums(of rules: [Rule], _ starts: [Int], weights: [Int16]) -> [Int] {
    guard !starts.isEmpty else { return [] }
    return rules.withUnsafeBufferPointer { rules in
      weights.withUnsafeBufferPointer { weights in
        (0..<starts.count - 1).map { line in
          var sum = 0
          for place in starts[line]..<starts[line + 1] { sum &+= Int(weights[Int(rules[place].rawValue)]) }
          return sum
        }
      }
    }
  }
}
