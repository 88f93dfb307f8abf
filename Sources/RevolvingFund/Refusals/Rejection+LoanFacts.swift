// The second half of `Rejection.facts`: the application, the authority, the money, the books.
extension Rejection {
  var applicationFacts: [Fact]? {
    switch self {
    case .shareRepeated(let member):
      [("member", "\(member)")]
    case .sharesDoNotSum(let shares, let amount):
      [("shares", "\(shares.amount)"), ("amount", "\(amount.amount)")]
    case .startUpsNotServed(let version):
      [("policy", "\(version)")]
    case .shareAboveCeiling(let member, let amount, let ceiling, let lowered):
      [
        ("member", "\(member)"), ("amount", "\(amount.amount)"),
        ("ceiling", "\(ceiling.amount)"),
      ] + (lowered.map { [("lowered_from", "\($0.amount)")] } ?? [])
    case .shareAboveRequest(let member, let amount, let requested):
      [
        ("member", "\(member)"), ("amount", "\(amount.amount)"),
        ("requested", "\(requested.amount)"),
      ]
    case .termOutOfPolicy(let months, let shortest, let longest):
      [("months", "\(months)"), ("shortest", "\(shortest)"), ("longest", "\(longest)")]
    case .wrongApplicationState(let state, let required):
      [("state", state.rawValue), ("required", list(required.map(\.rawValue)))]
    case .approvalExpired(let decidedOn, let validUntil, let judgedOn):
      [("decided_on", "\(decidedOn)"), ("valid_until", "\(validUntil)")]
        + (judgedOn.map { [("judged_on", "\($0)")] } ?? [])
    default: nil
    }
  }

  var authorityFacts: [Fact]? {
    switch self {
    case .lendingNotAuthorised(let standing, let category, let par, let day):
      [
        ("standing", standing.rawValue), ("category", category.rawValue),
        ("at_risk", "\(par.numerator)"), ("balance", "\(par.denominator)"),
        ("par", par.percentText(decimals: 2, boundaries: [10, 20]) ?? ""), ("as_of", "\(day)"),
      ]
    case .monthsNotClosed(let month, let day):
      [
        ("last_closed", "\(month)"), ("next", "\(month.adding(1))"), ("day", "\(day)"),
        ("months", "\(LendingAuthority.monthsToClose)"),
      ]
    case .topUpNotAuthorised(let category, let month):
      [("category", category.rawValue), ("last_closed", "\(month)")]
    case .notSuspended(let category):
      [("category", category.rawValue)]
    case .recoveryNotTestable(let frozen, let notYetDue, let finalDue):
      [
        ("frozen", "\(frozen.amount)"), ("not_yet_due", "\(notYetDue)"),
      ] + (finalDue.map { [("final_due", "\($0)")] } ?? [])
    case .recoveryTooSmall(let recovered, let target, let frozen):
      [
        ("recovered", "\(recovered.amount)"), ("target", "\(target.amount)"),
        ("frozen", "\(frozen.amount)"),
      ]
    default: nil
    }
  }

  var moneyFacts: [Fact]? {
    switch self {
    case .loanNotActive(let state), .loanNotWrittenOff(let state):
      [("state", state.rawValue)]
    case .loanRestructuredBefore(let predecessor):
      [("predecessor", "\(predecessor)")]
    case .nothingOverdue(let day):
      [("day", "\(day)")]
    case .lateFeeOwed(let fee, let loan):
      [("fee", "\(fee.amount)"), ("loan", "\(loan)")]
    case .ownMoneyUnused(let ksm, let savings, let held):
      [("ksm", "\(ksm)"), ("savings", "\(savings.amount)"), ("held", "\(held.amount)")]
    case .loanNotLoss(let collectability, let day, let lossFrom):
      [("collectability", "\(collectability.rawValue)"), ("day", "\(day)")]
        + (lossFrom.map { [("loss_from", "\($0)")] } ?? [])
    case .recoveryExceedsClaim(let amount, let claim):
      [("amount", "\(amount.amount)"), ("claim", "\(claim.amount)")]
    case .repaymentExceedsDebt(let amount, let debt):
      [("amount", "\(amount.amount)"), ("debt", "\(debt.amount)")]
    case .memberPaymentsDoNotSum(let payments, let due):
      [("payments", "\(payments.amount)"), ("due", "\(due.amount)")]
    case .shareOverpaid(let member, let amount, let open):
      [("member", "\(member)"), ("amount", "\(amount.amount)"), ("open", "\(open.amount)")]
    case .repaymentReversed(let receipt, let day):
      [("receipt", receipt), ("day", "\(day)")]
    case .nobodyIsShort(let day):
      [("day", "\(day)")]
    case .memberDebtExceeded(let debtor, let creditor, let open, let asked):
      [
        ("debtor", "\(debtor)"), ("creditor", "\(creditor)"), ("open", "\(open.amount)"),
        ("asked", "\(asked.amount)"),
      ]
    case .suspenseExceeded(let ksm, let available, let asked):
      [
        ("ksm", "\(ksm)"), ("available", "\(available.amount)"), ("asked", "\(asked.amount)"),
      ]
    case .unnamedExceeded(let line, let available, let asked):
      [("available", "\(available.amount)"), ("asked", "\(asked.amount)")]
        + (line.map { [("line", "\($0)")] } ?? [])
    case .setOffNotAgreed(let loan):
      [("loan", "\(loan)")]
    case .setOffAboveArrears(let amount, let arrears):
      [("amount", "\(amount.amount)"), ("arrears", "\(arrears.amount)")]
    case .accountNotForLending(let account):
      [("account", "\(account.number)")]
    case .insufficientFunds(let account, let available, let asked):
      [
        ("account", "\(account.number)"), ("available", "\(available.amount)"),
        ("asked", "\(asked.amount)"),
      ]
    case .accountNotForSavings(let account):
      [("account", "\(account.number)")]
    case .savingsExceeded(let ksm, let available, let asked):
      [
        ("ksm", "\(ksm)"), ("available", "\(available.amount)"), ("asked", "\(asked.amount)"),
      ]
    case .savingsNotCovered(let held, let owed, let day, let line):
      [("held", "\(held.amount)"), ("owed", "\(owed.amount)"), ("day", "\(day)")]
        + lineFact(line)
    default: nil
    }
  }

  var bookFacts: [Fact]? {
    switch self {
    case .fundsReserved(let held, let reserved, let asked):
      [
        ("held", "\(held.amount)"), ("reserved", "\(reserved.amount)"),
        ("asked", "\(asked.amount)"),
      ]
    case .fundsSuffice(let available, let asked):
      [("available", "\(available.amount)"), ("asked", "\(asked.amount)")]
    case .judgedLater(let day, let judgedOn):
      [("day", "\(day)"), ("judged_on", "\(judgedOn)")]
    case .tooManyVouchers(let count, let limit):
      [("count", "\(count)"), ("limit", "\(limit)")]
    case .accountUnknown(let line, let account):
      [("line", "\(line)"), ("account", "\(account.number)")]
    case .accountControlled(let line, let account):
      [("line", "\(line)"), ("account", "\(account.number)")]
    case .accountsEqual(let line, let account):
      [("line", "\(line)"), ("account", "\(account.number)")]
    case .fundForLendingOnly(let line, let account):
      [("line", "\(line)"), ("account", "\(account.number)")]
    case .incomeSpent(let line, let account, let unspent, let asked):
      [
        ("line", "\(line)"), ("account", "\(account.number)"),
        ("unspent", "\(unspent.amount)"), ("asked", "\(asked.amount)"),
      ]
    case .referenceUsed(let line, let reference, let holder):
      [("line", "\(line)"), ("reference", reference)] + (holder?.facts ?? [])
    case .upkFrozen(let day, let place, let what):
      [("frozen_on", day.description), ("place", place), ("what", what)]
    default: nil
    }
  }
}
