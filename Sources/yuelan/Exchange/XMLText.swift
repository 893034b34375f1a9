import ArticleDump

/// Text as XML content or as an attribute's value.
///
/// Characters that must not reach a terminal are left out, because people print these files; so are characters that XML
/// 1.0 does not allow (production 2, "Char"), which cannot be escaped.
func xmlEscaped(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in Sanitizer.sanitized(text, keepsLineBreaks: true).unicodeScalars {
    switch scalar.value {
    case 0x26: result += "&amp;"
    case 0x3C: result += "&lt;"
    case 0x3E: result += "&gt;"
    case 0x22: result += "&quot;"
    case 0x09, 0x0A, 0x0D: result += scalar == "\n" ? "\n" : "&#\(scalar.value);"
    case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: break
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
