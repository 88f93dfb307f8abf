import FundAPI
import GRPCCore
import GRPCProtobuf
import RevolvingFund
import Testing

private func details(of problem: Problem) throws -> [ErrorDetails] {
  try RPCError(problem).unpackGoogleRPCStatus()?.details ?? []
}

@Test(arguments: problemSamples)
func `a problem comes back from the wire as itself`(problem: Problem) throws {
  let error = RPCError(problem)
  #expect(error.code == problem.status)
  #expect(error.message == problem.first.message.english)
  #expect(Problem(error) == problem)
}

@Test func `every broken rule comes back, in order, and the first names the problem`() throws {
  // Not all of them: an error's metadata is limited, as the next test says.
  let found = rejectionSamples.drop { $0.code != .suspenseExceeded }.prefix(20)
  let refusal = Refusal(try #require(found.first), Array(found.dropFirst()))
  let problem = Problem(refusal)
  #expect(problem.violations.map(\.reason) == refusal.rejections.map(\.code.rawValue))
  #expect(problem.status == refusal.first.status)
  #expect(Problem(RPCError(problem)) == problem)
  let listed = try details(of: problem).compactMap(\.preconditionFailure)
  #expect(listed.flatMap(\.violations).map(\.type) == problem.violations.map(\.reason))
}

@Test(arguments: problemSamples)
func `clients that know the standard details alone find reason, facts and Indonesian`(
  problem: Problem
) throws {
  let details = try details(of: problem)
  let info = try #require(details.compactMap(\.errorInfo).first)
  #expect(info.reason == problem.first.reason)
  #expect(info.domain == "bergulir.v1")
  for fact in problem.first.facts { #expect(info.metadata[fact.name] == fact.value) }
  let message = try #require(details.compactMap(\.localizedMessage).first)
  #expect(message.locale == "id-ID")
  #expect(message.message == problem.first.message.indonesian)
}

@Test func `a problem too long for an error's metadata keeps its beginning and counts the rest`()
  throws
{
  let refusal = Refusal(
    rejectionSamples[42], (1...1000).map { .accountControlled(line: $0, .loans) })
  let error = RPCError(Problem(refusal))
  let bytes = error.metadata[binaryValues: "grpc-status-details-bin"].reduce(0) { $0 + $1.count }
  #expect((4 * 1024...14 * 1024).contains(bytes))
  let received = try #require(Problem(error))
  #expect(
    received.violations == Array(Problem(refusal).violations.prefix(received.violations.count)))
  #expect(received.violations.count > 10)
  #expect(received.omitted == 1001 - received.violations.count)
}

@Test func `an overloaded server says when to try again`() throws {
  let wait = try details(of: Problem(.overloaded(retryAfterMilliseconds: 250)))
    .compactMap(\.retryInfo)
  #expect(wait.map(\.delay) == [.milliseconds(250)])
}

@Test(arguments: [
  RPCError(code: .unavailable, message: "no route"),
  RPCError(
    code: .internalError, message: "noise",
    metadata: ["grpc-status-details-bin": .binary([0xFF, 1, 2])]),
  RPCError(
    GoogleRPCStatus(
      code: .notFound, message: "another's",
      details: .errorInfo(reason: "NOT_FOUND", domain: "example.org"))),
  RPCError(
    GoogleRPCStatus(
      code: .notFound, message: "no detail of ours",
      details: .errorInfo(reason: "NOT_FOUND", domain: "bergulir.v1"))),
])
func `an error of somebody else carries no problem of ours`(error: RPCError) {
  #expect(Problem(error) == nil)
}

@Test func `a fact is found by its name`() {
  let violation = Problem(Refusal(.ksmTooSmall(members: 4, required: 5))).first
  #expect(violation[fact: "members"] == "4")
  #expect(violation[fact: "women"] == nil)
}
