import BooksVerification
import FundAPI
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import Logging
import RevolvingFund
import Testing

@testable import FundServer

private func names(_ methods: some Sequence<MethodDescriptor>) -> [String] {
  methods.map(\.fullyQualifiedMethod).sorted()
}

@Test func `every call has a row, and every row a call`() async throws {
  try await FundFixture.withStore { fixture in
    var router = RPCRouter<InProcessTransport.Server>()
    let fund = FundServices(
      store: fixture.store,
      verification: VerificationSessions(connectionString: fixture.connectionString),
      clock: Clock { fixture.today }, version: "", conformance: .served,
      heads: .unsigned(over: fixture.store, logger: .init(label: "server")),
      logger: .init(label: "server"))
    for service in fund.services { service.registerMethods(with: &router) }
    #expect(names(PermissionTable.rows.keys) == names(router.methods))
    #expect(names(PermissionTable.rows.keys) == names(PublishedServices.all))
  }
}

@Test func `every permission has a name of its own`() {
  let names = PermissionTable.rows.values.map(\.name)
  #expect(Set(names).count == names.count)
}

@Test func `only calls that need no role have a row without one`() {
  for permission in PermissionTable.rows.values {
    let needsNone = permission.reach == .open || permission.reach == .anyone
    #expect(permission.roles.isEmpty == needsNone, "\(permission.name)")
  }
}

/// What rules.md 4.7 says somebody may not do.
@Test(arguments: [
  (Role.administrator, ["repayment.record", "disbursement.post", "journal.post", "approval.sign"]),
  (.administrator, ["capital.receive", "policy.set", "application.submit", "inspection.record"]),
  (.cashier, ["approval.sign", "journal.post", "capital.receive"]),
  (.bookkeeper, ["repayment.record", "disbursement.post", "approval.sign"]),
  (.loanOfficer, ["approval.sign", "disbursement.post"]),
  (.manager, ["inspection.record", "disbursement.post", "repayment.record", "journal.post"]),
  (.bkmCoordinator, ["repayment.record", "disbursement.post", "journal.post"]),
  (.centralConsultant, ["member.list", "person.show", "person.list"]),
  (.provinceConsultant, ["repayment.record", "journal.post", "token.issue"]),
])
func `a role does not get what the programme keeps from it`(role: Role, forbidden: [String]) {
  for name in forbidden {
    let row = PermissionTable.rows.values.first { $0.name == name }
    #expect(row.map { !$0.roles.contains(role) } == true, "\(name)")
  }
}

@Test(arguments: [
  Role.supervisor, .facilitator, .volunteer, .cityCoordinator, .centralConsultant,
  .wardOffice, .signatory,
])
func `who only looks on writes nothing in a UPK`(role: Role) {
  let writes = [
    "register", "add", "end", "submit", "record", "sign", "post", "set", "receive",
  ]
  // Their own work: what supervisors look at, who came to a meeting, what people tell them.
  let own: Set = [
    "supervision.record", "complaint.record", "meeting.record",
  ]
  for permission in PermissionTable.rows.values
  where permission.reach == .upk && !own.contains(permission.name) {
    let isWrite = writes.contains { permission.name.hasSuffix(".\($0)") }
    #expect(!(isWrite && permission.roles.contains(role)), "\(permission.name)")
  }
}
