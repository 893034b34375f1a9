/// The blocks of a document while they are being read.
struct BlockNode {
  enum Kind: UInt8 {
    case document, quote, list, item, footnoteDefinition, definitionList, definitionTerm, definition, directive
    case admonition
    case paragraph, heading, codeBlock, mathBlock, htmlBlock, thematicBreak, table, omitted
  }

  var kind: Kind
  /// From 1.
  var line: Int32
  var endLine: Int32 = 0
  var parent: Int32
  var firstChild: Int32 = -1
  var lastChild: Int32 = -1
  var next: Int32 = -1
  var previous: Int32 = -1
  /// A leaf's content in the buffer.
  var contentStart: Int32 = 0
  var contentEnd: Int32 = 0
  /// Where the last line of a paragraph begins, since it may become a table's head.
  var lastLineStart: Int32 = 0
  /// A code block's info string, a footnote's label, an alert's word.
  var infoStart: Int32 = 0
  var infoEnd: Int32 = 0
  var list = ListMarker()
  /// A heading's level, an HTML block's kind (1 to 7), a fence's or directive's length.
  var level: Int32 = 0
  /// A fence's or admonition's character; 0 for indented code.
  var fence: UInt8 = 0
  /// A fence's indentation in columns.
  var fenceOffset: UInt8 = 0
  /// Whether a fenced block or a directive has its closing line, or a table lacks a delimiter row.
  var isClosed = false
  /// The ending of the code block or directive that a template tag opened: its index in `BlockParser.terminators`, or
  /// -1. A node is plain data, so reading one involves no reference counting.
  var terminator: Int32 = -1
  /// The number of a table's columns; their alignments are in `BlockParser.alignments`.
  var columnCount: Int32 = 0
  var alignmentStart: Int32 = 0

  init(kind: Kind, line: Int32, parent: Int32) {
    self.kind = kind
    self.line = line
    self.parent = parent
  }

  var content: Range<Int> { Int(contentStart)..<Int(contentEnd) }
  var info: Range<Int> { Int(infoStart)..<Int(infoEnd) }
  var acceptsLines: Bool { kind == .codeBlock || kind == .htmlBlock || kind == .mathBlock || kind == .omitted }
  var isContainer: Bool { kind.rawValue <= Kind.admonition.rawValue }
}

/// The beginning of a list item.
struct ListMarker {
  var isOrdered = false
  /// `-`, `+`, `*`, `.` or `)`.
  var mark: UInt8 = 0
  var start: Int32 = 0
  /// The column of the marker in its container, and the distance from there to the text.
  var offset = 0
  var padding = 0
  var isTight = true

  func isLike(_ other: ListMarker) -> Bool { isOrdered == other.isOrdered && mark == other.mark }
}

/// The ending of a block that a template tag opened.
enum Terminator: Equatable {
  case tag(String)
  case colons
  /// The end of the line that ends at an offset of the source.
  case offset(Int)
}
