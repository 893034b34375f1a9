/// What each rule weighs: 100 make a line e times as likely to be text.
enum RuleWeights {
  static func first(_ rule: Rule) -> Int { Int(firstTable[Int(rule.rawValue)]) }
  static func second(_ rule: Rule) -> Int { Int(secondTable[Int(rule.rawValue)]) }
}
