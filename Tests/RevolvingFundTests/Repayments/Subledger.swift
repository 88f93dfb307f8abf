import RevolvingFund
import Testing

extension Books {
  /// What the postings of a loan left on an account at the end of a day, credits less debits.
  func booked(_ account: AccountCode, on loan: LoanID, by day: Day) -> Rupiah {
    vouchers.filter { $0.bookedOn <= day }.flatMap(\.postings).filter { $0.loan == loan.number }
      .map { posting in
        posting.credit == account
          ? posting.amount : posting.debit == account ? .zero - posting.amount : .zero
      }.total()
  }

  /// Every day on which something was booked.
  var bookedDays: [Day] { Set(vouchers.map(\.bookedOn)).sorted() }

  /// Expects that at the end of every day the loan's ledger and its postings agree, that the sums
  /// on the loan are those of its repayments, and that receipts have no gaps.
  func expectAgreement(on id: LoanID, _ note: String = "") throws {
    let loan = try #require(facts.loans[id])
    let repayments = facts.repayments[id] ?? []
    let history = LoanHistory(loan: loan, entries: repayments.flatMap(\.entries))
    for day in bookedDays where loan.disbursedOn <= day {
      let paid = history.payments.filter { $0.on <= day }
      #expect(
        loan.principal - paid.total(\.paid.principal)
          == .zero - booked(.loans, on: id, by: day), "principal on \(day), \(note)")
      #expect(
        paid.total(\.paid.serviceCharge) == booked(.serviceCharge, on: id, by: day),
        "charge on \(day), \(note)")
    }
    #expect(history.payments.total(\.paid.principal) == loan.paid.principal, "\(note)")
    #expect(history.payments.total(\.paid.serviceCharge) == loan.paid.serviceCharge, "\(note)")
    #expect(
      loan.memberPaid.total() == loan.paid.principal + loan.paid.serviceCharge, "\(note)")
    for (schedule, paid) in zip(loan.memberSchedules, loan.memberPaid) {
      #expect(paid >= .zero && paid <= schedule.principal + schedule.serviceCharge, "\(note)")
    }
    let standing = repayments.filter { $0.reversal == nil }
    #expect(standing.total(\.lateFee) == loan.paid.lateFee, "\(note)")
    #expect(standing.total(\.savings) == loan.savingsPaid, "\(note)")
  }
}
