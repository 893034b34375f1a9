import Testing

@testable import ArticleDump
