import ArticleDump
import GRDB

/// The archives opened together.
public struct LibraryPaths: Sendable {
}
