import FundAPI
import RevolvingFund
import Testing

/// A letter of a kind about the first of two installments of a small loan.
private func letter(_ kind: CollectionLetter.Kind) throws -> String {
  let upk = UPKID(1)
  let loan = Loan(
    id: LoanID(upk, 3), ksm: KSMID(upk, 1), application: ApplicationID(upk, 3),
    terms: LoanTerms(
      months: 2, rate: MonthlyRate(millionths: 15_000), method: .flat, roundUnit: 1,
      earlySettlement: .waive),
    shares: [Share(member: 1, amount: Rupiah(2_000_000))], disbursedOn: day(2017, 1, 10),
    state: .active, paid: .nothing, waivedServiceCharge: .zero, closedOn: nil)
  let steps = CollectionLetter.Kind.allCases.enumerated().map { index, kind in
    CaseStep(
      id: CaseStepID(upk, Int64(index + 1)), loan: loan.id, action: kind.action,
      on: day(2017, 2, 11), by: PersonID(1), note: "n", evidence: index == 0 ? "7/UPK" : "",
      promise: nil, answerDue: nil, answer: nil)
  }
  let history = LoanHistory(loan: loan, payments: [])
  let open = try #require(history.openCase(steps, asOf: day(2017, 6, 1)))
  return LetterText(try open.letter(kind), upk: "UPK Malabutor", ksm: "Melati").text
}

@Test(
  arguments: [
    (.bill, "Surat Tagihan", "kuitansinya"),
    (.warning1, "Surat Teguran I", "rapat tanggung renteng"),
    (.warning2, "Surat Teguran II", "Pengurus BKM bersama UPK"),
    (.warning3, "Surat Teguran III", "kami laporkan kepada Lurah"),
  ] as [(CollectionLetter.Kind, String, String)])
func `each letter says its title, its sum and what follows`(
  kind: CollectionLetter.Kind, title: String, what: String
) throws {
  let text = try letter(kind)
  #expect(text.contains("Perihal  : \(title)\n"))
  #expect(text.contains("UNIT PENGELOLA KEUANGAN\nUPK MALABUTOR\n"))
  #expect(text.contains("Ketua dan seluruh anggota KSM Melati\n"))
  #expect(text.contains("tunggakan sebesar Rp 2.060.000 di kantor UPK\npaling lambat 08-06-2017."))
  #expect(text.contains(what))
  #expect(text.contains("Koordinator BKM") == (kind != .bill))
  #expect(text.contains("Surat Tagihan nomor 7/UPK tanggal 11-02-2017") == (kind != .bill))
  #expect(text.split(separator: "\n").allSatisfy { $0.count <= 90 })
}
