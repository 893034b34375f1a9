"""Numbers as base-92 text, which `Base92` in Sources/Text reads, and Swift literals that contain them."""
BASE = 92
ZERO = ord("#")


def digits(value, count):
    """Low digits first."""
    assert 0 <= value < BASE ** count, value
    return "".join(chr(ZERO + value // BASE ** place % BASE) for place in range(count))


def literal(name, documentation, text):
    lines = [text[start:start + 240].replace("\\", "\\\\") for start in range(0, len(text), 240)]
    body = "".join(f"      {line}\\\n" for line in lines)
    return f"""
  /// {documentation}
  static var {name}: StaticString {{
    \"\"\"
{body}
      \"\"\"
  }}
"""
