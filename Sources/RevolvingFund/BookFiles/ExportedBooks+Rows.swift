// The rows of each file of an export.
extension ExportedBooks.Source {
  var groups: BookFile {
    .writing(.ksms, ksms.map { ["\($0.id.number)", $0.name, "\($0.formedOn)"] })
  }

  var members: BookFile {
    let rows = ksms.flatMap { ksm in
      ksm.members.map { member in
        [
          "\(ksm.id.number)", "\(member.number)", "\(member.person.value)", "\(member.joinedOn)",
          text(member.leftOn),
        ]
      }
    }
    return .writing(.members, rows)
  }

  var accounts: BookFile {
    let standard = Set(ChartOfAccounts.standard.map(\.code))
    let rows = chart.filter { !standard.contains($0.code) }.map {
      ["\($0.code.number)", $0.name]
    }
    return .writing(.accounts, rows)
  }

  var loans: BookFile {
    .writing(
      .loans,
      book.loans.map { history in
        let loan = history.loan
        let purpose = purposes[loan.id]
        return [
          "\(loan.id.number)", "\(loan.ksm.number)", "\(loan.disbursedOn)",
          "\(loan.terms.months)", loan.terms.rate.percent, loan.terms.method.rawValue,
          "\(loan.terms.roundUnit)", loan.terms.earlySettlement.rawValue,
          "\(loan.terms.lateFee.amount)", "\(loan.terms.savingsThousandths)",
          purpose?.purpose.rawValue ?? "", purpose?.businessStage.rawValue ?? "", "", "", "",
          loan.state == .cancelled ? text(loan.closedOn) : "",
        ]
      })
  }

  var shares: BookFile {
    .writing(
      .shares,
      book.loans.flatMap { history in
        history.loan.shares.map {
          ["\(history.loan.id.number)", "\($0.member)", "\($0.amount.amount)"]
        }
      })
  }

  var payments: BookFile {
    let all = repayments.values.flatMap(\.self).sorted { $0.number < $1.number }
    return .writing(
      .repayments,
      all.map { paid in
        [
          "\(paid.number)", "\(paid.loan.number)", "\(paid.receipt)", "\(paid.on)",
          "\(paid.account.number)", "\(paid.loanPart.amount)", "\(paid.lateFee.amount)",
          "\(paid.savings.amount)", "\(paid.excess.amount)",
          paid.members.map(\.written).joined(separator: " "), "\(paid.voucher)",
          paid.reversal.map { "\($0.number)" } ?? "", text(paid.reversal?.on),
          paid.reversal?.reason ?? "",
        ]
      })
  }

  var journal: BookFile {
    .writing(
      .vouchers,
      vouchers.flatMap { voucher in
        voucher.postings.map { posting in
          [
            "\(voucher.number)", "\(voucher.bookedOn)", voucher.description,
            voucher.reference ?? "", "\(posting.debit.number)", "\(posting.credit.number)",
            "\(posting.amount.amount)", text(posting.loan), text(posting.fromLoan),
            text(posting.ksm), text(voucher.reverses),
          ]
        }
      })
  }

  var register: BookFile {
    .writing(
      .assets,
      assets.map { asset in
        [
          "\(asset.number)", asset.name, "\(asset.cost.amount)", "\(asset.boughtOn)",
          "\(asset.life)", "\(asset.voucher)", "\(asset.registeredOn)",
        ]
      })
  }

  var depreciation: BookFile {
    .writing(
      .depreciation,
      losses.map {
        ["\($0.asset)", "\($0.entry.month)", "\($0.entry.amount.amount)", "\($0.voucher)"]
      })
  }

  var closes: BookFile {
    .writing(.years, years.map { ["\($0.year)", "\($0.closedOn)"] })
  }
}

/// What a cell holds; nothing where there is no value.
func text(_ value: (some CustomStringConvertible)?) -> String {
  value.map(\.description) ?? ""
}
