import FundTesting
import Libpq
import RevolvingFund
import Testing

@testable import FundStore

@Suite struct ShardMapTests {
  @Test func `the hash of a UPK is PostgreSQL's own`() async throws {
    var numbers: [Int64] = [0, 1, 2, 83_000, .max, .min, -1, 1 << 32, (1 << 32) - 1]
    numbers += (0..<1000).map { _ in Int64.random(in: .min ... .max) }
    let asked = numbers
    let hashes = Statement(
      "test.hashes",
      """
      select hashint8(q.number) from unnest($1::bigint[]) with ordinality as q (number, place)
      order by q.place
      """)
    try await FundFixture.withStore { fixture in
      let found = try await fixture.superuser { connection in
        try connection.run(hashes, [.int8s(asked)]).map { try $0.int4(0) }
      }
      #expect(found == asked.map { ShardMap.hash($0) })
    }
  }

  @Test func `a UPK is in the last shard that begins at or before its hash`() {
    let bounds: [Int32] = [.min, -1_073_741_824, 0, 1_073_741_824]
    let map = ShardMap(lowestHashes: bounds.shuffled())
    #expect(map.count == 4)
    for number in Int64(0)..<1000 {
      let hash = ShardMap.hash(number)
      #expect(map.place(of: UPKID(number)) == bounds.lastIndex { $0 <= hash })
    }
    #expect(ShardMap(lowestHashes: [.min]).place(of: UPKID(7)) == 0)
  }
}
