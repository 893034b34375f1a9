import Testing

@testable import ReadingRoom
