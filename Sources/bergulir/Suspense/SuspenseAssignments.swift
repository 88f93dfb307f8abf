import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct SuspenseAssign: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Give a group what was received without a name.",
    discussion: """
      Example:
        bergulir suspense assign malabutor/1 --amount 25.000 \\
          --reason 'Transfer receipt of 3 May'
      """)

  @Argument(help: "The group: malabutor/1 or upks/malabutor/ksms/1.", transform: KSMArgument.read)
  var ksm: KSMArgument
  @Option(
    parsing: .unconditional, help: "Whole rupiah: 25000 or 25.000.", transform: Money.read)
  var amount: Money
  @Option(help: "Why it is the group's.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.suspense.assignSuspense(
      .with {
        $0.write = write.wire
        $0.name = ksm.name.description
        $0.amount = amount.rupiah.amount
        $0.reason = reason
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "assignment": .filled(response.assignment),
        "amount": .amount(amount.rupiah.amount), "balance": .amount(response.balance),
        "unnamed": .amount(response.unnamed),
      ])
  }
}

struct SuspenseUnassign: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "unassign", abstract: "Take back an assignment: the money is unnamed again.",
    discussion: """
      Example:
        bergulir suspense unassign malabutor/2 \\
          --reason 'The transfer was of KSM Mawar'
      """)

  @Argument(
    help: "The assignment: malabutor/2 or upks/malabutor/suspense-assignments/2.",
    transform: SuspenseAssignmentArgument.read)
  var assignment: SuspenseAssignmentArgument
  @Option(help: "Why it is not the group's.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.suspense.unassignSuspense(
      .with {
        $0.write = write.wire
        $0.parent = ResourceName.upk(assignment.upk).description
        $0.number = assignment.number
        $0.reason = reason
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      ["balance": .amount(response.balance), "unnamed": .amount(response.unnamed)])
  }
}

struct SuspenseAssignments: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "assignments", abstract: "List what was given to groups of what had no name.",
    discussion: "Example:\n  bergulir suspense assignments --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (found, next) = try await page.gather { page in
      let response = try await session.suspense.listSuspenseAssignments(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.assignments, response.nextPageToken)
    }
    return .listing(
      Listing(
        found.map { Record($0) }, shape: Record(Bergulir_V1_SuspenseAssignment()),
        nextPageToken: next))
  }
}

extension Record {
  /// What a group was given, or no longer has.
  init(_ found: Bergulir_V1_SuspenseAssignment) {
    self.init([
      "name": .filled(found.name), "ksm": .filled(found.ksm),
      "amount": .amount(found.amount), "on": .filled(found.on), "by": .filled(found.by),
      "reason": .filled(found.reason),
      "takes_back": found.takesBack == 0 ? .absent : .count(found.takesBack),
    ])
  }
}
