/// How much one dump may cost: all limits of the parser in one place.
///
/// Past a limit the article ends, with a diagnostic of kind `limit`. All limits are counts, so that the same bytes give
/// the same article on every machine; since no pass costs more than the length of what it reads, bounded counts bound
/// time and memory. They are meant for a peak of 64 MB and six times the file in every format
/// (`Tests/EndToEnd/hostile_shapes.py` measures it), and are far above what pages contain: the 1,335 dumps that the
/// project is measured on have a node for every 30 bytes and a block for every 180.
public struct ParsingLimits: Sendable, Hashable {
  /// A count that grows with the dump, up to a bound.
  public struct Allowance: Sendable, Hashable {
    /// The count that a dump of any size may have.
    public var base: Int
    /// The number of bytes of the dump that allow one more.
    public var bytesPerUnit: Int
    /// The count that no dump may exceed.
    public var most: Int

    /// Creates an allowance of `base` and one more for every `bytesPerUnit` bytes (at least 1), at most `most`.
    public init(base: Int, bytesPerUnit: Int, most: Int) {
      self.base = base
      self.bytesPerUnit = bytesPerUnit
      self.most = most
    }

    /// How many a dump of this size may have.
    public func count(forSizeInBytes size: Int) -> Int { min(most, base + size / bytesPerUnit) }
  }

  /// Bytes of a dump that are read; the rest is skipped.
  public var dumpSizeInBytes = 16 << 20
  /// Elements and texts of the page's tree: a node takes 28 bytes, and up to 180 with everything that the cleaner
  /// records about it.
  public var nodes = Allowance(base: 163_840, bytesPerUnit: 48, most: 524_288)
  /// Paragraphs, headings, list items, pictures and other blocks.
  public var blocks = Allowance(base: 32_768, bytesPerUnit: 32, most: 262_144)
  /// Cells of all tables together, including the empty ones that fill up rows.
  public var cells = Allowance(base: 65_536, bytesPerUnit: 32, most: 393_216)
  /// Bytes of text and addresses in the blocks that a dump of any size may have: with entities, list numbers and
  /// resolved addresses there can be more of them than in the file.
  public var outputInBytes = 1 << 20
  /// How many more bytes it may have for each of its own; see ``spanSizeInBytes``.
  public var outputPerByte = 2

  /// A table is filled up to a rectangle only if that makes at most this many cells for each of its own; otherwise its
  /// rows stay ragged and spans count as one. Thus the odd short row is filled up, but n rows under a row of n cells
  /// are not.
  public var cellsPerGivenCell = 4
  /// The most bytes of an address with which relative ones are completed.
  public var baseAddressSizeInBytes = 1_024
  /// Inline styles that may be open together; further ones are ignored. Every paragraph inside inherits each of them.
  public var openStyles = 32
  /// How many bytes of output a styled span counts for, besides its address: the size of its storage.
  public var spanSizeInBytes = 40

  /// A caption of several pictures is repeated for each of them up to this many bytes in all, and then kept with the
  /// first picture only.
  public var repeatedCaptionsInBytes = 1 << 16

  /// Glosses recorded for one article; a book has several hundred.
  public var glosses = 16_384

  /// Creates the standard limits, which can then be changed one by one.
  public init() {}

  /// Bytes of text and addresses that a dump of this size may produce.
  public func outputInBytes(forSizeInBytes size: Int) -> Int { outputInBytes + outputPerByte * size }

  /// The limits of the program, and the default for a parser.
  public static let standard = ParsingLimits()
}

/// A limit that a dump has reached, with the words for it.
enum ExceededLimit: Sendable, Hashable {
  case nodes(Int)
  case blocks(Int)
  case cells(Int)
  case output(Int)

  func diagnostic(line: Int) -> Diagnostic {
    let what =
      switch self {
      case .nodes(let count): "more than \(count) elements and texts"
      case .blocks(let count): "more than \(count) blocks"
      case .cells(let count): "more than \(count) table cells"
      case .output(let count): "more than \(count) bytes of text"
      }
    return Diagnostic(kind: "limit", line: line, message: "\(what): the article ends here")
  }
}

/// The remainder of a dump's limits while its blocks are built.
struct ParsingBudget: Sendable {
  let limits: ParsingLimits
  private let sizeInBytes: Int
  private var blocks: Int
  private var cells: Int
  private var output: Int
  /// The first limit that was reached, at which the article ends.
  private(set) var exceeded: ExceededLimit?

  init(_ limits: ParsingLimits = .standard, dumpSizeInBytes: Int) {
    self.limits = limits
    sizeInBytes = dumpSizeInBytes
    blocks = limits.blocks.count(forSizeInBytes: dumpSizeInBytes)
    cells = limits.cells.count(forSizeInBytes: dumpSizeInBytes)
    output = limits.outputInBytes(forSizeInBytes: dumpSizeInBytes)
  }

  @inline(__always)
  mutating func spendBlock(countingAs count: Int = 1) {
    blocks &-= count
    if blocks < 0 { exceed(.blocks(limits.blocks.count(forSizeInBytes: sizeInBytes))) }
  }

  mutating func spendCell() {
    cells &-= 1
    if cells < 0 { exceed(.cells(limits.cells.count(forSizeInBytes: sizeInBytes))) }
  }

  /// Takes the cells that fill up a table, if that many are left.
  mutating func spendFilling(_ count: Int) -> Bool {
    guard count <= cells else { return false }
    cells -= count
    return true
  }

  mutating func spend(outputInBytes count: Int) {
    output &-= count
    if output < 0 { exceed(.output(limits.outputInBytes(forSizeInBytes: sizeInBytes))) }
  }

  /// A paragraph's text, its spans and their addresses.
  @inline(__always)
  mutating func spend(_ text: StyledText) {
    var count = text.text.utf8.count
    for span in text.spans {
      count &+= limits.spanSizeInBytes
      switch span.style {
      case .link(let url): count &+= url.utf8.count
      case .ruby(let annotation): count &+= annotation.utf8.count
      default: break
      }
    }
    spend(outputInBytes: count)
  }

  private mutating func exceed(_ limit: ExceededLimit) {
    if exceeded == nil { exceeded = limit }
  }
}
