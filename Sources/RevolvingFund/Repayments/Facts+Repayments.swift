extension Facts {
  /// Takes in what follows from an accepted repayment, so that the next one of the same sheet is
  /// decided as if it were recorded: the loan, its repayments and the number of the paper.
  public mutating func take(_ effects: Effects) {
    for change in effects.changes {
      switch change {
      case .repayment(let repayment): repayments[repayment.loan, default: []].append(repayment)
      case .loanPaid(let loan): loans[loan.id] = loan
      default: break
      }
    }
    let stream = effects.head.stream
    usedReferences.formUnion(
      effects.vouchers.compactMap(\.reference).map { ReferenceKey(upk: stream, reference: $0) })
  }
}
