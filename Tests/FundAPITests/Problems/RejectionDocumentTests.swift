import Foundation
import FundAPI
import GRPCCore
import RevolvingFund
import Testing

/// A section of `docs/rejections.md`: its heading, and its lines without empty ones.
private struct Section: Hashable {
  let heading: Substring
  let lines: [Substring]
}

/// The sections below a heading of the second level, in order.
private func sections(of part: String, in text: String) throws -> [Section] {
  let parts = text.components(separatedBy: "\n## ")
  let found = try #require(parts.first { $0.hasPrefix("\(part)\n") })
  return found.components(separatedBy: "\n### ").dropFirst().map { section in
    let lines = section.split(separator: "\n")
    return Section(heading: lines.first ?? "", lines: Array(lines.dropFirst()))
  }.map { Section(heading: Substring($0.heading), lines: $0.lines) }
}

private func document() throws -> String {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../docs/rejections.md").standardized
  return try String(contentsOf: file, encoding: .utf8)
}

private let statusNames: [RPCError.Code: String] = [
  .invalidArgument: "INVALID_ARGUMENT", .notFound: "NOT_FOUND",
  .alreadyExists: "ALREADY_EXISTS", .failedPrecondition: "FAILED_PRECONDITION",
  .unauthenticated: "UNAUTHENTICATED", .permissionDenied: "PERMISSION_DENIED",
  .resourceExhausted: "RESOURCE_EXHAUSTED", .unavailable: "UNAVAILABLE",
  .deadlineExceeded: "DEADLINE_EXCEEDED", .dataLoss: "DATA_LOSS", .internalError: "INTERNAL",
]

/// What a section must say of a problem, below its meaning.
private func lines(for problem: Problem) throws -> [String] {
  let violation = problem.first
  let facts = violation.facts.map { "`\($0.name)` \($0.value)" }.joined(separator: ", ")
  return [
    "- Status: `\(try #require(statusNames[problem.status]))`",
    "- Facts: \(facts.isEmpty ? "none" : facts)",
    "- English: \(violation.message.english) *\(violation.remedy.english)*",
    "- Indonesian: \(violation.message.indonesian) *\(violation.remedy.indonesian)*",
  ]
}

private func compare(_ part: String, codes: [String], samples: [Problem]) throws {
  let found = try sections(of: part, in: document())
  #expect(found.map { String($0.heading) } == codes.map { "`\($0)`" })
  for (section, problem) in zip(found, samples) {
    let meaning = section.lines.prefix { !$0.hasPrefix("- ") }
    #expect(!meaning.isEmpty, "\(section.heading) has no meaning")
    #expect(
      section.lines.dropFirst(meaning.count).map(String.init) == (try lines(for: problem)),
      "\(section.heading)")
  }
}

@Test func `the document has every rejection in order, with its status, facts and sentences`()
  throws
{
  try compare(
    "Rejections", codes: RejectionCode.allCases.map(\.rawValue),
    samples: rejectionSamples.map { Problem(Refusal($0)) })
}

@Test func `the document has every fault in order, with its status, facts and sentences`() throws {
  try compare(
    "Faults", codes: FaultCode.allCases.map(\.rawValue), samples: faultSamples.map { Problem($0) })
}
