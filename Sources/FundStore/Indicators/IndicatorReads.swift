internal import Libpq
public import RevolvingFund

extension FundStore {
  /// What a UPK's indicators on a day are reckoned from.
  ///
  /// - Throws: `StoreError`.
  public func indicatorFigures(of upk: UPK, asOf day: Day) async throws -> IndicatorFigures {
    let end = IndicatorSheet.lastMonthEnd(day)
    let days = day == end ? [day] : [day, end]
    let ids = [upk.id]
    return try await read { session in
      let rows = try session.rows(
        ofOne: days.map { PortfolioStatements.sums(of: ids, asOf: $0) } + [
          IndicatorStatements.flows(of: ids, upTo: end),
          Request(PolicyStatements.ofUPK, [.upks(ids)]),
        ] + WriteOffStatements.loading(ofAll: ids))
      let portfolios = try zip(days, rows).map {
        try session.portfolios($1, asOf: $0)[upk.id] ?? .nothing
      }
      let rest = rows.dropFirst(days.count)
      let first = rest.startIndex
      return IndicatorFigures(
        of: upk, asOf: day, portfolio: portfolios[0],
        portfolioOfMonthEnd: portfolios[days.count - 1],
        movements: try IndicatorStatements.movements(rest[first], upTo: end)[upk.id] ?? [],
        writtenOff: try WriteOffStatements.writeOffs(
          rest[first + 2], recoveries: rest[first + 3]
        ).map(\.value),
        policies: try rest[first + 1].map { try LendingPolicy($0) })
    }
  }

  /// The names of places that are regions; of others there are none.
  ///
  /// - Throws: `StoreError`.
  public func names(of places: [RollupPlace]) async throws -> [RollupPlace: String] {
    let regions = places.compactMap { place in
      if case .region(let code) = place { code } else { nil }
    }
    return try await read(RegionStatements.byCode, [.codes(regions)]) { rows in
      try rows.reduce(into: [:]) {
        let region = try Region($1)
        $0[.region(region.code)] = region.name
      }
    }
  }

  /// The five indicators of UPK on a day, of one state of the database.
  ///
  /// Of a closed month it takes what was frozen: CCr and ROI of the last month-end, and on a
  /// month-end all of them.
  ///
  /// - Throws: `StoreError`.
  public func indicators(of upks: [UPK], asOf day: Day) async throws -> [UPKID: [Indicator]] {
    let together = onOneNode(upks, of: \.id)
    return try await read { session in
      try together.reduce(into: [:]) { indicators, upks in
        indicators.merge(try session.indicators(of: upks, asOf: day)) { $1 }
      }
    }
  }
}

extension ReadSession {
  /// The five indicators of UPK whose rows stand on one node.
  fileprivate func indicators(of upks: [UPK], asOf day: Day) throws -> [UPKID: [Indicator]] {
    let end = IndicatorSheet.lastMonthEnd(day)
    let ids = upks.map(\.id)
    let closed = try rows(IndicatorStatements.frozen, [.upks(ids), .day(end.month.first)])
    let frozen = try closed.reduce(into: [UPKID: [Indicator]]()) {
      $0[try $1.upkID(0)] = try [Indicator]($1, from: 1)
    }
    if day == end, frozen.count == upks.count { return frozen }
    let open = upks.filter { frozen[$0.id] == nil }.map(\.id)
    let judged = day == end ? open : ids
    let read = try rows([
      PortfolioStatements.sums(of: judged, asOf: day),
      IndicatorStatements.flows(of: open, upTo: end),
    ])
    let portfolios = try self.portfolios(read[0], asOf: day)
    let movements = try IndicatorStatements.movements(read[1], upTo: end)
    return upks.reduce(into: frozen) { indicators, upk in
      guard let portfolio = portfolios[upk.id] else { return }
      indicators[upk.id] =
        indicators[upk.id].map { $0.with(portfolio) }
        ?? IndicatorSheet(
          asOf: day, portfolio: portfolio,
          trial: TrialBalance(asOf: end, movements: movements[upk.id] ?? []),
          operatingSince: upk.operatingSince
        ).all
    }
  }
}

extension [Indicator] {
  /// The same of income and cost, and those of loans of a portfolio.
  fileprivate func with(_ portfolio: PortfolioSums) -> [Indicator] {
    map { indicator in
      switch indicator.kind {
      case .lar: portfolio.lar
      case .par: portfolio.par
      case .rr: portfolio.rr
      case .ccr, .roi: indicator
      }
    }
  }

  /// Reads frozen indicators: names, numerators, denominators, and both as judged, from a column
  /// on.
  init(_ row: Row, from column: Int) throws {
    let names = try row.texts(column)
    let inputs = zip(try row.int8s(column + 1), try row.int8s(column + 2)).map { Ratio($0, $1) }
    let judged = zip(try row.int8s(column + 3), try row.int8s(column + 4)).map { Ratio($0, $1) }
    self = try names.indices.map { place in
      let kind = try stored(
        IndicatorKind(rawValue: names[place]), "`\(names[place])` is no indicator")
      return Indicator(kind, inputs: inputs[place], judged: judged[place])
    }
  }
}
