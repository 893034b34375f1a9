import ChineseReadings
import Typesetting

/// A setting that can be changed in the room. Its name is its key in `config.toml`.
///
/// One rule applies to all of them: what a person changes in the room is remembered (`Effect.remember`), and nothing
/// else is. At the next start the command line, the environment and `config.toml` take precedence over what is
/// remembered.
public enum RoomSetting: String, Sendable, Hashable, CaseIterable {
  /// The raw value is the key in `config.toml`.
  case language, theme, measure, indent, level, hanging, spacing, justify, vertical, script, reading, facets, pane,
    preview,
    mouse
  /// A blank row between paragraphs.
  case paragraphSpacing = "paragraph-spacing"
  /// Facets beside the hits of a search.
  case searchFacets = "search-facets"
  /// The speed at which sentences are spoken.
  case speechRate = "speech-rate"

  /// The value in the form of an option on the command line.
  public func text(in settings: Settings) -> String {
    switch self {
    case .language: settings.language.rawValue
    case .theme: settings.theme ?? Settings.themeByGround
    case .measure: String(settings.measureInCells)
    case .indent: String(settings.indentInHan)
    case .level: settings.prohibition.rawValue
    case .hanging: settings.hanging.rawValue
    case .spacing: String(settings.spacesHanAndLatin)
    case .justify: String(settings.justifies)
    case .vertical: String(settings.setsVertically)
    case .script: settings.script?.rawValue ?? Settings.scriptAsWritten
    case .reading: settings.reading?.rawValue ?? Settings.noReading
    case .facets: String(settings.showsFacets)
    case .searchFacets: String(settings.showsFacetsInSearch)
    case .pane: String(settings.showsPane)
    case .preview: String(settings.showsPreview)
    case .mouse: String(settings.usesMouse)
    case .speechRate: String(settings.speechRate)
    case .paragraphSpacing: String(settings.spacesParagraphs)
    }
  }
}
