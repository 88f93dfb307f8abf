// Books in an event: one field for each loan, share, repayment, voucher, posting, asset and year.
extension Content {
  mutating func add(_ loans: [Loan]) {
    for loan in loans {
      let terms = loan.terms
      let values: [String] =
        [
          "\(loan.ksm.number)", "\(loan.application.number)", "\(loan.disbursedOn)",
          "\(terms.months)", "\(terms.rate.millionths)", terms.method.rawValue,
          "\(terms.roundUnit)", terms.earlySettlement.rawValue, "\(terms.lateFee.amount)",
          "\(terms.savingsThousandths)",
          loan.state == .cancelled ? loan.closedOn.map { "\($0)" } ?? "" : "",
        ] + (loan.succession?.cells ?? [])
      add("loan.\(loan.id.number)", values.joined(separator: "|"))
      let carried = (loan.succession?.carriedCharge ?? []).reduce(into: [:]) {
        $0[$1.member] = $1.amount.amount
      }
      for (place, share) in loan.shares.enumerated() {
        let tail = carried[share.member].map { "|\($0)" } ?? ""
        add(
          "share.\(loan.id.number).\(place + 1)",
          "\(share.member)|\(share.amount.amount)\(tail)")
      }
    }
  }

  mutating func add(_ repayments: [Repayment]) {
    for paid in repayments {
      let values: [String] = [
        "\(paid.loan.number)", "\(paid.receipt)", "\(paid.on)", "\(paid.account.number)",
        "\(paid.loanPart.amount)", "\(paid.lateFee.amount)", "\(paid.savings.amount)",
        "\(paid.excess.amount)", "\(paid.voucher)",
        paid.members.map { "\($0.member)/\($0.payer)/\($0.amount.amount)" }
          .joined(separator: " "),
      ]
      add("repayment.\(paid.number)", values.joined(separator: "|"))
      if let reversal = paid.reversal {
        add(
          "reversal.\(reversal.number)", "\(paid.number)|\(reversal.on)|\(reversal.reason)")
      }
    }
  }

  mutating func add(_ assets: [Asset], _ losses: [LossRow]) {
    for asset in assets {
      add(
        "asset.\(asset.number)",
        "\(asset.cost.amount)|\(asset.boughtOn)|\(asset.life)|\(asset.voucher)"
          + "|\(asset.registeredOn)|\(asset.name)")
    }
    for row in losses {
      add(
        "depreciation.\(row.asset).\(row.entry.month)",
        "\(row.entry.amount.amount)|\(row.voucher)")
    }
  }

  mutating func add(_ years: [ClosedYear]) {
    for year in years {
      add("year.\(year.year)", "\(year.closedOn)|\(year.income.amount)|\(year.cost.amount)")
    }
  }

  mutating func add(_ vouchers: [Voucher]) {
    for (place, voucher) in vouchers.enumerated() {
      let number = place + 1
      add("voucher.\(number)", "\(voucher.number)|\(voucher.bookedOn)|\(voucher.description)")
      if let reference = voucher.reference { add("voucher.\(number).reference", reference) }
      if let reversed = voucher.reverses { add("voucher.\(number).reverses", "\(reversed)") }
      for (line, posting) in voucher.postings.enumerated() {
        let owners = [posting.loan, posting.fromLoan, posting.ksm].map { $0.map { "\($0)" } ?? "" }
        add(
          "posting.\(number).\(line + 1)",
          "\(posting.debit.number)|\(posting.credit.number)|\(posting.amount.amount)|"
            + owners.joined(separator: "|"))
      }
    }
  }
}
