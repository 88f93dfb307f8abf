import FundAPI
import RevolvingFund
import Testing

private let malabutor = code("malabutor")

@Test(arguments: [
  ("regions/92.71.03.1004", ResourceName.region(region("92.71.03.1004")), nil),
  ("bkms/mentari", .bkm(code("mentari")), nil),
  ("upks/malabutor", .upk(malabutor), malabutor),
  ("persons/12", .person(PersonID(12)), nil),
  ("assignments/3", .assignment(AssignmentID(3)), nil),
  ("trainings/7", .training(TrainingID(7)), nil),
  ("principals/4", .principal(PrincipalID(4)), nil),
  ("tokens/9", .token(TokenID(9)), nil),
  ("policy-bounds/2", .policyBounds(2), nil),
  ("upks/malabutor/charters/1", .charter(malabutor, 1), malabutor),
  ("upks/malabutor/policies/1", .policy(malabutor, 1), malabutor),
  ("upks/malabutor/ksms/1", .ksm(malabutor, 1), malabutor),
  ("upks/malabutor/ksms/1/members/3", .member(malabutor, ksm: 1, 3), malabutor),
  ("upks/malabutor/applications/9223372036854775807", .application(malabutor, .max), malabutor),
  ("upks/malabutor/loans/7", .loan(malabutor, 7), malabutor),
  ("upks/malabutor/repairs/2", .repair(malabutor, 2), malabutor),
  ("upks/malabutor/case-steps/3", .caseStep(malabutor, 3), malabutor),
  ("upks/malabutor/visits/3", .visit(malabutor, 3), malabutor),
  ("upks/malabutor/blocks/4", .block(malabutor, 4), malabutor),
  ("upks/malabutor/approval-chains/2", .approvalChain(malabutor, 2), malabutor),
  ("upks/malabutor/delegations/2", .delegation(malabutor, 2), malabutor),
  ("upks/malabutor/relationships/2", .relationship(malabutor, 2), malabutor),
  ("upks/malabutor/complaints/2", .complaint(malabutor, 2), malabutor),
  ("upks/malabutor/meetings/2", .meeting(malabutor, 2), malabutor),
  ("upks/malabutor/supervisions/2", .supervision(malabutor, 2), malabutor),
  ("upks/malabutor/findings/2", .finding(malabutor, 2), malabutor),
  ("upks/malabutor/publications/2", .publication(malabutor, 2), malabutor),
  ("upks/malabutor/confirmations/2", .confirmation(malabutor, 2), malabutor),
  ("upks/malabutor/journal", .journal(malabutor), malabutor),
  ("upks/malabutor/cash-counts/3", .cashCount(malabutor, 3), malabutor),
  ("upks/malabutor/reconciliations/4", .reconciliation(malabutor, 4), malabutor),
  ("upks/malabutor/assets/5", .asset(malabutor, 5), malabutor),
  ("upks/malabutor/suspense-assignments/2", .suspenseAssignment(malabutor, 2), malabutor),
  ("upks/malabutor/accounts/51031", .account(malabutor, AccountCode(51031)), malabutor),
])
func `a name is read as it is written`(text: String, name: ResourceName, upk: Code?) {
  #expect(ResourceName(text) == name)
  #expect(name.description == text)
  #expect(name.upk == upk)
}

@Test(arguments: [
  "", "/", "upks", "upks/", "upks/Malabutor", "upks/malabutor/", "/upks/malabutor",
  "upks/malabutor/loans", "upks/malabutor/loans/0", "upks/malabutor/loans/-1",
  "upks/malabutor/loans/+1", "upks/malabutor/loans/01", "upks/malabutor/loans/1/",
  "upks/malabutor/loans/1/members/2", "upks/malabutor/ksms/1/loans/2", "upks/malabutor/ksms/x",
  "upks/malabutor/journal/1", "upks/malabutor/loans/9223372036854775808", "persons/1/2",
  "policy-bounds/0", "upks/malabutor/policy-bounds/1", "charters/1",
  "persons/١", "regions/92.7", "loans/1", "upks/malabutor/ksms/x/members/2",
])
func `anything else is no name`(text: String) {
  #expect(ResourceName(text) == nil)
}

@Test(arguments: [
  Subject.region(region("92")), .bkm(code("mentari")), .upk(UPKID(1), malabutor),
  .person(PersonID(12)), .assignment(AssignmentID(3)), .principal(PrincipalID(4)),
  .token(TokenID(9)), .policyBounds(version: 2), .charter(UPKID(1), version: 1),
  .policy(UPKID(1), version: 2), .ksm(KSMID(UPKID(1), 1)),
  .member(KSMID(UPKID(1), 1), number: 3), .application(ApplicationID(UPKID(1), 5)),
  .loan(LoanID(UPKID(1), 7)), .journal(UPKID(1)), .account(UPKID(1), AccountCode(51031)),
  .cashCount(UPKID(1), number: 3), .reconciliation(UPKID(1), number: 4),
  .asset(UPKID(1), number: 5),
  .training(TrainingID(7)),
  .repair(UPKID(1), number: 2),
  .caseStep(CaseStepID(UPKID(1), 3)), .visit(VisitID(UPKID(1), 3)), .block(BlockID(UPKID(1), 4)),
  .complaint(ComplaintID(UPKID(1), 2)), .meeting(UPKID(1), number: 2),
  .supervision(UPKID(1), number: 2), .finding(FindingID(UPKID(1), 2)),
  .publication(UPKID(1), number: 2), .confirmation(UPKID(1), number: 2),
])
func `a subject's name ends as its path does`(subject: Subject) throws {
  let name = try #require(ResourceName(subject, in: malabutor)).description
  #expect(name == subject.path || name == "upks/malabutor/\(subject.path)")
  #expect(ResourceName(name)?.description == name)
}

@Test func `what belongs to a UPK has no name without it`() {
  #expect(ResourceName(.loan(LoanID(UPKID(1), 7)), in: nil) == nil)
  #expect(ResourceName(.person(PersonID(7)), in: nil) == .person(PersonID(7)))
}

@Test(arguments: [
  ("province", ScopeName.province), ("regions/92.71", .region(region("92.71"))),
  ("upks/malabutor", .upk(malabutor)),
])
func `a scope is read as it is written`(text: String, scope: ScopeName) {
  #expect(ScopeName(text) == scope)
  #expect(scope.description == text)
}

@Test(arguments: ["", "Province", "persons/1", "upks/malabutor/loans/1", "region/92"])
func `anything else is no scope`(text: String) {
  #expect(ScopeName(text) == nil)
}
