import Testing

@testable import ArticleLibrary
