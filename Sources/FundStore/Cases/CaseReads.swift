internal import Libpq
public import RevolvingFund

/// An escalation with the UPK that it came from.
public struct Escalation: Hashable, Sendable {
  public let upk: Code
  public let step: CaseStep
}

/// Which escalations a list shows.
public struct EscalationFilter: Hashable, Sendable {
  /// Those of the province, of a region or of one UPK.
  public let place: Scope
  /// `nil` for every office.
  public let action: CaseAction?
  public let isOverdueOnly: Bool

  public init(place: Scope, action: CaseAction?, isOverdueOnly: Bool) {
    self.place = place
    self.action = action
    self.isOverdueOnly = isOverdueOnly
  }
}

extension EscalationFilter {
  fileprivate var region: RegionCode? { if case .region(let code) = place { code } else { nil } }
  fileprivate var upk: UPKID? { if case .upk(let id) = place { id } else { nil } }
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
        .day(day), .bool(filter.isOverdueOnly), .text(filter.region?.description),
        .text(filter.action?.rawValue), .text(after?.upk.description ?? ""),
        .int8(after?.number ?? 0), .int4(Int32(clamping: limit)), .int8(filter.upk?.value),
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
