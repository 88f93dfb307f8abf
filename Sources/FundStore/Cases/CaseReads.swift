internal import Libpq
public import RevolvingFund

/// An escalation with the UPK that it came from.
public struct Escalation: Hashable, Sendable {
  public let upk: Code
  public let step: CaseStep
}

/// Which escalations a list shows.
public struct EscalationFilter: Hashable, Sendable {
  /// `nil` for the whole province.
  public let area: RegionCode?
  /// `nil` for every office.
  public let action: CaseAction?
  public let isOverdueOnly: Bool

  public init(area: RegionCode?, action: CaseAction?, isOverdueOnly: Bool) {
    self.area = area
    self.action = action
    self.isOverdueOnly = isOverdueOnly
  }
}

extension FundStore {
  /// Escalations that wait for an answer at the end of a day, by UPK and number, behind one of
  /// them.
  ///
  /// - Throws: `StoreError`.
  public func unansweredEscalations(
    _ filter: EscalationFilter, asOf day: Day, after: (upk: Code, number: Int64)?, limit: Int
  ) async throws -> [Escalation] {
    try await read(
      CaseStatements.unanswered,
      [
        .day(day), .bool(filter.isOverdueOnly), .text(filter.area?.description),
        .text(filter.action?.rawValue), .text(after?.upk.description ?? ""),
        .int8(after?.number ?? 0), .int4(Int32(clamping: limit)),
      ]
    ) { rows in
      try rows.map { row in
        // An answer of later is not known on the day.
        let step = try CaseStep(row)
        return Escalation(upk: try row.code(15), step: step.asOf(day) ?? step)
      }
    }
  }
}
