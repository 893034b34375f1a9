/// A key press as the terminal delivers it.
///
/// Control characters arrive as their letter with `.control` (Ctrl-A is `Key("a", .control)`), except those that have
/// a key of their own: tab, enter, escape, backspace.
public struct Key: Sendable, Hashable {
  public enum Code: Sendable, Hashable {
    /// One grapheme cluster, as typed or composed by an input method.
    case character(String)
    case up, down, left, right, pageUp, pageDown, home, end
    case insert, delete, backspace, enter, tab, escape
    /// F1 is 1.
    case function(Int)
  }

  public struct Modifiers: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let control = Modifiers(rawValue: 1 << 0)
    public static let alt = Modifiers(rawValue: 1 << 1)
    /// Only where shift makes no other character: shift-tab, shift-up.
    public static let shift = Modifiers(rawValue: 1 << 2)
  }

  public var code: Code
  public var modifiers: Modifiers

  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  public init(_ character: String, _ modifiers: Modifiers = []) {
    self.init(.character(character), modifiers)
  }
}

/// What the mouse did, at a place in the frame.
public struct MouseEvent: Sendable, Hashable {
  public enum Action: Sendable, Hashable {
    case click, doubleClick, wheelUp, wheelDown
  }
  public var action: Action
  public var position: Position

  public init(_ action: Action, at position: Position) {
    self.action = action
    self.position = position
  }
}
