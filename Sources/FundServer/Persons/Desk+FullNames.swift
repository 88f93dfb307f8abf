internal import FundStore
internal import RevolvingFund

extension Desk {
  /// The names of some persons; only for calls that a UPK's own people may make.
  ///
  /// - Throws: `StoreError`.
  func fullNames(of persons: some Sequence<PersonID>) async throws -> [PersonID: String] {
    let asked = Set(persons)
    guard !asked.isEmpty else { return [:] }
    return try await store.persons(asked.sorted()).reduce(into: [:]) { $0[$1.0.id] = $1.1.name }
  }
}
