/// Finding a small part of something that still fails (Zeller's ddmin).
struct Shrinking {
  /// How often it may still be tried.
  private(set) var tries: Int

  init(tries: Int) {
    self.tries = tries
  }

  /// Of elements that fail together as few as still do; none of these can be left out alone, if
  /// there were tries enough.
  mutating func fewest<Element>(
    of elements: [Element], _ fails: ([Element]) async throws -> Bool
  ) async rethrows -> [Element] {
    var (kept, parts) = (elements, 2)
    while kept.count > 1, tries > 0 {
      var smaller: [Element]?
      for part in 0..<parts where tries > 0 {
        let from = kept.count * part / parts
        let until = kept.count * (part + 1) / parts
        let rest = Array(kept[..<from] + kept[until...])
        tries -= 1
        guard try await fails(rest) else { continue }
        smaller = rest
        break
      }
      if let smaller {
        kept = smaller
        parts = max(2, parts - 1)
      } else if parts < kept.count {
        parts = min(kept.count, parts * 2)
      } else {
        break
      }
      parts = min(parts, max(kept.count, 2))
    }
    return kept
  }
}
