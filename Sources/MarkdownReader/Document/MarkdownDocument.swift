import Text

/// A document that was read: events in reading order over one buffer of bytes.
///
/// Every container and every styled run begins with an event and ends with one of the same kind; they nest properly.
public struct MarkdownDocument: Sendable {
  /// The document from its beginning to its end.
  public var events: [MarkdownEvent] = []
  /// The text that the events' ranges point into: UTF-8, with escapes and references decoded, without markup.
  public var text: [UInt8] = []
  /// Addresses, by the `value` of link and image events.
  public var links: [MarkdownLink] = []
  /// The names of the footnotes that are referred to, in the order of their numbers.
  public var footnotes: [Range<Int>] = []
  /// Source that is not shown, such as template tags, in the order of its lines.
  public var omissions: [MarkdownOmission] = []

  /// Whether the source has more blocks than a document may have, in which case the rest was not read.
  public var isCut = false

  /// The text of a range of the buffer; ill-formed bytes become U+FFFD.
  public func string(_ range: Range<Int>) -> String {
    text.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }
}

/// A part of the source that the document does not show.
public struct MarkdownOmission: Sendable, Hashable {
  /// The line in the source, from 1.
  public var line: Int
  /// Its source text, or the first bytes of it.
  public var source: String
}

/// The destination of a link or a picture.
public struct MarkdownLink: Sendable {
  /// The address in the document's buffer, with escapes and references decoded.
  public var destination: Range<Int>
  /// The title in the document's buffer; `nil` if none is written.
  public var title: Range<Int>?
}

/// A step through a document.
public struct MarkdownEvent: Sendable {
  /// What an event is about; see the article <doc:MarkdownReader> for what each carries.
  public enum Kind: UInt8, Sendable, Hashable {
    // Containers.
    /// Containers: a quote or alert, a list, its item, a footnote's text, and a list of definitions with its terms.
    case quote, list, item, footnoteDefinition, definitionList, definitionTerm, definition
    /// A table, a row, a cell; the cell contains inlines.
    case table, tableRow, tableCell
    // Leaves with inlines.
    /// Leaves that hold inlines.
    case paragraph, heading
    // Leaves without.
    /// Leaves without inner events; `range` is their content.
    case codeBlock, mathBlock, htmlBlock, thematicBreak
    // Inlines.
    /// Inlines without inner events. A soft break is a line end of the source within a paragraph.
    case text, softBreak, lineBreak, code, math, html, footnoteReference, taskMarker, embed
    /// Inlines with inner events.
    case emphasis, strong, deleted, inserted, mark, superscript, `subscript`, link, image
  }

  /// Whether an event opens something, closes it, or is complete in itself.
  public enum Phase: UInt8, Sendable, Hashable {
    /// A container, a leaf with inlines, or a styled run begins.
    case begin
    /// It ends.
    case end
    /// Something without inner events.
    case whole
  }

  /// What the event is about.
  public var kind: Kind
  /// Whether it opens, closes, or is complete.
  public var phase: Phase
  /// Whether a list is tight, a table's cell is in the head, a task is done, or a formula or an alert is a separate
  /// block.
  public var flag = false
  /// A heading's level, an ordered list's first number (-1 for bullets), a cell's alignment (0 to 3: none, left,
  /// centre, right), the index of a link or a footnote in its table.
  public var value: Int32 = 0
  /// The line in the source, from 1; inlines have the line of their block.
  public var line: Int32 = 0
  /// The bytes of text, code, HTML or a formula; a code block's content.
  public var lower: Int32 = 0
  /// The end of these bytes; equal to `lower` if there are none.
  public var upper: Int32 = 0
  /// A code block's language, an alert's word: a second range.
  public var infoLower: Int32 = 0
  /// The end of the second range.
  public var infoUpper: Int32 = 0

  /// `lower..<upper`, in UTF-8 offsets into the document's ``MarkdownDocument/text``.
  public var range: Range<Int> { Int(lower)..<Int(upper) }
  /// `infoLower..<infoUpper`, in UTF-8 offsets into the document's ``MarkdownDocument/text``.
  public var info: Range<Int> { Int(infoLower)..<Int(infoUpper) }

  init(_ kind: Kind, _ phase: Phase, range: Range<Int> = 0..<0, value: Int32 = 0, line: Int32 = 0) {
    self.kind = kind
    self.phase = phase
    self.value = value
    self.line = line
    lower = Int32(truncatingIfNeeded: range.lowerBound)
    upper = Int32(truncatingIfNeeded: range.upperBound)
  }
}
