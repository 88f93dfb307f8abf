import Libpq
import Testing

@Suite struct ValueTests {
  @Test func `every type comes back as it went`() async throws {
    try await withPool { pool in
      try await pool.run { connection in
        let row = try #require(
          try connection.run(
            Statement(
              "values.scalars",
              """
              select $1::bool, $2::int2, $3::int4, $4::int8, $5::text, $6::bytea, $7::uuid,
                $8::date, $9::timestamptz, $10::xid8, $11::jsonb
              """),
            [
              .bool(true), .int2(-7), .int4(70_000), .int8(1 << 40), .text("Rp 12.330.000 ✓ ñ"),
              .bytea([0, 255, 10]), .uuid(UUIDBytes(hi: 1, lo: .max)), .date(-1), .timestamp(-1),
              .xid8(.max), .jsonb(#"{"a": 1}"#),
            ]
          ).first)
        #expect(try row.bool(0))
        #expect(try row.int2(1) == -7)
        #expect(try row.int4(2) == 70_000)
        #expect(try row.int8(3) == 1 << 40)
        #expect(try row.text(4) == "Rp 12.330.000 ✓ ñ")
        #expect(try row.bytea(5) == [0, 255, 10])
        #expect(try row.uuid(6) == UUIDBytes(hi: 1, lo: .max))
        #expect(try row.date(7) == -1)
        #expect(try row.timestamp(8) == -1)
        #expect(try row.xid8(9) == .max)
        #expect(try row.jsonb(10) == #"{"a": 1}"#)
      }
    }
  }

  @Test func `null of every type comes back as nothing, and is refused where a value must be`()
    async throws
  {
    try await withPool { pool in
      try await pool.run { connection in
        let row = try #require(
          try connection.run(
            Statement(
              "values.nulls",
              """
              select $1::bool, $2::int2, $3::int4, $4::int8, $5::text, $6::bytea, $7::uuid,
                $8::date, $9::timestamptz, $10::xid8, $11::jsonb as document
              """),
            [
              .bool(nil), .int2(nil), .int4(nil), .int8(nil), .text(nil), .bytea(nil), .uuid(nil),
              .date(nil), .timestamp(nil), .xid8(nil), .jsonb(nil),
            ]
          ).first)
        #expect(try row.optionalBool(0) == nil)
        #expect(try row.optionalInt2(1) == nil)
        #expect(try row.optionalInt4(2) == nil)
        #expect(try row.optionalInt8(3) == nil)
        #expect(try row.optionalText(4) == nil)
        #expect(try row.optionalBytea(5) == nil)
        #expect(try row.optionalUuid(6) == nil)
        #expect(try row.optionalDate(7) == nil)
        #expect(try row.optionalTimestamp(8) == nil)
        #expect(try row.optionalXid8(9) == nil)
        #expect(try row.optionalJsonb(10) == nil)
        #expect(
          throws: PostgresError.decoding(
            statement: "values.nulls", column: "document",
            reason: "is null where jsonb was asked for")
        ) { try row.jsonb(10) }
      }
    }
  }

  @Test func `the least and the greatest numbers come back as they went`() async throws {
    try await withPool { pool in
      try await pool.run { connection in
        let statement = Statement("values.extremes", "select $1::int2, $2::int4, $3::int8")
        for row in try connection.run(statement, [.int2(.min), .int4(.min), .int8(.min)]) {
          #expect(try row.int2(0) == .min)
          #expect(try row.int4(1) == .min)
          #expect(try row.int8(2) == .min)
        }
        for row in try connection.run(statement, [.int2(.max), .int4(.max), .int8(.max)]) {
          #expect(try row.int2(0) == .max)
          #expect(try row.int4(1) == .max)
          #expect(try row.int8(2) == .max)
        }
      }
    }
  }

  @Test(
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (10_957, "2000-01-01"), (17_531, "2017-12-31"),
      (-135_140, "1600-01-01"), (.max, "infinity"), (.min, "-infinity"),
    ] as [(Int32, String)])
  func `a day counts from 1970 here and is the same day for the server`(
    day: Int32, text: String
  ) async throws {
    try await withPool { pool in
      try await pool.run { connection in
        let row = try #require(
          try connection.run(
            Statement("values.date", "select $1::date, $1::date::text, $2::text::date"),
            [.date(day), .text(text)]
          ).first)
        #expect(try row.date(0) == day)
        #expect(try row.text(1) == text)
        #expect(try row.date(2) == day)
      }
    }
  }

  @Test(
    arguments: [
      (0, "1970-01-01 00:00:00+00"), (-1, "1969-12-31 23:59:59.999999+00"),
      (946_684_800_000_000, "2000-01-01 00:00:00+00"), (.max, "infinity"), (.min, "-infinity"),
    ] as [(Int64, String)])
  func `a moment counts microseconds from 1970 here and is the same moment for the server`(
    microseconds: Int64, text: String
  ) async throws {
    try await withPool(session: ["set timezone = 'UTC'"]) { pool in
      try await pool.run { connection in
        let row = try #require(
          try connection.run(
            Statement("values.moment", "select $1::timestamptz, $1::timestamptz::text"),
            [.timestamp(microseconds)]
          ).first)
        #expect(try row.timestamp(0) == microseconds)
        #expect(try row.text(1) == text)
      }
    }
  }

  @Test func `a day or moment out of PostgreSQL's range is refused by the server`() async throws {
    try await withPool { pool in
      try await pool.run { connection in
        let date = try ServerError.from {
          _ = try connection.run(
            Statement("values.farDate", "select $1::date"), [.date(.min + 1)])
        }
        #expect(date?.sqlState == .datetimeFieldOverflow)
        let moment = try ServerError.from {
          _ = try connection.run(
            Statement("values.farMoment", "select $1::timestamptz"), [.timestamp(.min + 1)])
        }
        #expect(moment?.sqlState == .datetimeFieldOverflow)
      }
    }
  }

  @Test func `a megabyte of bytes and an empty value are not the same as null`() async throws {
    try await withPool { pool in
      try await pool.run { connection in
        let bytes = (0..<1_048_576).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let row = try #require(
          try connection.run(
            Statement("values.bytes", "select $1::bytea, $2::bytea, $3::text"),
            [.bytea(bytes), .bytea([]), .text("")]
          ).first)
        #expect(try row.bytea(0) == bytes)
        #expect(try row.bytea(1) == [])
        #expect(try row.text(2) == "")
      }
    }
  }

  @Test func `text of other character types reads as text`() async throws {
    try await withPool { pool in
      try await pool.run { connection in
        let row = try #require(
          try connection.run(
            Statement(
              "values.characters",
              "select 'a'::varchar(9), 'b'::char(2), 'c'::name, 'd'::text")
          ).first)
        let texts = try (0..<4).map { try row.text($0) }
        #expect(texts == ["a", "b ", "c", "d"])
      }
    }
  }

  @Test func `another type than the column has is refused, naming statement and column`()
    async throws
  {
    try await withPool { pool in
      try await pool.run { connection in
        let rows = try connection.run(
          Statement("values.wrong", "select 1::int4 as amount, null::int4 as nothing"))
        #expect(
          throws: PostgresError.decoding(
            statement: "values.wrong", column: "amount",
            reason: "has type number 23 where bigint was asked for")
        ) { try rows[0].int8(0) }
        #expect(throws: PostgresError.self) { try rows[0].optionalInt8(1) }
        #expect(throws: PostgresError.self) { try rows[0].int4s(0) }
        #expect(
          throws: PostgresError.decoding(
            statement: "values.wrong", column: "2", reason: "there is no such column")
        ) { try rows[0].int4(2) }
        #expect(throws: PostgresError.self) { try rows[0].int4(-1) }
      }
    }
  }
}
