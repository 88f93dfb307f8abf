import Libpq
import Testing

private let insert = Statement("item.insert", "insert into item values ($1)")

@Suite struct ErrorTests {
  @Test func `an error names its statement, code, table and constraint`() async throws {
    try await withItems { writer, _ in
      try await writer.run { connection in
        _ = try connection.run(insert, [.int8(1)])
        let duplicate = try ServerError.from { _ = try connection.run(insert, [.int8(1)]) }
        #expect(duplicate?.sqlState == .uniqueViolation)
        #expect(duplicate?.statement == "item.insert")
        #expect(duplicate?.constraint == "item_key")
        #expect(duplicate?.table == "item")
        #expect(duplicate?.detail == "Key (id)=(1) already exists.")
        #expect(duplicate.map { PostgresError.server($0).isRetryable } == false)
        #expect(duplicate?.sqlState.blamesData == true)

        let check = try ServerError.from { _ = try connection.run(insert, [.int8(-1)]) }
        #expect(check?.sqlState == .checkViolation)
        #expect(check?.constraint == "item_id_check")
        let null = try ServerError.from { _ = try connection.run(insert, [.int8(nil)]) }
        #expect(null?.sqlState == .notNullViolation)
        #expect(null?.column == "id")
      }
    }
  }

  @Test func `an error in words does not quote the row`() async throws {
    try await withItems { writer, _ in
      try await writer.run { connection in
        let error = try ServerError.from { _ = try connection.run(insert, [.int8(-12_345)]) }
        #expect(error?.detail?.contains("12345") == true)
        #expect(error.map { "\(PostgresError.server($0))".contains("12345") } == false)
      }
    }
  }

  @Test func `a statement that does not parse is not prepared and does no harm`() async throws {
    try await withItems { writer, _ in
      try await writer.run { connection in
        let missing = Statement("missing.count", "select count(*) from missing")
        let error = try ServerError.from { _ = try connection.run(missing) }
        #expect(error?.sqlState == .undefinedTable)
        #expect(error?.statement == "missing.count")
        #expect(error?.position == 22)
        try connection.script("create table missing ()")
        #expect(try connection.run(missing)[0].int8(0) == 0)
      }
    }
  }

  @Test func `too few parameters are refused and leave the session clean`() async throws {
    try await withItems { writer, _ in
      let error = try await writer.run { connection in
        try ServerError.from { _ = try connection.run(insert) }
      }
      #expect(error?.statement == "item.insert")
      #expect(try await writer.itemCount() == 0)
    }
  }

  @Test func `a script says where it fails and does nothing of itself`() async throws {
    try await withItems { writer, _ in
      try await writer.run { connection in
        let error = try ServerError.from {
          try connection.script("create table a ();\ncreate table b ();\ncreate tabel c ();")
        }
        #expect(error?.sqlState == .syntaxError)
        #expect(error?.position == 46)
        try connection.script("create table a ()")
      }
    }
  }

  @Test func `a transaction commits whole or not at all`() async throws {
    struct Refusal: Error {}
    try await withItems { writer, reader in
      try await writer.run { connection in
        #expect(throws: Refusal.self) {
          try connection.transaction { connection in
            _ = try connection.run(insert, [.int8(1)])
            throw Refusal()
          }
        }
        #expect(throws: PostgresError.self) {
          try connection.transaction { connection in
            _ = try connection.run(insert, [.int8(1)])
            let error = try ServerError.from { _ = try connection.run(insert, [.int8(1)]) }
            #expect(error?.sqlState == .uniqueViolation)
          }
        }
        #expect(throws: PostgresError.self) {
          try connection.transaction { connection in
            _ = try connection.pipeline([Request(insert, [.int8(1)])], end: .flush)
          }
        }
        #expect(throws: PostgresError.self) {
          try connection.transaction { try $0.transaction { _ in } }
        }
      }
      #expect(try await reader.itemCount() == 0)
      let seven = try await writer.run { connection in
        try connection.transaction { connection in
          try connection.script("insert into item values (2)")
          _ = try connection.run(insert, [.int8(3)])
          return 7
        }
      }
      #expect(seven == 7)
      #expect(try await reader.itemCount() == 2)
    }
  }

  @Test func `a transaction that a closure leaves open is undone and told as a mistake`()
    async throws
  {
    try await withItems { (writer, reader) async throws in
      await #expect(throws: PostgresError.self) {
        try await writer.run { try $0.script("begin; insert into item values (1)") }
      }
      await #expect(throws: PostgresError.self) {
        try await writer.run { connection in
          try connection.script("begin; insert into item values (1)")
          try connection.script("insert into nowhere values (1)")
        }
      }
      #expect(try await writer.itemCount() == 0)
      #expect(try await reader.itemCount() == 0)
    }
  }

  @Test func `copying is refused and costs the session only`() async throws {
    try await withItems { (writer, _) async throws in
      await #expect(throws: PostgresError.self) {
        try await writer.run { try $0.script("copy item from stdin") }
      }
      await #expect(throws: PostgresError.self) {
        try await writer.run { connection in
          _ = try connection.run(Statement("item.copy", "copy item to stdout"))
        }
      }
      #expect(try await writer.itemCount() == 0)
    }
  }

  @Test(arguments: [
    ("40001", true), ("40P01", true), ("55P03", true), ("57P01", true), ("57P02", true),
    ("57P03", true), ("08006", true), ("53300", true), ("23505", false), ("22003", false),
    ("57014", false), ("42P01", false), ("53100", false),
  ])
  func `what may be tried again is told by the code`(code: String, isRetryable: Bool) {
    let error = ServerError(sqlState: SQLState(code), statement: "any", message: "any")
    #expect(PostgresError.server(error).isRetryable == isRetryable)
  }

  @Test func `only what may have been done is tried again`() {
    #expect(PostgresError.connection(reason: "lost").isRetryable)
    #expect(!PostgresError.queueFull.isRetryable)
    #expect(!PostgresError.deadlineExceeded.isRetryable)
    #expect(!PostgresError.closed.isRetryable)
    #expect(!PostgresError.misuse(statement: "any", reason: "any").isRetryable)
    #expect(
      !PostgresError.decoding(statement: "any", column: "any", reason: "any").isRetryable)
  }
}
