import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf

/// What is still claimed of a loan written off, by the simulation's own reckoning.
struct OpenClaim {
  let name: String
  var left: Rupiah
}

extension UnitLife {
  /// The board puts off a loan that went bad, or gives up one that is lost; whether it did.
  mutating func treat(_ place: Int, on day: Day) async throws -> Bool {
    guard let loan = groups[place].loan, let unpaid = loan.oldestUnpaid else { return false }
    if unpaid.addingMonths(9) < day, random.oneIn(2) {
      return try await writeOff(place, loan, on: day)
    }
    // Of a few rupiah no schedule can be made, and nobody would ask for one.
    guard loan.installments.total(\.amount) - loan.paid > Rupiah(100_000) else { return false }
    let isHopeful = groups[place].manner != .lost && loan.missed(by: day) >= 3
    guard loan.missed(by: day) > 0, random.oneIn(isHopeful ? 3 : 15) else { return false }
    return try await restructure(place, loan, on: day)
  }

  private mutating func restructure(
    _ place: Int, _ loan: OpenLoan, on day: Day
  ) async throws -> Bool {
    let months = Int32.random(in: 3...12, using: &random)
    let client = Bergulir_V1_RestructuringService.Client(wrapping: office.client)
    let desk = office.desk(.coordinator)
    let answer = try await attempt("restructure") {
      try await client.restructureLoan(
        .with {
          $0.write = writing(on: day)
          $0.name = loan.name
          $0.months = months
          $0.reason = "Pasar sepi"
          $0.evidence = "Kios buka"
          $0.agreement = "SPP"
          $0.minutes = "BA"
          $0.notice = "S"
        }, metadata: desk)
    }
    guard let answer else { return false }
    groups[place].loan = try await openLoan(answer.receipt.name, loan.shares, asOf: day)
    groups[place].loan?.isSuccessor = true
    return true
  }

  private mutating func writeOff(
    _ place: Int, _ loan: OpenLoan, on day: Day
  ) async throws -> Bool {
    if try await useHeld(place, loan, on: day) { return true }
    let manager = "persons/\(world.manager.value)"
    let kept = random.oneIn(4) ? "" : "Tanpa klausul"
    let client = Bergulir_V1_WriteOffService.Client(wrapping: office.client)
    let desk = office.desk(.coordinator)
    let answer = try await attempt("write off") {
      try await client.writeOffLoan(
        .with {
          $0.write = writing(on: day)
          $0.name = loan.name
          $0.proposedBy = manager
          $0.minutes = "BA"
          $0.report = "RWT"
          $0.savingsKept = kept
        }, metadata: desk)
    }
    guard let answer else { return false }
    groups[place].loan = nil
    groups[place].claim = OpenClaim(
      name: loan.name, left: Rupiah(answer.principal + answer.serviceCharge))
    return true
  }

  /// What is held for the group pays first; whether there was any.
  private mutating func useHeld(
    _ place: Int, _ loan: OpenLoan, on day: Day
  ) async throws -> Bool {
    let client = Bergulir_V1_SuspenseService.Client(wrapping: office.client)
    let desk = office.desk(.cashier)
    let parent = name
    let listed = try await client.listSuspense(.with { $0.parent = parent }, metadata: desk)
    let ksm = "\(name)/ksms/\(groups[place].ksm.number)"
    guard let held = listed.suspense.first(where: { $0.ksm == ksm })?.balance else { return false }
    let answer = try await attempt("use what is held") {
      try await client.applySuspense(
        .with {
          $0.write = writing(on: day)
          $0.name = loan.name
          $0.amount = held
        }, metadata: desk)
    }
    guard let paid = answer?.repayment else { return false }
    groups[place].loan =
      paid.state == "active" ? loan.paying(Rupiah(paid.principal + paid.serviceCharge)) : nil
    return true
  }

  /// What becomes of a claim in a week: mostly nothing, sometimes money, at last a waiver.
  mutating func pursue(_ place: Int, on day: Day) async throws {
    guard let claim = groups[place].claim else { return }
    let client = Bergulir_V1_WriteOffService.Client(wrapping: office.client)
    if random.oneIn(6) {
      let amount = Rupiah(.random(in: 1...claim.left.amount, using: &random))
      let desk = office.desk(.cashier)
      let answer = try await attempt("recover") {
        try await client.recoverClaim(
          .with {
            $0.write = writing(on: day)
            $0.name = claim.name
            $0.amount = amount.amount
          }, metadata: desk)
      }
      guard let answer else { return }
      groups[place].claim?.left = Rupiah(answer.claim)
      if answer.claim == 0 { groups[place].claim = nil }
      if random.oneIn(3) { try await giveBack(answer.receiptNumber, claim, place, on: day) }
    } else if random.oneIn(10) {
      let desk = office.desk(.coordinator)
      let answer = try await attempt("waive") {
        try await client.waiveClaim(
          .with {
            $0.write = writing(on: day)
            $0.name = claim.name
            $0.minutes = "BA"
            $0.reason = "Pindah"
          }, metadata: desk)
      }
      if answer != nil { groups[place].claim = nil }
    }
  }

  /// The manager takes back what came in on a claim.
  private mutating func giveBack(
    _ receipt: String, _ claim: OpenClaim, _ place: Int, on day: Day
  ) async throws {
    let client = Bergulir_V1_WriteOffService.Client(wrapping: office.client)
    let desk = office.desk(.manager)
    let parent = name
    let answer = try await attempt("give back") {
      try await client.reverseRecovery(
        .with {
          $0.write = writing(on: day)
          $0.parent = parent
          $0.receipt = receipt
          $0.reason = "Salah catat"
        }, metadata: desk)
    }
    guard let answer else { return }
    groups[place].claim = OpenClaim(name: claim.name, left: Rupiah(answer.claim))
  }
}
