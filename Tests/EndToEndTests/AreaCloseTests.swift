import Foundation
import FundTesting
import Testing

/// The close of a month for many UPK at once, by the real programs.
@Suite(.serialized, .timeLimit(.minutes(5))) struct AreaCloseTests {
  @Test func `an area is closed but for those that are refused, and a repeated run does the rest`()
    async throws
  {
    try await withProvince { province in
      try await province.prepare()
      let tried = try await province.close("2017-03", "--area", "92.71", "--dry-run")
      #expect(tried.status == 7 && tried.words.contains("1 UPK would be closed, 3 refused"))
      #expect(
        try refusals(tried) == [
          "upks/klademak 2017-03 PERIOD_OUT_OF_ORDER", "upks/malabutor 2017-03 UPK_FROZEN",
          "upks/remu 2017-03 PERMISSION_DENIED",
        ])
      #expect(try await province.missing("2017-03").contains("boswesen"))

      let closed = try await province.close("2017-03", "--area", "92.71")
      #expect(closed.status == 7 && closed.words.contains("2017-03: 1 UPK closed, 3 refused."))
      #expect(try refusals(closed) == refusals(tried))
      let again = try await province.close("2017-03", "--area", "92.71", "--catch-up")
      #expect(again.status == 7 && again.words.contains("2017-03: 1 UPK closed, 2 refused."))
      #expect(try refusals(again).map { $0.prefix(8) } == ["upks/mal", "upks/rem"])
      #expect(try await province.missing("2017-03") == ["doom", "malabutor", "remu"])

      try await province.sql(
        """
        update fund.freeze set requested_on = '2017-05-01', requested_by = 1, reason = 'mended',
          released_on = '2017-05-01', released_by = 2
        """)
      let rest = try await province.bergulir(
        "period", "close", "--province", "--month", "2017-03", "--catch-up", "--at-once", "2")
      #expect(rest.status == 0, "\(rest.words)")
      #expect(rest.words.contains("2017-03: 3 UPK closed, 0 refused."))
      let nothing = try await province.bergulir(
        "period", "close", "--province", "--month", "2017-03", "--lang", "id")
      #expect(nothing.status == 0 && nothing.words.contains("sudah tutup buku"))
    }
  }

  @Test func `Ctrl-C lets the call in flight end, and the next run goes on behind it`()
    async throws
  {
    try await withProvince { province in
      try await expectEarlyIsRefusedOnce(province)
      let lock = try province.holdHead(of: "klademak")
      let run = try Interruptible(
        ["period", "close", "--province", "--month", "2017-01"], in: province)
      // By code, one at a time: what stands before the held UPK is closed by then.
      try await eventually {
        try await province.missing("2017-01").first == "klademak"
      }
      run.interrupt()
      try await eventually { run.words.contains("Stopping") }
      lock.end()
      let status = await run.status()
      #expect(status == 130, "\(run.words)")
      #expect(run.words.contains("2 UPK were not tried"), "\(run.words)")
      #expect(try await province.missing("2017-01") == ["malabutor", "remu"])
      let rest = try await province.bergulir(
        "period", "close", "--province", "--month", "2017-01")
      #expect(rest.status == 0 && rest.words.contains("2017-01: 2 UPK closed, 0 refused."))
    }
  }

  /// A month that is not over is refused for all UPK by the first answer.
  private func expectEarlyIsRefusedOnce(_ province: Province) async throws {
    let early = try await province.bergulir(
      "period", "close", "--province", "--month", "2017-01", "--on", "2017-01-20")
    #expect(early.status == 7 && early.words.contains("5 UPK were not tried"), "\(early.words)")
    #expect(early.output.contains("The month 2017-01 is not over on 2017-01-20."))
  }

  /// UPK, month and reason of what was refused, from JSON.
  private func refusals(_ finished: Finished) throws -> [String] {
    let items = try #require(try finished.json()["items"] as? [[String: Any]])
    return try items.map { item in
      #expect((item["remedy"] as? String)?.isEmpty == false)
      return try ["upk", "month", "problem"].map { try #require(item[$0] as? String) }
        .joined(separator: " ")
    }
  }
}

extension Province {
  /// One UPK has closed March, one February; one is behind, one is frozen.
  fileprivate func prepare() async throws {
    for month in ["2017-01", "2017-02"] {
      for upk in Province.city where upk != "klademak" {
        try await done("period", "close", "--upk", upk, "--month", month, by: "province")
      }
    }
    try await done("period", "close", "--upk", "aimas", "--month", "2017-03", by: "province")
    try await sql(
      """
      insert into fund.freeze (upk_id, number, frozen_on, control, place, what, expected, found)
      select upk_id, 1, '2017-04-01', 'balance', 'vouchers/1', 'made up', '0', '1'
      from fund.upk where code = 'malabutor'
      """)
  }

  fileprivate func close(_ month: String, _ arguments: String...) async throws -> Finished {
    try await finish(
      Programs.url("bergulir"),
      ["period", "close", "--month", month, "-o", "json"] + arguments,
      environment: try environment(of: "city"))
  }

  /// Holds the head of a UPK's stream from outside until it is ended.
  fileprivate func holdHead(of upk: String) throws -> Holder {
    let (program, arguments) = try postgres().psql()
    return try Holder(
      program, arguments,
      """
      begin;
      select 'held' from fund.head h join fund.upk u using (upk_id)
      where u.code = '\(upk)' for update of h;

      """)
  }
}
