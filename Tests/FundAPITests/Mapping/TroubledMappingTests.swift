import FundAPI
import RevolvingFund
import Testing

private let upk = UPKID(1)
private let loan = LoanID(upk, 4)

private func writeOff(waivedOn last: Day?) -> WriteOff {
  WriteOff(
    loan: loan, on: day(2018, 2, 6), principal: Rupiah(6_165_000),
    serviceCharge: Rupiah(369_900), fromReserve: Rupiah(1_000_000),
    decision: WriteOff.Decision(
      minutes: "BA-04", report: "RWT-2017", proposedBy: PersonID(2), decidedBy: PersonID(3),
      savingsKept: "Tanpa klausul"),
    recoveries: [
      ClaimRecovery(
        number: 1, on: day(2018, 2, 20), principal: Rupiah(500_000),
        serviceCharge: .zero,
        receipt: ClaimReceipt(
          ReceiptNumber(year: 2018, number: 7),
          voucher: VoucherNumber(kind: .cashReceipt, year: 2018, number: 9), account: .cash,
          recordedBy: PersonID(1)),
        reversal: ClaimRecovery.Reversal(
          on: day(2018, 12, 20), reason: "Salah KSM", recordedBy: PersonID(2)))
    ],
    waiver: last.map {
      ClaimWaiver(
        on: $0,
        waived: PaidTotals(principal: Rupiah(5_665_000), serviceCharge: Rupiah(369_900)),
        minutes: "BA-09", reason: "Pindah", decidedBy: PersonID(3))
    })
}

@Test func `a write-off is shown as it stood on a day`() {
  func shown(_ day: Day, waivedOn waiver: Day? = nil) -> Bergulir_V1_WriteOff {
    Bergulir_V1_WriteOff(
      writeOff(waivedOn: waiver), ksm: 2, in: code("malabutor"), asOf: day)
  }
  let first = shown(day(2018, 2, 19))
  #expect(first.loan == "upks/malabutor/loans/4" && first.ksm == "upks/malabutor/ksms/2")
  #expect(first.fromReserve == 1_000_000 && first.cost == 5_165_000 && first.recovered == 0)
  #expect(first.claimPrincipal == 6_165_000 && first.claimServiceCharge == 369_900)
  #expect(first.proposedBy == "persons/2" && first.decidedBy == "persons/3")
  #expect(shown(day(2018, 2, 20)).recovered == 500_000)
  #expect(first.savingsKept == "Tanpa klausul" && first.recoveries.isEmpty)
  let came = shown(day(2018, 12, 19)).recoveries
  #expect(came.map(\.receipt) == ["KW-2018-0007"] && came.map(\.principal) == [500_000])
  #expect(came.map(\.account) == [11010] && came.map(\.reversedOn) == [""])
  let back = shown(day(2018, 12, 20))
  #expect(back.recovered == 0 && back.recoveries.map(\.reversedOn) == ["2018-12-20"])
  let eve = shown(day(2018, 5, 31), waivedOn: day(2018, 6, 1))
  #expect(eve.state == "writtenOff" && eve.waivedOn.isEmpty && eve.waived == 0)
  let waived = shown(day(2018, 6, 1), waivedOn: day(2018, 6, 1))
  #expect(waived.state == "claimWaived" && waived.waivedOn == "2018-06-01")
  #expect(waived.waived == 6_034_900 && waived.claimPrincipal == 0)
  #expect(waived.waiverMinutes == "BA-09" && waived.waiverReason == "Pindah")
}

@Test func `PAR with and without troubled loans has its numbers and its category`() {
  let gone = writeOff(waivedOn: nil)
  let quality = Bergulir_V1_PortfolioQuality(
    PortfolioQuality(.nothing, writtenOff: [gone], asOf: day(2018, 2, 28)))
  #expect(quality.writtenOff == 5_665_000 && quality.claims == 6_034_900)
  #expect(quality.withWriteOffs.numerator == 5_665_000)
  #expect(quality.withWriteOffs.percent == "100.00")
  #expect(quality.withWriteOffs.category == "SUSPENDED")
  #expect(quality.withoutRestructured.percent.isEmpty)
  #expect(quality.withoutRestructured.category == "NOT_RATED")
}
