import FundStore
import FundTesting
import Libpq
import RevolvingFund
import Testing

/// The rejections that a write is refused with; none, and a failed test, where it is not refused.
func rejections(_ body: () async throws -> Void) async throws -> [Rejection] {
  do {
    try await body()
  } catch let refusal as Refusal {
    return refusal.rejections
  }
  Issue.record("nothing was refused")
  return []
}

extension FundFixture {
  /// The one number that a statement gives.
  func count(_ from: String) async throws -> Int64 {
    try await superuser { connection in
      try connection.script(
        "create temporary view counted as select count(*) as number from \(from)")
      return try connection.run(counted)[0].int8(0)
    }
  }

  /// Every table of the schema with a digest of all its rows, as text.
  func contents() async throws -> [String: String] {
    try await superuser { connection in
      var contents: [String: String] = [:]
      for row in try connection.run(tables) {
        let table = try row.text(0)
        try connection.script(
          """
          create or replace temporary view digested as
          select coalesce(md5(string_agg(t::text, ';' order by t::text)), '') as digest
          from fund.\(table) as t
          """)
        contents[table] = try connection.run(digested)[0].text(0)
      }
      return contents
    }
  }
}
