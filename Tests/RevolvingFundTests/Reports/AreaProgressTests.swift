import Testing

@testable import RevolvingFund

private func figures(_ loans: Int, _ outstanding: Int64) -> LoanProgress.Figures {
  LoanProgress.Figures(
    loans: loans, amount: Rupiah(outstanding * 2),
    target: PaidTotals(principal: Rupiah(outstanding), serviceCharge: 100),
    before: .nothing, inMonth: PaidTotals(principal: Rupiah(outstanding), serviceCharge: 50),
    removed: .zero, outstanding: Rupiah(outstanding), overdue: .nothing)
}

private func part(
  _ upk: Code, _ region: RegionCode, _ figures: LoanProgress.Figures
) -> AreaProgress.Part {
  AreaProgress.Part(upk: upk, region: region, figures: figures)
}

struct AreaProgressTests {
  private let parts = [
    part("remu", "92.71.04.1001", figures(3, 300)),
    part("klamana", "92.71.03.1005", figures(2, 20)),
    part("malabutor", "92.71.03.1004", figures(1, 1)),
    part("waisai", "92.05.01.1001", figures(5, 7)),
  ]

  private func places(_ progress: AreaProgress) -> [String] {
    progress.rows.map { row in
      switch row.place {
      case .upk(let code, _): code.description
      case .region(let region): region.description
      }
    }
  }

  @Test func `UPK stand by region, and each region's sum behind the last of them`() {
    let province = AreaProgress(parts, in: nil, asOf: "2017-12-31")
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
    let city = AreaProgress(Array(parts.prefix(3)), in: "92.71", asOf: "2017-12-31")
    #expect(places(city) == ["malabutor", "klamana", "92.71.03", "remu", "92.71.04"])
    let ward = AreaProgress([parts[1]], in: "92.71.03.1005", asOf: "2017-12-31")
    #expect(places(ward) == ["klamana"] && ward.total == parts[1].figures)
    let nobody = AreaProgress([], in: "92.71", asOf: "2017-12-31")
    #expect(nobody.rows.isEmpty && nobody.total == .nothing)
  }
}
