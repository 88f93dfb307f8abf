import Foundation
import FundTesting
import Testing

@Suite(.mentari, .serialized, .timeLimit(.minutes(10))) struct MentariReportTests {
  @Test func `the indicators of 31 December 2017 are those that the books and the loans give`()
    async throws
  {
    let mentari = try #require(Mentari.current)
    let shown = try await mentari.bergulir(
      "indicator", "show", "--upk", "malabutor", "--as-of", "2017-12-31", "-o", "json")
    #expect(shown.status == 0)
    #expect(
      try figures(shown) == [
        "LAR 2/4 50.00 SUSPENDED", "PAR 12330000/20000000 61.65 SUSPENDED",
        "CCr 152097/150414 101.12 MINIMUM", "ROI 1683/20000000 0.0084 MINIMUM",
        "RR 7670000/20000000 38.35 SUSPENDED",
      ])
  }

  @Test func `beside the books' CCr stands that with a reserve, and the assessment misses one`()
    async throws
  {
    let mentari = try #require(Mentari.current)
    let shown = try await mentari.bergulir(
      "indicator", "show", "--upk", "malabutor", "--as-of", "2017-12-31", "-o", "json"
    ).json()
    let reserve = try #require(shown["standard_reserve"] as? [String: Any])
    #expect(reserve["followed"] as? String == "none")
    #expect(reserve["missing"] as? String == "12406700")
    let ccr = try #require(shown["ccr_with_reserve"] as? [String: Any])
    #expect(ccr["numerator"] as? String == "152097")
    #expect(ccr["denominator"] as? String == "12557114" && ccr["percent"] as? String == "1.21")
    #expect(ccr["category"] as? String == "SUSPENDED")
    let assessment = try await mentari.bergulir(
      "assessment", "show", "--upk", "malabutor", "--as-of", "2017-12-31", "-o", "json"
    ).json()
    let items = try #require(assessment["items"] as? [[String: Any]])
    let formed = try #require(items.first { $0["item"] as? String == "reserveFormed" })
    #expect(formed["passed"] as? Bool == false)
  }

  @Test func `the history gives back the twenty-four figures of Table 3`() async throws {
    let mentari = try #require(Mentari.current)
    let history = try await mentari.bergulir(
      "indicator", "history", "--upk", "malabutor", "--from", "2017-01", "--to", "2017-12",
      "-o", "csv")
    let rows = table(history.output)
    let published = table(
      try String(
        contentsOf: Programs.root.appendingPathComponent("Examples/mentari/published-2017.csv"),
        encoding: .utf8))
    #expect(rows.count == 12)
    for (row, printed) in zip(rows, published) {
      #expect(row["month"] == printed["month"])
      #expect(row["income"] == printed["income_ytd_idr"])
      #expect(row["cost"] == printed["cost_ytd_idr"])
      #expect(row["ccr_percent"] == printed["ccr_printed"])
      #expect(
        row["ccr_category"] == (row["month"] == "2017-02" ? "SUSPENDED" : "MINIMUM"))
    }
  }

  @Test func `the reports of the year give the paper's figures back, and agree`() async throws {
    let mentari = try #require(Mentari.current)
    func report(_ name: String, _ more: [String] = []) async throws -> [[String: String]] {
      table(
        try await mentari.bergulir(
          ["report", name, "--upk", "malabutor", "-o", "csv"] + more
        ).output)
    }
    let asOf = ["--as-of", "2017-12-31"]
    let income = try await report("income-statement", asOf)
    #expect(income.last?["this_year"] == "1683" && income.last?["this_month"] == "392")
    #expect(
      income.filter { $0["row"] == "subtotal" }.map { $0["this_year"] } == ["152097", "150414"])
    let loans = try await report("lpp", asOf)
    #expect(loans.last?["outstanding"] == "20000000")
    #expect(
      loans.filter { $0["row"] == "line" }.compactMap { $0["outstanding"] }.sorted() == [
        "3835000", "3835000", "6165000", "6165000",
      ])
    let reserve = try await report("reserve", asOf)
    #expect(reserve.count == 12 && reserve.last?["missing_by_default"] == "12406700")
    let equity = try await report("equity-changes", asOf)
    #expect(equity.last?["profit"] == "1683")
    let quality = try await report("data-quality", asOf)
    #expect(quality.allSatisfy { $0["holds"] == "true" || $0["control"] == "monthsClosed" })
    let ledger = try await report("ledger", ["--account", "bank", "--to", "2017-12-31"])
    let flow = try await report("cash-flow", asOf)
    #expect(ledger.last?["row"] == "closing" && flow.last?["row"] == "closing")
  }

  @Test func `the UPK may not lend to new groups, and the answer says since when and why`()
    async throws
  {
    let mentari = try #require(Mentari.current)
    let authority = try await mentari.bergulir(
      "authority", "show", "--upk", "malabutor", "--as-of", "2017-12-31")
    #expect(authority.status == 0)
    for part in [
      "suspended", "2016-10", "2017-11", "12,330,000", "7,398,000", "PAR is 20 % or more",
    ] {
      #expect(authority.output.contains(part), "\(part)")
    }
  }

  @Test func `every month is closed, and the UPK suspended from October 2016 on`() async throws {
    let mentari = try #require(Mentari.current)
    let history = try await mentari.bergulir(
      "authority", "history", "--upk", "malabutor", "--all", "-o", "csv")
    let rows = table(history.output)
    #expect(rows.count == 36)
    for row in rows {
      let month = try #require(row["month"])
      #expect((row["category"] == "SUSPENDED") == (month >= "2016-10"), "\(month)")
      #expect(row["suspended_since"] == (month >= "2016-10" ? "2016-10" : ""), "\(month)")
      #expect(row["version"] == "1")
    }
    #expect(rows.last?["par_inputs"] == "12330000/20000000")
    #expect(rows.last?["roi_inputs"] == "1683/20000000")
    let recovery = try await mentari.bergulir(
      "authority", "recovery", "--upk", "malabutor", "--as-of", "2018-01-31", "-o", "json")
    let shown = try recovery.json()
    let loans = try #require(shown["items"] as? [[String: Any]])
    #expect(loans.compactMap { $0["overdue_principal"] as? String } == ["6165000", "6165000"])
    #expect(loans.compactMap { $0["missing"] as? String } == ["6165000", "6165000"])
  }

  @Test func `the demo shows each command that it runs and every part of the report`()
    async throws
  {
    let mentari = try #require(Mentari.current)
    let commands = mentari.transcript.split(separator: "\n").filter { $0.hasPrefix("$ ") }
    #expect(commands.count > 90)
    for part in [
      "$ bergulir approval sign malabutor/6 --verdict approve",
      "Divided the wrong way round.", "a balance, not a year's profit",
      "Profit of earlier years", "471,600", "12,406,700", "returning KSM in good standing",
      "LENDING_NOT_AUTHORISED", "PERIOD_CLOSED",
    ] {
      #expect(mentari.transcript.contains(part), "\(part)")
    }
  }
}

@Suite(.timeLimit(.minutes(10))) struct ChangedInputTests {
  @Test func `one other voucher and one other repayment change the report by just that`()
    async throws
  {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let examples = scratch.url.appendingPathComponent("mentari")
    try FileManager.default.copyItem(
      at: Programs.root.appendingPathComponent("Examples/mentari"), to: examples)
    try replace("2017-12-31,BKM-2017-0012,", in: examples, "journal-2017.csv") { line in
      line.replacing(",12989", with: ",13989")
    }
    // The installment of the first KSM that stopped paying: 100,000 less, all of it principal.
    try replace(",3,", in: examples, "repayments.csv") { line in
      line.replacing("2178300", with: "2078300")
    }
    let demo = try await demo(on: examples)
    #expect(demo.status == 0, "\(demo.words)")
    let json = try #require(demo.output.split(separator: "\n").first { $0.hasPrefix("{") })
    let shown = try figures(Finished(status: 0, output: String(json), words: ""))
    #expect(
      shown == [
        "LAR 2/4 50.00 SUSPENDED", "PAR 12430000/20100000 61.84 SUSPENDED",
        "CCr 153097/150414 101.78 MINIMUM", "ROI 2683/20000000 0.0134 MINIMUM",
        "RR 7670000/20100000 38.16 SUSPENDED",
      ])
  }

  private func replace(
    _ mark: String, in folder: URL, _ name: String, _ change: (String) -> String
  ) throws {
    let file = folder.appendingPathComponent(name)
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    let changed = lines.map { $0.contains(mark) ? change($0) : $0 }
    #expect(zip(lines, changed).count { $0 != $1 } == 1)
    try changed.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
  }
}

/// Indicators in the JSON of `indicator show`, each on a line.
private func figures(_ shown: Finished) throws -> [String] {
  let items = try #require(try shown.json()["items"] as? [[String: Any]])
  return items.map { item in
    func text(_ key: String) -> String { item[key] as? String ?? "-" }
    return "\(text("indicator")) \(text("numerator"))/\(text("denominator")) "
      + "\(text("percent")) \(text("category"))"
  }
}

/// Rows of a CSV without quoted fields, by the names of its header.
func table(_ csv: String) -> [[String: String]] {
  let lines = csv.split(whereSeparator: \.isNewline).map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  guard let header = lines.first else { return [] }
  return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
}
