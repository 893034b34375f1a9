import Text

/// The number at the beginning of a line, as headings have it: `5.`, `三、`, `（二）`, `第一`, `④`.
struct Ordinal: Equatable {
  /// How a number is written. Numbers of one series are written in the same way.
  struct Form: Equatable {
    enum Digits: Equatable { case arabic, han, circled }

    var digits: Digits
    /// `（`, `(` or `第` before the number.
    var opening: Unicode.Scalar?
    /// What follows the number; nil after a circled one.
    var closing: Unicode.Scalar?
  }

  var number: Int
  var form: Form

  /// - Parameter line: UTF-8, without blanks at the beginning.
  init?(opening line: UnsafeBufferPointer<UInt8>) {
    // The longest is （二十三）; a string of this size needs no memory.
    let head = String(decoding: line.prefix(15), as: UTF8.self)
    var scalars = head.unicodeScalars.makeIterator()
    var next = scalars.next()
    if let circled = next?.value, 0x2460...0x2473 ~= circled {
      number = Int(circled) - 0x2460 + 1
      form = Form(digits: .circled, opening: nil, closing: nil)
      return
    }
    var opening: Unicode.Scalar?
    if let scalar = next, scalar.isOne(of: "（(第") {
      opening = scalar
      next = scalars.next()
    }
    var digits: [Int] = []
    var isHan = false
    while let scalar = next, digits.count < 4 {
      let digit = scalar.value &- 0x30
      if digit < 10, !isHan {
        digits.append(Int(digit))
      } else if let value = Self.han[scalar], digits.isEmpty || isHan {
        isHan = true
        digits.append(value)
      } else {
        break
      }
      next = scalars.next()
    }
    guard !digits.isEmpty, digits.count < 4, let closing = next,
      opening == "第" || closing.isOne(of: "、.．)）:：，,")
    else { return nil }
    guard let value = isHan ? Self.value(ofHan: digits) : digits.reduce(0, { $0 * 10 + $1 }) else { return nil }
    number = value
    form = Form(digits: isHan ? .han : .arabic, opening: opening, closing: closing)
  }

  private static let han: [Unicode.Scalar: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]

  /// 十二 is 12 and 二十 is 20.
  private static func value(ofHan digits: [Int]) -> Int? {
    guard let ten = digits.firstIndex(of: 10) else { return digits.count == 1 ? digits[0] : nil }
    guard ten <= 1, digits.count - ten <= 2, digits.last != 10 || ten == digits.count - 1 else { return nil }
    return (ten == 0 ? 1 : digits[0]) * 10 + (ten + 1 < digits.count ? digits[ten + 1] : 0)
  }
}
