import Testing

@testable import RevolvingFund

/// Two groups of two members: one loan is put off, the other lost.
private let files: [BookFileKind: String] = [
  .ksms: """
  ksm,name,formed_on
  1,KSM Anggrek,2015-03-01
  2,KSM Bakung,2015-03-01
  """,
  .members: """
  ksm,member,person,joined_on
  1,1,1,2015-03-01
  1,2,2,2015-03-01
  2,1,3,2015-03-01
  2,2,4,2015-03-01
  """,
  .loans: """
  loan,ksm,disbursed_on,months,rate_percent
  1,1,2017-01-05,10,"1,5"
  2,2,2017-01-05,10,"1,5"
  3,1,2017-06-10,6,"1,5"
  """,
  .shares: """
  loan,member,amount_idr
  1,1,600.000
  1,2,400.000
  2,1,500.000
  2,2,500.000
  3,1,540.000
  3,2,360.000
  """,
  .repayments: """
  loan,receipt,date,account,amount_idr,members,voucher
  1,KW-2017-0001,2017-02-05,11010,115.000,1/2/69.000 2/46.000,KM-2017-0001
  """,
  .vouchers: """
  voucher,date,description,debit,credit,amount_idr,loan,from_loan
  KM-2016-0001,2016-12-01,Modal,11021,31020,5.000.000,,
  KM-2016-0002,2016-12-02,Bunga,11021,41020,100.000,,
  PB-2016-0001,2016-12-31,Tutup,41020,31050,100.000,,
  PB-2016-0001,2016-12-31,Tutup,31050,31040,100.000,,
  KK-2017-0001,2017-01-05,Pencairan,11030,11021,1.000.000,1,
  KK-2017-0002,2017-01-05,Pencairan,11030,11021,1.000.000,2,
  PB-2017-0001,2017-01-10,Alokasi laba,31040,31030,60.000,,
  PB-2017-0001,2017-01-10,Alokasi laba,31040,21040,40.000,,
  KM-2017-0001,2017-02-05,Angsuran,11010,11030,100.000,1,
  KM-2017-0001,2017-02-05,Angsuran,11010,41010,15.000,1,
  KM-2017-0002,2017-03-02,Tanpa nama,11010,21030,25.000,,
  PB-2017-0002,2017-06-10,Jadwal ulang,11030,11030,900.000,3,1
  PB-2017-0003,2017-11-30,Cadangan,51080,12010,400.000,,
  PB-2017-0004,2017-12-01,Hapus buku,12010,11030,400.000,2,
  PB-2017-0004,2017-12-01,Hapus buku,51080,11030,600.000,2,
  KM-2017-0003,2017-12-05,Tagih,11010,41030,250.000,2,
  KM-2017-0004,2017-12-06,Tagih,11010,41030,50.000,2,
  KK-2017-0003,2017-12-07,Batal,41030,11010,50.000,2,
  """,
  .restructurings: """
  loan,successor,date,agreement,minutes,notice,reason,evidence,decided_by
  1,3,2017-06-10,SPP-3,BA-1,S-1,Pasar sepi,Kios buka,9
  """,
  .writeOffs: """
  loan,date,from_reserve_idr,minutes,report,proposed_by,decided_by,savings_kept,waived_on,\
  waiver_minutes,waiver_reason
  2,2017-12-01,400.000,BA-2,RWT-2017,8,9,Tanpa kuasa,2017-12-20,BA-3,Pindah
  """,
  .recoveries: """
  loan,date,receipt,account,principal_idr,service_charge_idr,voucher,reversed_on,reversal_reason
  2,2017-12-05,KW-2017-0002,11010,250.000,,KM-2017-0003,,
  2,2017-12-06,,11010,50.000,,KM-2017-0004,2017-12-07,Salah catat
  """,
  .settlements: """
  loan,date,debtor,creditor,amount_idr
  1,2017-03-01,1,2,40.000
  """,
  .suspense: """
  assignment,ksm,date,amount_idr,reason,takes_back
  1,1,2017-03-03,15.000,Kuitansi ketua,
  2,1,2017-03-04,15.000,Kelompok lain,1
  3,2,2017-03-05,10.000,Kuitansi ketua,
  """,
  .years: """
  year,closed_on
  2016,2017-01-04
  """,
  .allocations: """
  year,date,minutes,purpose,percent,amount_idr,decided_by
  2016,2017-01-10,RWT-2017,capital,60,60.000,9
  2016,2017-01-10,RWT-2017,socialFund,"40,00",40.000,9
  """,
]

private func assembly(
  persons: [Int64: PersonID] = [:], _ change: (BookFileKind, String) -> String = { $1 }
) -> BookAssembly {
  let texts = BookFileKind.allCases.compactMap { kind in
    files[kind].map { BookFile(kind: kind, text: change(kind, $0) + "\n") }
  }
  return BookAssembly(BookRecords(texts), upk: UPKID(1), by: PersonID(7), persons: persons)
}

@Suite struct DecisionFileTests {
  @Test func `a loan that was put off ends, and what follows it takes over what was open`() throws {
    let books = assembly(persons: [9: PersonID(99)])
    #expect(books.records.problems == [] && books.problems == [])
    let old = try #require(books.loans.first)
    let new = try #require(books.loans.last)
    #expect(old.state == .restructured && old.closedOn == "2017-06-10")
    #expect(new.application == old.application && new.state == .active)
    #expect(
      new.succession
        == Succession(
          predecessor: old.id, inheritedClass: .substandard,
          carriedCharge: [
            Share(member: 1, amount: 36_000), Share(member: 2, amount: 24_000),
          ]))
    let decided = try #require(books.restructurings.first)
    #expect(decided.principal == 900_000 && decided.serviceCharge == 60_000)
    #expect(decided.decidedBy == PersonID(99) && decided.grounds.agreement == "SPP-3")
    #expect(books.next["application"] == 3 && books.next["loan"] == 4)
  }

  @Test func `a claim has what came in on it, and ends with its waiver`() throws {
    let books = assembly()
    let claim = try #require(books.writeOffs.first)
    #expect(claim.principal == 1_000_000 && claim.serviceCharge == 150_000)
    #expect(
      claim.recoveries.map(\.receipt?.number.description) == ["KW-2017-0002", "KW-2017-0003"])
    #expect(claim.waiver?.waived == PaidTotals(principal: 750_000, serviceCharge: 150_000))
    #expect(claim.waiver?.decidedBy == PersonID(7))
    #expect(books.loans[1].state == .claimWaived && books.loans[1].closedOn == "2017-12-01")
    #expect(books.next["KW-2017"] == 4 && books.latestDay == "2017-12-20")
    let open = assembly { kind, text in
      kind == .writeOffs ? text.replacing(",2017-12-20,BA-3,Pindah", with: ",,,") : text
    }
    #expect(open.problems == [] && open.loans[1].state == .writtenOff)
  }

  @Test func `debts, held money and profits come as they were decided`() {
    let books = assembly()
    #expect(
      books.settlements == [
        DebtSettlement(
          loan: LoanID(UPKID(1), 1), number: 1, pair: MemberPair(debtor: 1, creditor: 2),
          amount: 40_000, on: "2017-03-01")
      ])
    #expect(books.assignments.map(\.amount) == [15_000, -15_000, 10_000])
    #expect(books.assignments.map(\.takesBack) == [nil, 1, nil])
    #expect(
      books.allocations.flatMap(\.lines) == [
        ProfitAllocation.Line(purpose: .capital, hundredths: 6000, amount: 60_000),
        ProfitAllocation.Line(purpose: .socialFund, hundredths: 4000, amount: 40_000),
      ])
    #expect(books.next["debt-settlement"] == 2 && books.next["suspense-assignment"] == 4)
  }

  /// A file with one thing changed, and what is said of it.
  struct Case: Sendable {
    let file: BookFileKind
    let old: String
    let new: String
    let expected: BookProblem

    init(
      _ file: BookFileKind, _ old: String, _ new: String, in found: BookFileKind? = nil,
      line: Int, _ reason: BookProblem.Reason
    ) {
      self.file = file
      self.old = old
      self.new = new
      expected = BookProblem(found ?? file, line: line, reason)
    }
  }

  private static let cases: [Case] = [
    Case(.restructurings, "\n1,3", "\n7,3", line: 2, .unknown(column: "loan", value: "7")),
    Case(.restructurings, "\n1,3", "\n1,7", line: 2, .unknown(column: "successor", value: "7")),
    Case(.restructurings, "\n1,3", "\n3,3", line: 2, .repeated(column: "successor", value: "3")),
    Case(
      .restructurings, "2017-06-10", "2017-06-11", line: 2,
      .differs(column: "date", value: "2017-06-11", expected: "2017-06-10")),
    Case(
      .loans, "\n3,1,", "\n3,2,", in: .restructurings, line: 2,
      .differs(column: "ksm", value: "2", expected: "1")),
    Case(
      .shares, "3,1,540.000", "3,1,541.000", in: .restructurings, line: 2,
      .sumDiffers(column: "amount_idr", found: 901_000, expected: 900_000)),
    Case(
      .writeOffs, "\n2,2017-12-01", "\n1,2017-12-01", line: 2, .endsTwice(loan: 1)),
    Case(
      .writeOffs, ",400.000,", ",300.000,", line: 2,
      .sumDiffers(column: "from_reserve_idr", found: 300_000, expected: 400_000)),
    Case(.writeOffs, ",8,9,", ",9,9,", line: 2, .repeated(column: "decided_by", value: "9")),
    Case(
      .writeOffs, "2017-12-20", "2017-12-06", line: 2,
      .dayBefore(column: "waived_on", "2017-12-06", earliest: "2017-12-07")),
    Case(
      .writeOffs, ",BA-3,", ",,", line: 2, .cellMissing(column: "waiver_minutes")),
    Case(
      .recoveries, ",250.000,,", ",240.000,,", line: 2,
      .sumDiffers(column: "principal_idr", found: 240_000, expected: 250_000)),
    Case(
      .recoveries, "KW-2017-0002", "KW-2017-0001", line: 2,
      .repeated(column: "receipt", value: "KW-2017-0001")),
    Case(
      .recoveries, "KM-2017-0003", "KM-2017-0007", line: 2,
      .unknown(column: "voucher", value: "KM-2017-0007")),
    Case(
      .recoveries, "2,2017-12-05", "1,2017-12-05", line: 2, .unknown(column: "loan", value: "1")),
    Case(
      .recoveries, "2017-12-07,Salah catat", ",", in: .writeOffs, line: 2,
      .ledgerDiffers(.creditIncome, on: "2017-12-07", found: -250_000, expected: -300_000)),
    Case(
      .settlements, ",40.000", ",70.000", line: 2,
      .sumDiffers(column: "amount_idr", found: 70_000, expected: 69_000)),
    Case(
      .settlements, "1,2,40.000", "2,2,40.000", line: 2,
      .cellWrong(column: "creditor", value: "2", .number)),
    Case(
      .suspense, "2,1,2017-03-04,15.000", "2,1,2017-03-04,14.000", line: 3,
      .sumDiffers(column: "amount_idr", found: 14_000, expected: 15_000)),
    Case(
      .suspense, "Kelompok lain,1", "Kelompok lain,3", line: 3,
      .unknown(column: "takes_back", value: "3")),
    Case(
      .suspense, "3,2,2017-03-05,10.000", "3,2,2017-03-05,30.000", line: 4,
      .sumDiffers(column: "amount_idr", found: 30_000, expected: 25_000)),
    Case(
      .allocations, "capital,60,", "capital,61,", line: 2,
      .differs(column: "percent", value: "101", expected: "100")),
    Case(
      .allocations, "60.000,9", "61.000,9", line: 2,
      .sumDiffers(column: "amount_idr", found: 61_000, expected: 60_000)),
    Case(.allocations, "\n2016,", "\n2015,", line: 2, .unknown(column: "year", value: "2015")),
    Case(
      .allocations, "2017,socialFund", "2018,socialFund", line: 3,
      .differs(column: "minutes", value: "RWT-2018", expected: "RWT-2017")),
    Case(
      .allocations, "socialFund", "party", line: 3,
      .cellWrong(column: "purpose", value: "party", .choice)),
  ]

  @Test(arguments: cases)
  func `what does not fit is named with its line`(example: Case) {
    let books = assembly { kind, text in
      guard kind == example.file, let range = text.ranges(of: example.old).first else {
        return text
      }
      return text.replacingCharacters(range, with: example.new)
    }
    let found = books.records.problems + books.problems
    #expect(found.contains(example.expected), "\(found)")
  }

  @Test func `nobody is held to two loans, one of them written off`() {
    let found = assembly { kind, text in
      switch kind {
      case .writeOffs: text.replacing(",2017-12-20,BA-3,Pindah", with: ",,,")
      case .members: text.replacing("2,1,3,", with: "2,1,1,")
      default: text
      }
    }.problems
    #expect(found.contains(BookProblem(.loans, line: 4, .personBorrowsElsewhere(1))), "\(found)")
  }

  @Test func `who proposed and who decided must be two people here too`() {
    let books = assembly(persons: [8: PersonID(5), 9: PersonID(5)])
    #expect(
      books.problems == [
        BookProblem(.writeOffs, line: 2, .repeated(column: "decided_by", value: "9"))
      ])
  }

  @Test(arguments: [
    ("50", 5000), ("33,33", 3333), ("33.3", 3330), ("100", 10_000), ("0,5 %", 50), ("100,01", nil),
    ("0", nil), ("1,234", nil), ("", nil), ("x", nil),
  ])
  func `parts of a hundred are read as people write them`(text: String, hundredths: Int?) {
    #expect(Percentage(written: text)?.hundredths == hundredths)
  }

  @Test(arguments: [(5000, "50"), (3333, "33.33"), (5, "0.05")])
  func `a part of a hundred is written as it is read`(hundredths: Int, text: String) {
    #expect(Percentage(hundredths: hundredths).written == text)
    #expect(Percentage(written: text)?.hundredths == hundredths)
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}
