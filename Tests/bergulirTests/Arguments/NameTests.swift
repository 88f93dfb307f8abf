import FundAPI
import RevolvingFund
import Testing

@testable import bergulir

@Test(arguments: ["malabutor", "upks/malabutor"])
func `a UPK goes by its code or its name`(text: String) {
  #expect(UPKArgument(argument: text)?.name.description == "upks/malabutor")
}

@Test(arguments: ["malabutor/3", "upks/malabutor/loans/3"])
func `a loan goes by UPK and number or by its name`(text: String) {
  #expect(LoanArgument(argument: text)?.name.description == "upks/malabutor/loans/3")
}

@Test(arguments: ["malabutor/1/3", "upks/malabutor/ksms/1/members/3"])
func `a member goes by UPK, group and number or by name`(text: String) {
  #expect(
    MemberArgument(argument: text)?.name.description == "upks/malabutor/ksms/1/members/3")
}

@Test(arguments: ["12", "persons/12"])
func `a person goes by number or by name`(text: String) {
  #expect(PersonArgument(argument: text)?.name.description == "persons/12")
}

@Test(arguments: ["malabutor/3", "upks/malabutor/policies/3"])
func `a version of a policy goes by UPK and number or by its name`(text: String) {
  #expect(PolicyArgument(argument: text)?.name.description == "upks/malabutor/policies/3")
}

@Test func `the name of another kind of thing is not taken`() {
  #expect(LoanArgument(argument: "upks/malabutor/ksms/3") == nil)
  #expect(KSMArgument(argument: "upks/malabutor/loans/3") == nil)
  #expect(ApplicationArgument(argument: "upks/malabutor/loans/3") == nil)
  #expect(UPKArgument(argument: "upks/malabutor/loans/3") == nil)
  #expect(PersonArgument(argument: "tokens/3") == nil)
  #expect(TokenArgument(argument: "persons/3") == nil)
  #expect(AssignmentArgument(argument: "persons/3") == nil)
  #expect(MemberArgument(argument: "malabutor/1") == nil)
}

@Test(arguments: ["", "malabutor/0", "malabutor/-1", "malabutor/01", "malabutor/x", "/1", "a/1/"])
func `a number is 1 or more, without zeros in front`(text: String) {
  #expect(LoanArgument(argument: text) == nil)
}

@Test(arguments: ["province", "regions/92.71", "upks/malabutor"])
func `a scope is a province, a region or a UPK`(text: String) {
  #expect(ScopeArgument(argument: text)?.name.description == text)
}
