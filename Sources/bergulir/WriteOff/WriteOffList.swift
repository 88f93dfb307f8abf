import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct WriteOffList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the loans written off and what is claimed on them.",
    discussion: "Example:\n  bergulir write-off list --upk malabutor --open --as-of 2018-12-31")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Flag(help: "Leave out those of which nothing is claimed on the day.") var open = false
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (writeOffs, next) = try await page.gather { page in
      let response = try await session.writeOffs.listWriteOffs(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.openOnly = open
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.writeOffs, response.nextPageToken)
    }
    return .listing(
      Listing(
        writeOffs.map { Record($0) }, shape: Record(Bergulir_V1_WriteOff()), nextPageToken: next))
  }
}

extension Record {
  /// A loan written off as it is shown.
  init(_ writeOff: Bergulir_V1_WriteOff) {
    self.init(
      [
        "loan": .filled(writeOff.loan), "ksm": .filled(writeOff.ksm), "on": .filled(writeOff.on),
        "principal": .amount(writeOff.principal), "recovered": .amount(writeOff.recovered),
        "claim_principal": .amount(writeOff.claimPrincipal),
        "claim_service_charge": .amount(writeOff.claimServiceCharge),
        "state": .code(writeOff.state, LoanState.self),
      ],
      details: [
        "service_charge": .amount(writeOff.serviceCharge),
        "from_reserve": .amount(writeOff.fromReserve), "cost": .amount(writeOff.cost),
        "minutes": .filled(writeOff.minutes), "report": .filled(writeOff.report),
        "proposed_by": .filled(writeOff.proposedBy), "decided_by": .filled(writeOff.decidedBy),
        "waived_on": .filled(writeOff.waivedOn), "waived": .amount(writeOff.waived),
        "waiver_minutes": .filled(writeOff.waiverMinutes),
        "waiver_reason": .filled(writeOff.waiverReason),
        "savings_kept": .filled(writeOff.savingsKept),
        "recoveries": .records(writeOff.recoveries.map { Record($0) }),
      ])
  }

  /// Money that came in on a claim.
  init(_ recovery: Bergulir_V1_ClaimRecovery) {
    self.init([
      "received_on": .filled(recovery.receivedOn), "receipt": .filled(recovery.receipt),
      "principal": .amount(recovery.principal),
      "service_charge": .amount(recovery.serviceCharge),
      "reversed_on": .filled(recovery.reversedOn),
      "reversal_reason": .filled(recovery.reversalReason),
    ])
  }
}
