/// What an amount received on a loan is for, in the order of ruling 7: late fee, the installments
/// that are due and the running one, what is saved with them, later installments.
struct RepaymentDivision: Hashable, Sendable {
  let lateFee: Rupiah
  let loanPart: Rupiah
  let savings: Rupiah
  /// What is more than all that can be taken.
  let excess: Rupiah

  /// The most that can be taken on the day.
  let debt: Rupiah
  /// Whether the loan is paid off by it.
  let settles: Bool

  /// Whether the group saves with its installment: it does with money that it brings.
  enum Saving {
    case withInstallment, none
  }

  init(of amount: Rupiah, on day: Day, _ loan: Loan, _ ledger: LoanLedger, _ saving: Saving) {
    let room = ledger.room(on: day)
    let feeOwed = ledger.lateFeeOwed(on: day, loan)
    let savingsDue = saving == .withInstallment ? ledger.savingsDue(on: day, loan) : .zero
    debt = feeOwed + room + savingsDue
    let taken = max(.zero, min(amount, debt))
    excess = amount > debt ? amount - debt : .zero
    lateFee = min(taken, feeOwed)
    var left = taken - lateFee
    guard left < room else {
      loanPart = room
      savings = left - room
      settles = room > .zero
      return
    }
    settles = false
    let due = min(left, ledger.openThroughRunning(on: day))
    left -= due
    savings = min(left, savingsDue)
    loanPart = due + left - savings
  }
}

extension Loan {
  /// The fees for late installments that are owed at the end of a day.
  public func lateFeeOwed(_ repayments: [Repayment], asOf day: Day) -> Rupiah {
    let counted = repayments.filter { $0.counts(on: day) }
    var loan = self
    loan.paid.lateFee = counted.total(\.lateFee)
    return ledger(counted).lateFeeOwed(on: day, loan)
  }
}

extension LoanLedger {
  /// The fees for late installments that are not paid yet; what is due after the settlement is not
  /// late.
  func lateFeeOwed(on day: Day, _ loan: Loan) -> Rupiah {
    guard loan.terms.lateFee > .zero else { return .zero }
    let late = Int64(lateInstallments(before: day))
    return max(.zero, Rupiah(loan.terms.lateFee.amount * late) - loan.paid.lateFee)
  }

  /// What is to be saved with the installments up to the running one, and was not.
  func savingsDue(on day: Day, _ loan: Loan) -> Rupiah {
    guard loan.terms.savingsThousandths > 0 else { return .zero }
    let due = running(on: day).map { installment in
      Rupiah((installment.total.amount * Int64(loan.terms.savingsThousandths) + 500) / 1000)
    }.total()
    return max(.zero, due - loan.savingsPaid)
  }

  /// What is open of the installments up to the running one, the first due on or after the day.
  func openThroughRunning(on day: Day) -> Rupiah {
    max(.zero, running(on: day).total(\.total) - paid.principal - paid.serviceCharge)
  }

  private func running(on day: Day) -> ArraySlice<Installment> {
    let last = schedule.installments.first { $0.due >= day }?.number
    return schedule.installments.prefix(last ?? schedule.installments.count)
  }
}
