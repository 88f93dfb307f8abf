// The rows of what was decided.
extension ExportedBooks.Source {
  var putOff: BookFile {
    .writing(
      .restructurings,
      restructurings.map { one in
        [
          "\(one.loan.number)", "\(one.successor.number)", "\(one.on)", one.grounds.agreement,
          one.grounds.minutes, one.grounds.notice, one.grounds.reason, one.grounds.evidence,
          "\(one.decidedBy.value)",
        ]
      })
  }

  var givenUp: BookFile {
    .writing(
      .writeOffs,
      claims.map { one in
        [
          "\(one.loan.number)", "\(one.on)", "\(one.fromReserve.amount)", one.decision.minutes,
          one.decision.report, "\(one.decision.proposedBy.value)",
          "\(one.decision.decidedBy.value)", one.decision.savingsKept, text(one.waiver?.on),
          one.waiver?.minutes ?? "", one.waiver?.reason ?? "",
          text(one.waiver?.decidedBy.value),
        ]
      })
  }

  var recovered: BookFile {
    .writing(
      .recoveries,
      claims.flatMap { claim in
        claim.recoveries.map { one in
          [
            "\(claim.loan.number)", "\(one.on)", text(one.receipt?.number),
            text(one.receipt?.account.number), "\(one.principal.amount)",
            "\(one.serviceCharge.amount)", text(one.receipt?.voucher),
            text(one.reversal?.on), one.reversal?.reason ?? "",
          ]
        }
      })
  }

  private var claims: [WriteOff] {
    book.writtenOff.sorted { $0.loan.number < $1.loan.number }
  }

  var settled: BookFile {
    .writing(
      .settlements,
      settlements.map { one in
        [
          "\(one.loan.number)", "\(one.on)", "\(one.pair.debtor)", "\(one.pair.creditor)",
          "\(one.amount.amount)",
        ]
      })
  }

  var assigned: BookFile {
    .writing(
      .suspense,
      assignments.map { one in
        [
          "\(one.number)", "\(one.ksm.number)", "\(one.on)", "\(abs(one.amount.amount))",
          one.reason, text(one.takesBack),
        ]
      })
  }

  var allocated: BookFile {
    .writing(
      .allocations,
      allocations.flatMap { one in
        one.lines.map { part in
          [
            "\(one.year)", "\(one.on)", one.minutes, part.purpose.rawValue,
            Percentage(hundredths: part.hundredths).written, "\(part.amount.amount)",
            "\(one.decidedBy.value)",
          ]
        }
      })
  }

  /// Who proposed or decided something of it, each once.
  public var deciders: [PersonID] {
    let found =
      restructurings.map(\.decidedBy) + allocations.map(\.decidedBy)
      + book.writtenOff.flatMap {
        [$0.decision.proposedBy, $0.decision.decidedBy]
          + [$0.waiver?.decidedBy].compactMap(\.self)
      }
    return Set(found).sorted()
  }
}
