import Testing

/// Asks until the answer is yes; a minute is more than it may take.
public func eventually(_ isTrue: () async throws -> Bool) async throws {
  let end = ContinuousClock.now + .seconds(60)
  while try await !isTrue() {
    try #require(ContinuousClock.now < end, "it never came about")
    await Task.yield()
  }
}
