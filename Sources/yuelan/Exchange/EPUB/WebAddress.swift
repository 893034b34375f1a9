import ArticleDump

/// A web URL in ASCII, fit for an `href`.
struct WebAddress: Hashable {
  /// The host is in its ASCII form; everything that RFC 3986 does not allow in a URL is percent-encoded.
  var text: String

  /// - Returns: `nil` for other schemes, and for invalid host names.
  init?(_ url: String) {
    guard url.isWebAddress, let colon = url.firstIndex(of: ":") else { return nil }
    let start = url.index(colon, offsetBy: 3)
    let end = url[start...].firstIndex { "/?#".contains($0) } ?? url.endIndex
    let authority = url[start..<end]
    let hostStart = authority.lastIndex(of: "@").map { url.index(after: $0) } ?? start
    guard let host = Self.asciiHost(url[hostStart..<end]) else { return nil }
    text = url[..<start] + Self.encoded(url[start..<hostStart]) + host + Self.encoded(url[end...])
  }

  /// A host and its port in a valid form: letters, digits, `-` and `_` in labels (RFC 1123, 2.1), an address in
  /// brackets, labels in other scripts by their ASCII form (RFC 5890, 2.3.2.1).
  private static func asciiHost(_ text: Substring) -> String? {
    if text.first == "[" {
      let isAddress = text.allSatisfy { $0.isASCII && ($0.isHexDigit || "[]:.".contains($0)) }
      return isAddress && text.contains("]") ? String(text) : nil
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let port = parts.count > 1 ? parts[1] : ""
    guard port.allSatisfy({ ("0"..."9").contains($0) }), port.count <= 5 else { return nil }
    var labels: [String] = []
    // A final dot is the root.
    for label in (parts[0].last == "." ? parts[0].dropLast() : parts[0]).split(
      separator: ".", omittingEmptySubsequences: false)
    {
      // Longer labels are not allowed anyway, and computing their ASCII form takes long.
      guard label.utf8.count <= 252, label.unicodeScalars.allSatisfy(isNamePart) else { return nil }
      let ascii = label.utf8.allSatisfy { $0 < 0x80 } ? String(label) : "xn--" + punycode(label.lowercased())
      guard (1...63).contains(ascii.utf8.count) else { return nil }
      labels.append(ascii)
    }
    guard !labels.isEmpty else { return nil }
    return labels.joined(separator: ".") + (port.isEmpty ? "" : ":" + port)
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("0"..."9").contains(scalar) || "-_".contains(Character(scalar)) || scalar.properties.isAlphabetic
    }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .decimalNumber:
      true
    default: false
    }
  }

  private static func encoded(_ text: Substring) -> String {
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    let utf8 = Array(text.utf8)
    var bytes: [UInt8] = []
    var hasFragment = false
    for (index, byte) in utf8.enumerated() {
      let isHexPair = index + 2 < utf8.count && utf8[index + 1].isHexDigit && utf8[index + 2].isHexDigit
      let stands =
        switch byte {
        case UInt8(ascii: "%"): isHexPair
        // A second # is not a delimiter.
        case UInt8(ascii: "#"): !hasFragment
        default: allowed.contains(byte)
        }
      if byte == UInt8(ascii: "#") { hasFragment = true }
      if stands {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The ASCII form of a label, without `xn--`.
  ///
  /// Source: RFC 3492, sections 5 and 6.3.
  static func punycode(_ label: String) -> String {
    let scalars = label.unicodeScalars.map { Int($0.value) }
    var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
    let basicCount = output.count
    var handled = basicCount
    if basicCount > 0 { output.append(UInt8(ascii: "-")) }
    var (threshold, delta, bias) = (0x80, 0, 72)
    while handled < scalars.count, let next = scalars.filter({ $0 >= threshold }).min() {
      delta += (next - threshold) * (handled + 1)
      threshold = next
      for scalar in scalars {
        if scalar < threshold { delta += 1 }
        guard scalar == threshold else { continue }
        var (rest, k) = (delta, 36)
        while true {
          let limit = min(26, max(1, k - bias))
          if rest < limit { break }
          output.append(punycodeDigit(limit + (rest - limit) % (36 - limit)))
          rest = (rest - limit) / (36 - limit)
          k += 36
        }
        output.append(punycodeDigit(rest))
        bias = punycodeBias(delta: delta, count: handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      threshold += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func punycodeDigit(_ digit: Int) -> UInt8 {
    UInt8(digit < 26 ? digit + 0x61 : digit - 26 + 0x30)
  }

  private static func punycodeBias(delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var k = 0
    while delta > 455 {
      delta /= 35
      k += 36
    }
    return k + 36 * delta / (delta + 38)
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let letters = UInt8(ascii: "a")...UInt8(ascii: "f")
    return digits.contains(self) || letters.contains(self | 0x20)
  }
}
