import Foundation
import FundTesting
import Testing

@Suite struct SchemaFileTests {
  /// `schema/current.sql` is for people: the whole schema in one place, as the migrations leave it.
  ///
  /// Write it anew with `BERGULIR_WRITE_SCHEMA=1 swift test --filter SchemaFileTests`.
  @Test(.onOneServer("the file is of one server's schema"))
  func `the file of the whole schema is what the migrations make`() async throws {
    let dump = try await FundFixture.withStore { try await SchemaDump(of: $0) }
    let header = "-- The schema after all migrations, by pg_dump"
    let path = "schema/current.sql"
    if ProcessInfo.processInfo.environment["BERGULIR_WRITE_SCHEMA"] == "1" {
      try "\(header) \(dump.majorVersion).\n\(dump.text)".write(
        to: Repository.root.appending(path: path), atomically: true, encoding: .utf8)
    }
    let file = try Repository.text(path)
    guard file.hasPrefix("\(header) \(dump.majorVersion).\n") else {
      try Test.cancel(
        "\(path) was not written by pg_dump \(dump.majorVersion), which words it otherwise")
    }
    #expect(
      file == "\(header) \(dump.majorVersion).\n\(dump.text)",
      "write it anew: BERGULIR_WRITE_SCHEMA=1 swift test --filter SchemaFileTests")
  }
}
