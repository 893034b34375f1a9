/// A key press as the terminal delivers it.
///
/// Control characters arrive as their letter with `.control` (Ctrl-A is `Key("a", .control)`), except those that have
/// a key of their own: tab, enter, escape, backspace.
public struct Key: Sendable, Hashable {
  /// Which key, modifiers apart.
  public enum Code: Sendable, Hashable {
    /// One grapheme cluster, as typed or composed by an input method.
    case character(String)
    /// The keys of the cursor.
    case up, down, left, right, pageUp, pageDown, home, end
    /// The keys of the editor; those of the keypad are the same.
    case insert, delete, backspace, enter, tab, escape
    /// F1 is 1.
    case function(Int)
  }

  /// Keys that were held down, as far as terminals tell.
  public struct Modifiers: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Ctrl.
    public static let control = Modifiers(rawValue: 1 << 0)
    /// Alt, or Escape right before the key.
    public static let alt = Modifiers(rawValue: 1 << 1)
    /// Only where shift makes no other character: shift-tab, shift-up.
    public static let shift = Modifiers(rawValue: 1 << 2)
  }

  /// Which key.
  public var code: Code
  /// What was held down with it.
  public var modifiers: Modifiers

  /// A key press.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// The press of a character's key; one grapheme cluster.
  public init(_ character: String, _ modifiers: Modifiers = []) {
    self.init(.character(character), modifiers)
  }
}

/// What the mouse did, at a place in the frame.
public struct MouseEvent: Sendable, Hashable {
  /// What the button or wheel did.
  public enum Action: Sendable, Hashable {
    /// The left button once or twice, or a notch of the wheel.
    case click, doubleClick, wheelUp, wheelDown
  }
  /// What happened.
  public var action: Action
  /// The cell under the pointer.
  public var position: Position

  /// An action of the mouse at a cell.
  public init(_ action: Action, at position: Position) {
    self.action = action
    self.position = position
  }
}
