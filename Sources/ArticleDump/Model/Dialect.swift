/// The form of a dump's envelope, the part around the body.
public enum Dialect: String, Sendable, Hashable, CaseIterable {
  /// `<!--epoch-ms-->`, `[title](url)`, `------`, a blank line, HTML.
  case feed
  /// `[title](url)`, `------`, `日期：<RFC 2822 date>`, a blank line, HTML.
  case datedFeed = "dated-feed"
  /// Front matter, then a `feed` dump, a page, Markdown, or plain text.
  case jekyll
  /// `title by author`, `------`, `**YYYY-MM-DD**`, a Markdown body; or Markdown alone.
  case markdown
  /// A bare HTML page.
  case html
  /// A bare text file.
  case text
}
