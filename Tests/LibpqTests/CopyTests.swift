import FundTesting
import Libpq
import Testing

private let table = """
  create table copied (number bigint primary key, name text, day date, flag boolean,
    moment timestamptz, id uuid, bytes bytea, document jsonb, numbers bigint[], words text[],
    small integer[])
  """

private let all = Statement(
  "copied.all",
  """
  select number, name, day, flag, moment, id, bytes, document, numbers, words, small::bigint[]
  from copied order by number
  """)

@Suite struct CopyTests {
  @Test func `copied rows are those that were given, nulls and lists among them`() async throws {
    try await withTable { pool in
      try await pool.run { connection in
        try connection.copy(
          into: "copied",
          [
            CopyColumn("number", .int8s([1, 2])), CopyColumn("name", .texts(["satu", nil])),
            CopyColumn("day", .dates([10, nil])), CopyColumn("flag", .bools([true, nil])),
            CopyColumn("moment", .timestamps([5, nil])),
            CopyColumn("id", .uuids([UUIDBytes(hi: 1, lo: 2), nil])),
            CopyColumn("bytes", .byteas([[0, 255], nil])),
            CopyColumn("document", .jsonbs(["{\"a\": 1}", nil])),
            CopyColumn(
              "numbers", .texts(["{1,-2}", nil]),
              form: .list(of: .int8, separator: UInt8(ascii: ","))),
            CopyColumn(
              "words", .texts(["a b", ""]),
              form: .list(of: .text, separator: UInt8(ascii: " "))),
            CopyColumn(
              "small", .texts(["3", "{}"]),
              form: .list(of: .int4, separator: UInt8(ascii: ","))),
          ])
      }
      let rows = try await pool.run { try $0.run(all) }
      #expect(rows.count == 2)
      #expect(try rows[0].int8(0) == 1)
      #expect(try rows[0].text(1) == "satu")
      #expect(try rows[0].date(2) == 10)
      #expect(try rows[0].bool(3))
      #expect(try rows[0].timestamp(4) == 5)
      #expect(try rows[0].uuid(5) == UUIDBytes(hi: 1, lo: 2))
      #expect(try rows[0].bytea(6) == [0, 255])
      #expect(try rows[0].jsonb(7) == "{\"a\": 1}")
      #expect(try rows[0].int8s(8) == [1, -2])
      #expect(try rows[0].texts(9) == ["a", "b"])
      #expect(try rows[0].int8s(10) == [3])
      for column in 1...8 { #expect(try rows[1].isNull(column)) }
      #expect(try rows[1].texts(9) == [])
      #expect(try rows[1].int8s(10) == [])
    }
  }

  @Test func `more than the socket holds is copied too, and no row as well`() async throws {
    try await withTable { pool in
      let count: Int64 = 200_000
      try await pool.run { connection in
        try connection.copy(into: "copied", [CopyColumn("number", .int8s([]))])
        try connection.copy(into: "copied", numbered(1...count))
      }
      #expect(try await pool.copied() == count)
    }
  }

  @Test func `a row that is refused undoes the copy, and the session goes on`() async throws {
    try await withTable { pool in
      let numbers = Array(1...Int64(100_000)) + [1]
      let error = await #expect(throws: PostgresError.self) {
        try await pool.run { connection in
          try connection.transaction { connection in
            try connection.copy(into: "copied", numbered(1_000_000...1_000_001))
            try connection.copy(into: "copied", [CopyColumn("number", .int8s(numbers))])
          }
        }
      }
      guard case .server(let refused) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(refused.sqlState == .uniqueViolation)
      #expect(refused.statement == "copy copied")
      let left = try await pool.copied()
      #expect(left == 0)
      try await pool.run { try $0.copy(into: "copied", numbered(1...3)) }
      #expect(try await pool.copied() == 3)
    }
  }

  @Test(arguments: [
    ("nothing", [CopyColumn("number", .int8s([1]))], "42P01"),
    ("copied", [CopyColumn("nothing", .int8s([1]))], "42703"),
    ("copied", [CopyColumn("number", .int4s([1]))], "08P01"),
  ])
  func `what the table has not is the server's to refuse`(
    target: String, columns: [CopyColumn], code: String
  ) async throws {
    try await withTable { pool in
      let error = await #expect(throws: PostgresError.self) {
        try await pool.run { try $0.copy(into: target, columns) }
      }
      guard case .server(let refused) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(refused.sqlState.code == code)
      let left = try await pool.copied()
      #expect(left == 0)
    }
  }

  @Test(arguments: [
    [CopyColumn("number", .int8s([1])), CopyColumn("name", .texts(["a", "b"]))],
    [CopyColumn("number", .int8(1))],
    [CopyColumn("numbers", .texts(["{x}"]), form: .list(of: .int8, separator: 44))],
  ])
  func `columns that do not fit together are not sent`(columns: [CopyColumn]) async throws {
    try await withTable { pool in
      let error = await #expect(throws: PostgresError.self) {
        try await pool.run { try $0.copy(into: "copied", columns) }
      }
      guard case .misuse(let statement, _) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(statement == "copy copied")
      let left = try await pool.copied()
      #expect(left == 0)
    }
  }

  @Test func `a copy in the middle of a pipeline is refused`() async throws {
    try await withTable { pool in
      await #expect(throws: PostgresError.self) {
        try await pool.run { connection in
          _ = try connection.pipeline([Request(all)], end: .flush)
          try connection.copy(into: "copied", numbered(1...1))
        }
      }
      let left = try await pool.copied()
      #expect(left == 0)
    }
  }

  /// With few rows the server has all of them and is asked to stop; with many it has not, and only
  /// the end of the connection stops it.
  @Test(arguments: [10, 300_000])
  func `a copy that is cancelled copies nothing, and the next call finds a session`(
    count: Int64
  ) async throws {
    try await withItems { writer, reader in
      let held = Handover()
      let holder = Task {
        try await reader.run { connection in
          try connection.transaction { connection in
            try connection.script("insert into item values (1)")
            held.give()
            held.awaitAnswer()
            throw Undone()
          }
        }
      }
      await held.taken()
      let before = try await writer.backend()
      let copy = Task {
        try await writer.run {
          try $0.copy(into: "item", [CopyColumn("id", .int8s(Array(1...count)))])
        }
      }
      try await reader.awaitBusy(before)
      copy.cancel()
      await #expect(throws: CancellationError.self) { try await copy.value }
      held.answer()
      await #expect(throws: Undone.self) { try await holder.value }
      #expect(try await writer.itemCount() == 0)
      #expect(try await reader.openTransactions() == 0)
    }
  }

  private struct Undone: Error {}

  private func withTable(_ body: (WorkerPool) async throws -> Void) async throws {
    try await withPool { pool in
      try await pool.run { try $0.script(table) }
      try await body(pool)
    }
  }
}

private func numbered(_ numbers: ClosedRange<Int64>) -> [CopyColumn] {
  [CopyColumn("number", .int8s(Array(numbers)))]
}

extension WorkerPool {
  fileprivate func copied() async throws -> Int64 {
    try await run {
      try $0.run(Statement("copied.count", "select count(*) from copied"))[0].int8(0)
    }
  }
}
