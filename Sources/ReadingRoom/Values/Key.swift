/// A key press as the terminal delivers it.
///
/// Control characters arrive as their letter with `.control` (Ctrl-A is `Key("a", .control)`), except those with a key
/// of their own: tab, enter, escape, backspace.
public struct Key: Sendable, Hashable {
  /// The key, without modifiers.
  public enum Code: Sendable, Hashable {
    /// One grapheme cluster, as typed or composed by an input method.
    case character(String)
    /// Cursor keys.
    case up, down, left, right, pageUp, pageDown, home, end
    /// Editing keys, including those of the keypad.
    case insert, delete, backspace, enter, tab, escape
    /// F1 is 1.
    case function(Int)
  }

  /// The modifier keys that were held down, as far as terminals report them.
  public struct Modifiers: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Ctrl.
    public static let control = Modifiers(rawValue: 1 << 0)
    /// Alt, or Escape right before the key.
    public static let alt = Modifiers(rawValue: 1 << 1)
    /// Only where shift does not produce another character: shift-tab, shift-up.
    public static let shift = Modifiers(rawValue: 1 << 2)
  }

  /// Which key.
  public var code: Code
  /// The modifiers held down with it.
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

/// A mouse action, at a place in the frame.
public struct MouseEvent: Sendable, Hashable {
  /// The action of the button or wheel.
  public enum Action: Sendable, Hashable {
    /// A single or double click of the left button, or a notch of the wheel.
    case click, doubleClick, wheelUp, wheelDown
  }
  /// What happened.
  public var action: Action
  /// The cell under the pointer.
  public var position: Position

  /// A mouse action at a cell.
  public init(_ action: Action, at position: Position) {
    self.action = action
    self.position = position
  }
}
