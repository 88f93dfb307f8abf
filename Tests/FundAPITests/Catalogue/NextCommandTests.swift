import FundAPI
import RevolvingFund
import Testing

@Test func `every state of an application that is not over has a next command`() {
  let over: Set<ApplicationState> = [.rejected, .disbursed, .cancelled, .expired]
  for state in ApplicationState.allCases {
    let next = state.nextCommand(on: "malabutor/1")
    #expect((next == nil) == over.contains(state), "\(state)")
    #expect(next?.contains("malabutor/1") ?? true)
  }
  #expect(
    ApplicationState.notRecommended.nextCommand(on: "a/1") == "bergulir reject a/1 --note REASON")
}
