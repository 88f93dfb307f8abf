internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Inspections of a UPK by a day, by number, behind one of them; findings are another list.
  ///
  /// - Throws: `StoreError`.
  public func supervisions(
    _ upk: UPKID, asOf day: Day, after: Int64, limit: Int
  ) async throws -> [Supervision] {
    try await read(
      SupervisionStatements.page,
      [.int8(upk.value), .int8(after), .int4(Int32(clamping: limit)), .day(day)]
    ) { try $0.map { try Supervision($0) } }
  }

  /// Findings of a UPK by a day, by number, behind one of them; or only those without an answer.
  ///
  /// - Throws: `StoreError`.
  public func findings(
    _ upk: UPKID, openOnly: Bool, asOf day: Day, after: Int64, limit: Int
  ) async throws -> [Finding] {
    try await read(
      FindingStatements.page,
      [
        .int8(upk.value), .int8(after), .int4(Int32(clamping: limit)), .day(day),
        .bool(openOnly),
      ]
    ) { try $0.map { try Finding($0) } }
  }

  /// What a UPK published by a day, by number, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func publications(
    _ upk: UPKID, asOf day: Day, after: Int64, limit: Int
  ) async throws -> [Publication] {
    try await read(
      SupervisionStatements.publicationPage,
      [.int8(upk.value), .int8(after), .int4(Int32(clamping: limit)), .day(day)]
    ) { try $0.map { try Publication($0) } }
  }

  /// Balance confirmations of a UPK by a day with their lines, by number, behind one of them; the
  /// findings that they opened are a list of their own.
  ///
  /// - Throws: `StoreError`.
  public func confirmations(
    _ upk: UPKID, asOf day: Day, after: Int64, limit: Int
  ) async throws -> [BalanceConfirmation] {
    try await read { session in
      let rows = try session.rows(
        ConfirmationStatements.page,
        [.int8(upk.value), .int8(after), .int4(Int32(clamping: limit)), .day(day)])
      let heads = try rows.map { try BalanceConfirmation($0, lines: []) }
      guard let first = heads.first, let last = heads.last else { return [] }
      var lines: [Int64: [BalanceConfirmation.Line]] = [:]
      for row in try session.rows(
        ConfirmationStatements.lines,
        [.int8(upk.value), .int8(first.number), .int8(last.number)])
      {
        lines[try row.int8(1), default: []].append(try BalanceConfirmation.Line(row))
      }
      return heads.map {
        BalanceConfirmation(
          upk: upk, number: $0.number, asOf: $0.asOf, on: $0.on, by: $0.by, scope: $0.scope,
          lines: lines[$0.number] ?? [], findings: [])
      }
    }
  }
}
