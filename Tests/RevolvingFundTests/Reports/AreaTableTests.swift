import Testing

@testable import RevolvingFund

private typealias Progress = AreaTable<LoanProgress.Figures>

private func figures(_ loans: Int, _ outstanding: Int64) -> LoanProgress.Figures {
  LoanProgress.Figures(
    loans: loans, amount: Rupiah(outstanding * 2),
    target: PaidTotals(principal: Rupiah(outstanding), serviceCharge: 100),
    before: .nothing, inMonth: PaidTotals(principal: Rupiah(outstanding), serviceCharge: 50),
    removed: .zero, outstanding: Rupiah(outstanding), overdue: .nothing)
}

private func part(
  _ upk: Code, _ region: RegionCode, _ figures: LoanProgress.Figures
) -> Progress.Part {
  Progress.Part(upk: upk, region: region, figures: figures)
}

struct AreaTableTests {
  private let parts = [
    part("remu", "92.71.04.1001", figures(3, 300)),
    part("klamana", "92.71.03.1005", figures(2, 20)),
    part("malabutor", "92.71.03.1004", figures(1, 1)),
    part("waisai", "92.05.01.1001", figures(5, 7)),
  ]

  private func places(_ progress: Progress) -> [String] {
    progress.rows.map { row in
      switch row.place {
      case .upk(let code, _): code.description
      case .region(let region): region.description
      }
    }
  }

  @Test func `UPK stand by region, and each region's sum behind the last of them`() {
    let province = Progress(parts, in: nil, asOf: "2017-12-31")
    #expect(
      places(province) == [
        "waisai", "92.05.01", "92.05", "malabutor", "klamana", "92.71.03", "remu", "92.71.04",
        "92.71",
      ])
    #expect(province.rows[5].figures.outstanding == 21 && province.rows[8].figures.loans == 6)
    #expect(province.total.outstanding == 328 && province.total.loans == 11)
    #expect(province.total.inMonth.serviceCharge == 200)
  }

  @Test func `an area has no subtotal of itself or of what is around it`() {
    let city = Progress(Array(parts.prefix(3)), in: "92.71", asOf: "2017-12-31")
    #expect(places(city) == ["malabutor", "klamana", "92.71.03", "remu", "92.71.04"])
    let ward = Progress([parts[1]], in: "92.71.03.1005", asOf: "2017-12-31")
    #expect(places(ward) == ["klamana"] && ward.total == parts[1].figures)
    let nobody = Progress([], in: "92.71", asOf: "2017-12-31")
    #expect(nobody.rows.isEmpty && nobody.total == .nothing)
  }

  @Test func `balances of an area stand by class, and PAR is the ratio of their sums`() {
    func upk(_ code: Code, _ balances: [Collectability: Rupiah]) -> AreaTable<PortfolioSums>.Part {
      let positions = balances.map { collectability, balance in
        LoanPosition(
          loan: LoanID(UPKID(1), 1), ksm: KSMID(UPKID(1), 1), asOf: "2017-12-31",
          outstanding: balance, oldestUnpaidDue: nil, overduePrincipal: .zero,
          overdueServiceCharge: .zero, overduePrincipalThreeMonths: .zero,
          finalDue: "2017-12-31", collectability: collectability)
      }
      return AreaTable<PortfolioSums>.Part(
        upk: code, region: "92.71.03.1004", figures: Portfolio(positions).sums)
    }
    let table = AreaTable(
      [
        upk("malabutor", [.current: 7_670_000, .loss: 12_330_000]),
        upk("klamana", [.current: 80_000_000]), upk("remu", [:]),
      ], in: nil, asOf: "2017-12-31")
    #expect(table.total.loans == 3 && table.total[.current] == 87_670_000)
    #expect(table.total[.doubtful] == .zero && table.total[.loss] == 12_330_000)
    #expect(table.total.outstanding == 100_000_000 && table.total.atRisk == 12_330_000)
    // The middle of 61.65 and 0 would be another figure.
    #expect(table.total.par.percent == "12.33" && table.total.par.category == .minimum)
    #expect(table.rows.last?.place == .region("92.71"))
    #expect(table.rows.last?.figures == table.total)
  }
}
