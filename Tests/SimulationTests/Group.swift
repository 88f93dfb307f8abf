import FundAPI
import RevolvingFund

/// A group as the simulation knows it: how it pays, and what it owes by its own reckoning.
struct Group {
  let ksm: KSMID
  let manner: Manner
  var loan: OpenLoan?
  var claim: OpenClaim?

  /// How a group pays its installments.
  enum Manner: CaseIterable {
    /// Each in full by its day.
    case punctual
    /// Some weeks late, but all of it.
    case late
    /// What it has, now and then; the rest when it can.
    case partial
    /// A few installments and then nothing.
    case lost
  }
}

/// A loan with what is due when, as the server said at its disbursement.
struct OpenLoan {
  let name: String
  let shares: [Bergulir_V1_Share]
  let installments: [(due: Day, amount: Rupiah)]
  var paid = Rupiah.zero
  /// Whether it follows a restructured loan, so that nobody was handed money for it.
  var isSuccessor = false

  /// All that is to be paid on it.
  var whole: Rupiah { installments.total(\.amount) }

  /// What is due by a day and not paid yet.
  func owed(by day: Day) -> Rupiah {
    max(.zero, installments.filter { $0.due <= day }.total(\.amount) - paid)
  }

  /// When the oldest installment that is not paid was due.
  var oldestUnpaid: Day? {
    var left = paid
    return installments.first { installment in
      defer { left -= min(left, installment.amount) }
      return left < installment.amount
    }?.due
  }

  /// How many installments are past their day without being paid, by a day.
  func missed(by day: Day) -> Int {
    var left = paid
    return installments.filter { installment in
      let isPaid = left >= installment.amount
      left -= min(left, installment.amount)
      return installment.due < day && !isPaid
    }.count
  }
}
