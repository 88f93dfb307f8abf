import Foundation
import Testing

@testable import FrameTransport

@Suite(.serialized, .timeLimit(.minutes(1)))
struct DifferenceTests {
  @Test(arguments: Difference.allCases, ConformingTransport.allCases)
  func `a transport differs as docs/wire.md says`(
    difference: Difference, transport: ConformingTransport
  ) async throws {
    let table = try WireDocument.table(under: "## Where transports differ")
    let row = try #require(table.first { $0["what"] == difference.rawValue })
    let observed = try await difference.observed(on: transport)
    // A cell may leave it open: "UNKNOWN or CANCELLED".
    let expected = row[transport.column]?.components(separatedBy: " or ") ?? []
    #expect(expected.contains(observed))
  }

  @Test func `docs/wire.md lists the differences that are tested, and no other`() throws {
    let table = try WireDocument.table(under: "## Where transports differ")
    #expect(table.map { $0["what"] } == Difference.allCases.map(\.rawValue))
    for row in table {
      #expect(Set(row.values).count > 2, "\(row) is no difference")
    }
  }
}

extension ConformingTransport {
  /// The heading of its column in the table of differences.
  fileprivate var column: String {
    switch self {
    case .inProcess: "in-process"
    case .http2: "HTTP/2"
    case .frameWire, .frameWireTLS: "the frame wire"
    }
  }
}
