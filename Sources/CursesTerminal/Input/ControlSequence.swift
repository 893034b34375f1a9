/// A control sequence: `ESC [`, an optional private marker, numbers, intermediate bytes, a final byte (ECMA-48, 5.4).
struct ControlSequence {
  /// `<`, `=`, `>` or `?` before the parameters.
  var marker: UInt8?
  /// The numbers between semicolons; a missing one counts as 0. Sub-parameters after a colon are dropped.
  var parameters: [Int]
  /// A byte between the parameters and the final one.
  var intermediate: UInt8?
  var final: UInt8
  /// The number of bytes from the escape to the final byte.
  var length: Int

  /// Reads a sequence that starts with an escape; `nil` while its end has not arrived.
  ///
  /// A byte that cannot be part of a sequence ends it, as in a terminal: the byte is left over, and the final byte is
  /// 0.
  init?(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex + 2
    marker = nil
    parameters = []
    var number = 0
    var hasNumber = false
    var isSubparameter = false
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39:
        if !isSubparameter { number = min(number * 10 + Int(byte - 0x30), 99_999_999) }
        hasNumber = true
      case UInt8(ascii: ";"):
        parameters.append(number)
        number = 0
        hasNumber = true
        isSubparameter = false
      case UInt8(ascii: ":"):
        isSubparameter = true
      case 0x3C...0x3F:
        marker = byte
      case 0x20...0x2F:
        intermediate = byte
      case 0x40...0x7E:
        if hasNumber { parameters.append(number) }
        final = byte
        length = index + 1 - bytes.startIndex
        return
      default:
        final = 0
        length = index - bytes.startIndex
        return
      }
      index += 1
    }
    return nil
  }
}
