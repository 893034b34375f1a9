"""A strict reader of what a program sends to a terminal: text, or one of the expected control sequences.

It shares no code with the program: the grammar is that of ECMA-48, and the functions are those that ncurses uses for
the terminals of the xterm, screen, tmux, linux and vt100 families.
"""

import base64
import binascii
import re
import unicodedata

CSI = re.compile(rb"\x1b\[([0-?]*)([ -/]*)([@-~])")
CHARSET = re.compile(rb"\x1b[()][0AB]")
SIMPLE = re.compile(rb"\x1b[=>78MDEHc]")
# OSC 52, plain and in the forms that tmux and screen pass through.
CLIPBOARD = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
TMUX = re.compile(rb"\x1bPtmux;\x1b\x1b\]52;c;([A-Za-z0-9+/=]*)\x07\x1b\\")
SCREEN = re.compile(rb"(?:\x1bP(?:\x1b\]52;c;)?[A-Za-z0-9+/=]*\x07?\x1b\\)+")

# Questions: private modes 2026 and 2027, the terminal's name and its own colours.
QUESTION = re.compile(rb"\x1b\[\?202[67]\$p|\x1b\[>0q|\x1b\]1[01];\?\x1b\\")
# A link, and its end; a window's title.
LINK = re.compile(rb"\x1b\]8;(?:id=[0-9a-z]+;https?://[!-~]*|;)\x1b\\")
TITLE = re.compile(rb"\x1b\]2;([^\x00-\x1f\x7f]*)\x1b\\")

# Final bytes of the control sequences for painting, questions and mode switching.
FINALS = set(b"ABCDGHJKLMPSTXZ@bdfghlmnrtc`aeu")
PRIVATE_MODES = {1, 3, 4, 5, 7, 12, 25, 45, 47, 69, 1000, 1002, 1003, 1004, 1006, 1034, 1047, 1048, 1049, 2004, 2026, 2027}

BIDI = set(range(0x202A, 0x202F)) | set(range(0x2066, 0x206A)) | {0x061C}
SEPARATORS = {0x2028, 0x2029}
TAGS = set(range(0xE0000, 0xE0080))


class Violation(Exception):
    pass


def visible_text(data, allows_clipboard=False):
    """The text in `data`, without control sequences. Raises Violation at the first byte that is not allowed."""
    text = bytearray()
    index = 0
    while index < len(data):
        byte = data[index]
        if byte == 0x1B:
            match = QUESTION.match(data, index) or LINK.match(data, index) or TITLE.match(data, index)
            if match:
                if match.re is TITLE:
                    check_characters(match.group(1).decode("utf-8"))
                index = match.end()
                continue
            match = CSI.match(data, index)
            if match:
                _check_csi(match)
                index = match.end()
                continue
            match = CHARSET.match(data, index) or SIMPLE.match(data, index)
            if match:
                index = match.end()
                continue
            match = allows_clipboard and (CLIPBOARD.match(data, index) or TMUX.match(data, index))
            if match:
                _check_clipboard(match.group(1))
                index = match.end()
                continue
            match = allows_clipboard and SCREEN.match(data, index)
            if match:
                whole = match.group()
                for envelope in (b"\x1bP", b"\x1b\\", b"\x1b]52;c;", b"\x07"):
                    whole = whole.replace(envelope, b"")
                _check_clipboard(whole)
                index = match.end()
                continue
            raise Violation(f"unexpected escape at {index}: {data[index:index + 40]!r}")
        if byte in (0x0A, 0x0D, 0x08, 0x09, 0x07, 0x0E, 0x0F):
            index += 1
            continue
        if byte < 0x20 or byte == 0x7F:
            raise Violation(f"control byte {byte:#04x} at {index}: {data[max(0, index - 20):index + 20]!r}")
        text.append(byte)
        index += 1
    try:
        decoded = bytes(text).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Violation(f"not UTF-8: {bytes(text[max(0, error.start - 10):error.start + 10])!r}")
    check_characters(decoded)
    return decoded


def _check_csi(match):
    parameters, intermediates, final = match.groups()
    if final[0] not in FINALS:
        raise Violation(f"unexpected control sequence {match.group()!r}")
    if final in (b"h", b"l") and parameters.startswith(b"?"):
        for mode in parameters[1:].split(b";"):
            if not mode.isdigit() or int(mode) not in PRIVATE_MODES:
                raise Violation(f"unexpected mode {match.group()!r}")
    if final == b"t":
        if not re.fullmatch(rb"2[23];[0-2];[0-2]", parameters):
            raise Violation(f"unexpected window operation {match.group()!r}")


def _check_clipboard(payload):
    try:
        text = base64.b64decode(payload, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        raise Violation(f"clipboard: not the base64 of UTF-8: {payload[:60]!r}")
    for character in text:
        if character != "\n" and (ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0):
            raise Violation(f"clipboard: control {character!r} in {text[:60]!r}")


def check_characters(text, limits_stacks=True):
    """Raises Violation for a character that could reorder, hide or (where `limits_stacks`) pile up text."""
    marks = 0
    selectors = 0
    zero_width = 0
    for index, character in enumerate(text):
        code = ord(character)
        near = text[max(0, index - 10):index + 10]
        if 0x80 <= code < 0xA0:
            raise Violation(f"C1 control U+{code:04X} near {near!r}")
        if code in BIDI or code in SEPARATORS or code in TAGS:
            raise Violation(f"U+{code:04X} near {near!r}")
        if not limits_stacks:
            continue
        if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
            selectors += 1
            if selectors > 2:
                raise Violation(f"a flood of variation selectors near {near!r}")
        elif unicodedata.category(character) in ("Mn", "Me"):
            selectors = 0
            marks += 1
            if marks > 12:
                raise Violation(f"a stack of marks near {near!r}")
        elif code in (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF):
            zero_width += 1
            if zero_width > 4:
                raise Violation(f"zero-width padding near {near!r}")
        else:
            marks = selectors = zero_width = 0
