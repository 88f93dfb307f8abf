import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct AuthorityPlan: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Plan a repair of the institution.",
    discussion: """
      Example:
        bergulir authority plan --upk malabutor --repair trainBoard --responsible 4 \\
          --due 2018-06-30 --note "With the facilitator, in March"

      A later plan for the same repair takes its place. Whether it is done shows in the records.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "What has to be repaired.") var repair: Repair
  @Option(help: "Who answers for it: 4 or persons/4.", transform: PersonArgument.read)
  var responsible: PersonArgument
  @Option(help: "The last day on which it is in time.", transform: DayArgument.read)
  var due: DayArgument
  @Option(help: "How it will be done.") var note = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.authority.planRepair(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.repair = repair.rawValue
        $0.responsible = responsible.name.description
        $0.due = due.day.description
        $0.note = note
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      next: "bergulir authority plans --upk \(upk.name.upk?.description ?? "")")
  }
}

struct AuthorityPlans: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "plans", abstract: "List the plans of repairs, and which of them stand.",
    discussion: "Example:\n  bergulir authority plans --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (plans, next) = try await page.gather { page in
      let response = try await session.authority.listRepairs(
        .with {
          $0.parent = upk.name.description
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.repairs, response.nextPageToken)
    }
    return .listing(
      Listing(
        plans.map(Record.init), shape: Record(Bergulir_V1_RecoveryTask()), nextPageToken: next))
  }
}

extension Record {
  /// A plan of a repair as it is shown.
  init(_ plan: Bergulir_V1_RecoveryTask) {
    self.init([
      "name": .filled(plan.name), "repair": .code(plan.repair, Repair.self),
      "responsible": .filled(plan.responsible), "due": .filled(plan.due),
      "planned_on": .filled(plan.plannedOn), "is_standing": .flag(plan.isStanding),
      "note": .filled(plan.note),
    ])
  }
}
