import Libpq
import Testing

@Suite struct ArrayTests {
  private static let arrays = Statement(
    "arrays.all",
    """
    select $1::bool[], $2::int2[], $3::int4[], $4::int8[], $5::text[], $6::bytea[], $7::uuid[],
      $8::date[], $9::timestamptz[], $10::xid8[], $11::jsonb[]
    """)

  @Test func `arrays of every type come back as they went`() async throws {
    try await withPool { pool in
      try await pool.run { connection in
        let uuid = UUIDBytes(hi: 5, lo: 6)
        let row = try #require(
          try connection.run(
            Self.arrays,
            [
              .bools([true, false]), .int2s([1, .min]), .int4s([2, .max]), .int8s([3, .min]),
              .texts(["", "Pak Udin", "ü"]), .byteas([[], [1, 2]]), .uuids([uuid]),
              .dates([-1, 0, 20_000]), .timestamps([-1, 0]), .xid8s([9]), .jsonbs(["[]"]),
            ]
          ).first)
        #expect(try row.bools(0) == [true, false])
        #expect(try row.int2s(1) == [1, .min])
        #expect(try row.int4s(2) == [2, .max])
        #expect(try row.int8s(3) == [3, .min])
        #expect(try row.texts(4) == ["", "Pak Udin", "ü"])
        #expect(try row.byteas(5) == [[], [1, 2]])
        #expect(try row.uuids(6) == [uuid])
        #expect(try row.dates(7) == [-1, 0, 20_000])
        #expect(try row.timestamps(8) == [-1, 0])
        #expect(try row.xid8s(9) == [9])
        #expect(try row.jsonbs(10) == ["[]"])
      }
    }
  }

  @Test func `null elements keep their places`() async throws {
    try await withPool { pool in
      try await pool.run { connection in
        let row = try #require(
          try connection.run(
            Self.arrays,
            [
              .bools([nil, false]), .int2s([1, nil]), .int4s([nil]), .int8s([3, nil, 4]),
              .texts([nil, ""]), .byteas([nil, []]), .uuids([nil]), .dates([nil, -1]),
              .timestamps([nil]), .xid8s([nil]), .jsonbs([nil, "1"]),
            ]
          ).first)
        #expect(try row.optionalBools(0) == [nil, false])
        #expect(try row.optionalInt2s(1) == [1, nil])
        #expect(try row.optionalInt4s(2) == [nil])
        #expect(try row.optionalInt8s(3) == [3, nil, 4])
        #expect(try row.optionalTexts(4) == [nil, ""])
        #expect(try row.optionalByteas(5) == [nil, []])
        #expect(try row.optionalUuids(6) == [nil])
        #expect(try row.optionalDates(7) == [nil, -1])
        #expect(try row.optionalTimestamps(8) == [nil])
        #expect(try row.optionalXid8s(9) == [nil])
        #expect(try row.optionalJsonbs(10) == [nil, "1"])
        #expect(throws: PostgresError.self) { try row.int8s(3) }
      }
    }
  }

  @Test func `empty arrays are arrays`() async throws {
    try await withPool { pool in
      try await pool.run { connection in
        let row = try #require(
          try connection.run(
            Self.arrays,
            [
              .bools([]), .int2s([]), .int4s([]), .int8s([]), .texts([]), .byteas([]), .uuids([]),
              .dates([]), .timestamps([]), .xid8s([]), .jsonbs([]),
            ]
          ).first)
        #expect(try row.int8s(3) == [])
        #expect(try row.texts(4) == [])
        #expect(try row.optionalDates(7) == [])
      }
    }
  }

  @Test func `a null array and one of two dimensions are refused where an array must be`()
    async throws
  {
    try await withPool { pool in
      try await pool.run { connection in
        let row = try #require(
          try connection.run(
            Statement("arrays.odd", "select null::int8[], '{{1,2},{3,4}}'::int8[]")
          ).first)
        #expect(throws: PostgresError.self) { try row.int8s(0) }
        #expect(throws: PostgresError.self) { try row.int8s(1) }
      }
    }
  }

  @Test func `ten thousand elements go through unnest`() async throws {
    try await withPool { pool in
      try await pool.run { connection in
        let numbers = (0..<10_000).map { Int64($0) }
        let rows = try connection.run(
          Statement(
            "arrays.unnest",
            "select n, t from unnest($1::int8[], $2::text[]) as u(n, t) where n % 2 = 0"),
          [.int8s(numbers), .texts(numbers.map { "row \($0)" })])
        #expect(rows.count == 5_000)
        #expect(rows.affected == 5_000)
        let even = try rows.map { try $0.int8(0) }
        #expect(even == numbers.filter { $0.isMultiple(of: 2) })
        #expect(try rows.last?.text(1) == "row 9998")
      }
    }
  }
}
