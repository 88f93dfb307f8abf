import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf

extension UnitLife {
  /// Does what the ladder asks for about a loan that is behind, or forgets some of it.
  mutating func followUp(_ place: Int, on day: Day) async throws {
    guard let loan = groups[place].loan, loan.missed(by: day) > 0 else { return }
    let client = Bergulir_V1_CaseService.Client(wrapping: office.client)
    let found = try await client.getCase(
      .with {
        $0.name = loan.name
        $0.asOf = day.description
      }, metadata: office.desk(.manager))
    for text in found.actionsDue where !random.oneIn(5) {
      guard let action = CaseAction(rawValue: text) else { continue }
      if let asked = Escalate.Office(action) {
        try await escalate(loan.name, to: asked, on: day)
      } else {
        try await record(action, of: loan.name, on: day)
      }
    }
  }

  private mutating func record(
    _ action: CaseAction, of loan: String, on day: Day
  ) async throws {
    let isForBoard = action == .boardVisit || action == .boardDecision
    let desk = office.desk(isForBoard ? .coordinator : .loanOfficer)
    let client = Bergulir_V1_CaseService.Client(wrapping: office.client)
    _ = try await attempt("follow up") {
      try await client.recordCaseStep(
        .with {
          $0.write = writing(on: day)
          $0.name = loan
          $0.action = action.rawValue
          $0.note = "Dilakukan"
          $0.evidence = action == .savingsSetOff ? "SPP" : ""
        }, metadata: desk)
    }
  }

  private mutating func escalate(
    _ loan: String, to asked: Escalate.Office, on day: Day
  ) async throws {
    let desk = office.desk(.manager)
    let client = Bergulir_V1_CaseService.Client(wrapping: office.client)
    _ = try await attempt("escalate") {
      try await client.escalate(
        .with {
          $0.write = writing(on: day)
          $0.name = loan
          $0.office = asked.rawValue
          $0.note = "Mohon bantuan"
        }, metadata: desk)
    }
  }
}
