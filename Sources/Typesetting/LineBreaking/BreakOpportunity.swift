/// Whether a line may end between two scalars, weakest first.
enum BreakOpportunity: UInt8, Comparable {
  case prohibited
  /// Prohibited by the level, but better than cutting a word: after a solidus.
  case escape
  /// Undesirable: between a number and its unit.
  case soft
  case allowed
  case mandatory

  @inline(__always) static func < (first: Self, second: Self) -> Bool {
    first.rawValue < second.rawValue
  }
}

/// How UAX #14 is tailored.
struct Tailoring: Equatable {
  let rawValue: UInt8

  /// UAX #14 without tailoring.
  static var unicode: Self { Self(rawValue: 0) }
  static var none: Self { Self(rawValue: 1) }
  static var basic: Self { Self(rawValue: 2) }
  static var gb: Self { Self(rawValue: 3) }
  static var strict: Self { Self(rawValue: 4) }

  @inline(__always) init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  init(_ level: ProhibitionLevel) {
    switch level {
    case .none: self = .none
    case .basic: self = .basic
    case .gb: self = .gb
    case .strict: self = .strict
    }
  }

  @inline(__always) static func >= (first: Self, second: Self) -> Bool {
    first.rawValue >= second.rawValue
  }
}
