internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Facts as a command would be given them, all of one state of the database, without its locks.
  ///
  /// Nothing is decided by them: between a read and a write anything may change. Periods and
  /// balances are read as of the day; rows that carry days of their own are loaded whole, since the
  /// core reads them as of a day.
  ///
  /// - Throws: `StoreError`.
  public func facts(
    asOf day: Day, _ ask: (inout Keys) -> Void
  ) async throws -> Facts {
    var keys = Keys()
    ask(&keys)
    let wanted = keys
    return try await read { session in
      let load = FactLoad(wanted, asOf: day)
      var facts = Facts()
      try load.take(try session.rows(load.requests), into: &facts)
      return facts
    }
  }
}
