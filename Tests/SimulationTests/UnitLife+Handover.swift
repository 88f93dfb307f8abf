import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf

// How the money reaches the members, and what they say of it a month later.
extension UnitLife {
  /// Who signs for the bank, by their names on the wire.
  var signatories: [String] {
    [world.manager, world.coordinator, world.boardMember].map { "persons/\($0.value)" }
  }

  /// Whether every member signed; now and then nobody comes, and the pay-out is taken back.
  mutating func handOver(
    _ loan: String, _ shares: [Bergulir_V1_Share], on day: Day
  ) async throws -> Bool {
    let client = Bergulir_V1_DisbursementService.Client(wrapping: office.client)
    guard !random.oneIn(12) else {
      let manager = office.desk(.manager)
      let voided = try await attempt("void") {
        try await client.voidDisbursement(
          .with {
            $0.write = writing(on: day)
            $0.name = loan
            $0.reason = "Tidak ada yang datang"
          }, metadata: manager)
      }
      return voided == nil
    }
    let witness = "persons/\(world.boardMember.value)"
    let cashier = office.desk(.cashier)
    _ = try await attempt("confirm") {
      try await client.confirmReceipts(
        .with {
          $0.write = writing(on: day)
          $0.name = loan
          $0.received = shares
          $0.mark = "signature"
          $0.witness = witness
        }, metadata: cashier)
    }
    return true
  }

  /// Asks the members in the week in which the month is over.
  mutating func visit(_ place: Int, in week: ClosedRange<Day>) async throws {
    guard let loan = groups[place].loan, !loan.isSuccessor, let due = loan.installments.first?.due,
      week.contains(due)
    else { return }
    let client = Bergulir_V1_VisitService.Client(wrapping: office.client)
    let desk = office.desk(.loanOfficer)
    for share in loan.shares {
      let lends = random.oneIn(60)
      let use: VisitUse = lends ? .byAnother : random.oneIn(20) ? .deviated : .asApplied
      let visited = try await attempt("visit") {
        try await client.recordVisit(
          .with {
            $0.write = writing(on: due)
            $0.parent = loan.name
            $0.member = share.member
            $0.received = lends ? 0 : share.amount
            $0.use = use.rawValue
            $0.beneficiaryUnknown = lends
          }, metadata: desk)
      }
      if let visited, visited.blocked > 0 { try await liftBlocks(on: due) }
    }
  }

  /// The board clears the witness, who would see no pay-out otherwise.
  private mutating func liftBlocks(on day: Day) async throws {
    let client = Bergulir_V1_VisitService.Client(wrapping: office.client)
    let desk = office.desk(.coordinator)
    let parent = name
    let standing = try await client.listBlocks(
      .with {
        $0.parent = parent
        $0.standingOnly = true
      }, metadata: desk)
    for block in standing.blocks {
      _ = try await attempt("lift") {
        try await client.liftBlock(
          .with {
            $0.write = writing(on: day)
            $0.name = block.name
            $0.minutes = "BA-\(day)"
          }, metadata: desk)
      }
    }
  }
}
