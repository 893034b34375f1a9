import ArticleDump

/// Text from outside, made safe for one line of the screen.
func sanitizedLine(_ text: String) -> String { Sanitizer.sanitized(text) }

/// Text from outside, made safe for a paragraph: line breaks stay.
func sanitizedParagraph(_ text: String) -> String { Sanitizer.sanitized(text, keepsLineBreaks: true) }
