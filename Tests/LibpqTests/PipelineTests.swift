import Libpq
import Testing

private let insert = Statement("item.insert", "insert into item values ($1)")
private let count = Statement("item.count", "select count(*) from item")
private let divide = Statement("item.divide", "select 1 / $1::int4")

@Suite struct PipelineTests {
  @Test func `a pipeline gives the rows of each statement in order`() async throws {
    try await withItems { writer, _ in
      try await writer.run { connection in
        let rows = try connection.pipeline(
          [
            Request(insert, [.int8(1)]), Request(insert, [.int8(2)]), Request(count),
            Request(Statement("item.all", "select id from item order by id")),
          ], end: .sync)
        #expect(rows.map(\.count) == [0, 0, 1, 2])
        #expect(rows.map(\.affected) == [1, 1, 1, 2])
        #expect(try rows[2][0].int8(0) == 2)
        let all = try rows[3].map { try $0.int8(0) }
        #expect(all == [1, 2])
      }
    }
  }

  @Test func `flush then sync is one transaction that others see when it is done`() async throws {
    try await withItems { writer, reader in
      let seen = Handover()
      async let written: Void = writer.run { connection in
        _ = try connection.pipeline([Request(insert, [.int8(1)])], end: .flush)
        seen.give()
        seen.awaitAnswer()
        _ = try connection.pipeline([Request(insert, [.int8(2)])], end: .sync)
      }
      await seen.taken()
      let before = try await reader.itemCount()
      seen.answer()
      try await written
      let after = try await reader.itemCount()
      #expect(before == 0)
      #expect(after == 2)
    }
  }

  @Test func `an error after the flush undoes what was before it`() async throws {
    try await withItems { writer, reader in
      let error = try await writer.run { connection in
        try ServerError.from {
          _ = try connection.pipeline([Request(insert, [.int8(1)])], end: .flush)
          _ = try connection.pipeline(
            [Request(insert, [.int8(2)]), Request(divide, [.int4(0)]), Request(count)], end: .sync)
        }
      }
      #expect(error?.sqlState == .divisionByZero)
      #expect(error?.statement == "item.divide")
      #expect(try await reader.itemCount() == 0)
      #expect(try await writer.itemCount() == 0)
    }
  }

  @Test func `an error before the flush leaves the session clean`() async throws {
    try await withItems { writer, _ in
      try await writer.run { connection in
        let error = try ServerError.from {
          _ = try connection.pipeline(
            [Request(insert, [.int8(1)]), Request(divide, [.int4(0)])], end: .flush)
        }
        #expect(error?.sqlState == .divisionByZero)
        #expect(try connection.run(count)[0].int8(0) == 0)
        #expect(try connection.run(divide, [.int4(1)])[0].int4(0) == 1)
      }
    }
  }

  @Test func `a statement run in an open pipeline joins it`() async throws {
    try await withItems { writer, reader in
      try await writer.run { connection in
        _ = try connection.pipeline([Request(insert, [.int8(1)])], end: .flush)
        _ = try connection.run(insert, [.int8(2)])
        try connection.abandon()
        #expect(try connection.run(count)[0].int8(0) == 0)
        _ = try connection.pipeline([Request(insert, [.int8(3)])], end: .flush)
        _ = try connection.run(insert, [.int8(4)])
        try connection.finish()
      }
      #expect(try await reader.itemCount() == 2)
    }
  }

  @Test func `a pipeline left open is undone and told as a mistake`() async throws {
    try await withItems { (writer, reader) async throws in
      await #expect(throws: PostgresError.self) {
        try await writer.run { connection in
          _ = try connection.pipeline([Request(insert, [.int8(1)])], end: .flush)
        }
      }
      #expect(try await reader.itemCount() == 0)
      #expect(try await writer.itemCount() == 0)
    }
  }

  @Test func `what a closure throws comes through, and its open pipeline is undone`()
    async throws
  {
    struct Refusal: Error {}
    try await withItems { (writer, reader) async throws in
      await #expect(throws: Refusal.self) {
        try await writer.run { connection in
          _ = try connection.pipeline([Request(insert, [.int8(1)])], end: .flush)
          throw Refusal()
        }
      }
      #expect(try await reader.itemCount() == 0)
    }
  }

  @Test func `a commit that fails is an error of the commit`() async throws {
    try await withItems { writer, _ in
      try await writer.run { connection in
        try connection.script(
          """
          create table child (id int8 constraint child_of_item references item
            deferrable initially deferred)
          """)
        let orphan = Statement("child.insert", "insert into child values ($1)")
        let error = try ServerError.from { _ = try connection.run(orphan, [.int8(99)]) }
        #expect(error?.sqlState == .foreignKeyViolation)
        #expect(error?.statement == "commit")
        #expect(error?.constraint == "child_of_item")
        #expect(try connection.run(count)[0].int8(0) == 0)
      }
    }
  }

  @Test func `a pipeline larger than every buffer does not block`() async throws {
    try await withItems { writer, _ in
      let echoed = try await writer.run { connection in
        let echo = Statement("item.echo", "select $1::bytea")
        let bytes = [UInt8](repeating: 7, count: 10_000)
        let requests = [Request](
          repeating: Request(echo, [.bytea(bytes)]), count: 1_000)
        return try connection.pipeline(requests, end: .sync).count { try $0[0].bytea(0) == bytes }
      }
      #expect(echoed == 1_000)
    }
  }

  @Test func `one name for two statements is refused before anything is sent`() async throws {
    try await withItems { writer, _ in
      try await writer.run { connection in
        let impostor = Statement("item.count", "select 5::int8")
        _ = try connection.run(count)
        _ = try connection.run(insert, [.int8(1)])
        #expect(throws: PostgresError.self) {
          try connection.pipeline([Request(insert, [.int8(2)]), Request(impostor)], end: .sync)
        }
        #expect(throws: PostgresError.self) { try connection.run(insert, [.int4(2)]) }
        let unused = Statement("item.unused", "insert into item values ($1)")
        #expect(throws: PostgresError.self) {
          try connection.pipeline(
            [Request(unused, [.int8(2)]), Request(unused, [.text("2")])], end: .sync)
        }
        #expect(try connection.run(count)[0].int8(0) == 1)
      }
    }
  }

  @Test func `an empty pipeline is nothing`() async throws {
    try await withItems { writer, _ in
      try await writer.run { connection throws in
        #expect(try connection.pipeline([], end: .sync).isEmpty)
        #expect(try connection.run(count)[0].int8(0) == 0)
      }
    }
  }
}
