internal import Libpq
public import RevolvingFund

extension FundStore {
  /// What the open loans of UPK come to at the end of a day, of one state of the database.
  ///
  /// - Throws: `StoreError`.
  public func portfolios(
    of upks: [UPKID], asOf day: Day
  ) async throws -> [UPKID: PortfolioSums] {
    let together = onOneNode(upks, of: \.self)
    return try await read { session in
      try together.reduce(into: [:]) { sums, upks in
        let rows = try session.rows([PortfolioStatements.sums(of: upks, asOf: day)])[0]
        sums.merge(try session.portfolios(rows, asOf: day)) { $1 }
      }
    }
  }
}

extension ReadSession {
  /// Completes rows of `portfolio.sums` by the loans that only the rules can judge.
  func portfolios(_ rows: Rows, asOf day: Day) throws -> [UPKID: PortfolioSums] {
    var sums: [UPKID: PortfolioSums] = [:]
    var apart: [LoanID] = []
    for row in rows {
      let upk = try row.upkID(0)
      sums[upk] = try PortfolioSums(row)
      apart += try row.int8s(6).map { LoanID(upk, $0) }
    }
    guard !apart.isEmpty else { return sums }
    let histories = try LoanStatements.histories(
      try self.rows(LoanStatements.loadingHistories(apart)))
    for (upk, loans) in Dictionary(grouping: histories, by: \.loan.id.upk) {
      sums[upk, default: .nothing] += Portfolio(loans.positions(asOf: day)).sums
    }
    return sums
  }
}
