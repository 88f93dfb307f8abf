/// The books of a UPK as the files that `ImportBooks` reads.
///
/// What the files cannot carry is refused, so that nothing is lost unseen.
public struct ExportedBooks: Hashable, Sendable {
  public let files: [BookFile]

  /// What books are made of, all of one state of the database.
  public struct Source: Sendable {
    public let chart: [Account]
    public let ksms: [KSM]
    public let book: LoanBook
    /// Of every loan, in the order in which they were recorded.
    public let repayments: [LoanID: [Repayment]]
    public let purposes: [LoanID: Purpose]
    /// In the order in which they were recorded.
    public let vouchers: [Voucher]
    /// In the order of their numbers.
    public let assets: [Asset]
    /// By asset and month.
    public let losses: [Loss]
    public let years: [ClosedYear]
    public let remainders: Set<BookRemainder>

    /// What an asset lost in a month, with the voucher that booked it.
    public struct Loss: Hashable, Sendable {
      public let asset: Int64
      public let entry: Asset.Depreciation
      public let voucher: VoucherNumber

      public init(asset: Int64, entry: Asset.Depreciation, voucher: VoucherNumber) {
        self.asset = asset
        self.entry = entry
        self.voucher = voucher
      }
    }

    /// What a loan was lent for.
    public struct Purpose: Hashable, Sendable {
      public let purpose: LoanPurpose
      public let businessStage: BusinessStage

      public init(_ purpose: LoanPurpose, _ businessStage: BusinessStage) {
        self.purpose = purpose
        self.businessStage = businessStage
      }
    }

    public init(
      chart: [Account], ksms: [KSM], book: LoanBook, repayments: [LoanID: [Repayment]],
      purposes: [LoanID: Purpose], vouchers: [Voucher], assets: [Asset],
      losses: [Loss], years: [ClosedYear], remainders: Set<BookRemainder>
    ) {
      self.chart = chart
      self.ksms = ksms
      self.book = book
      self.repayments = repayments
      self.purposes = purposes
      self.vouchers = vouchers
      self.assets = assets
      self.losses = losses
      self.years = years
      self.remainders = remainders
    }
  }

  /// The files, `contents.csv` last.
  ///
  /// - Throws: `booksNotCarried`.
  public init(_ source: Source, registers: [BookFile]) throws(Refusal) {
    var remainders = source.remainders
    let isRestructured = source.book.loans.map(\.loan).contains {
      $0.succession != nil || $0.state == .restructured
    }
    if isRestructured { remainders.insert(.restructuring) }
    if !source.book.writtenOff.isEmpty { remainders.insert(.writeOff) }
    guard remainders.isEmpty else {
      throw Refusal(.booksNotCarried(BookRemainder.allCases.filter(remainders.contains)))
    }
    let books =
      registers + [
        source.groups, source.members, source.accounts, source.loans, source.shares,
        source.payments, source.journal, source.register, source.depreciation, source.closes,
      ]
    let rows = books.map { [$0.kind.name, "\(BookTable($0).rows.count)"] }
    files = books + [BookFile.writing(.contents, rows)]
  }
}

/// What the books of a UPK may hold that its files cannot carry yet.
public enum BookRemainder: String, Hashable, Sendable, CaseIterable {
  case restructuring, writeOff, suspenseAssignment, debtSettlement
}

extension ExportedBooks.Source {
  fileprivate var groups: BookFile {
    .writing(.ksms, ksms.map { ["\($0.id.number)", $0.name, "\($0.formedOn)"] })
  }

  fileprivate var members: BookFile {
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

  fileprivate var accounts: BookFile {
    let standard = Set(ChartOfAccounts.standard.map(\.code))
    let rows = chart.filter { !standard.contains($0.code) }.map {
      ["\($0.code.number)", $0.name]
    }
    return .writing(.accounts, rows)
  }

  fileprivate var loans: BookFile {
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

  fileprivate var shares: BookFile {
    .writing(
      .shares,
      book.loans.flatMap { history in
        history.loan.shares.map {
          ["\(history.loan.id.number)", "\($0.member)", "\($0.amount.amount)"]
        }
      })
  }

  fileprivate var payments: BookFile {
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

  fileprivate var journal: BookFile {
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

  fileprivate var register: BookFile {
    .writing(
      .assets,
      assets.map { asset in
        [
          "\(asset.number)", asset.name, "\(asset.cost.amount)", "\(asset.boughtOn)",
          "\(asset.life)", "\(asset.voucher)", "\(asset.registeredOn)",
        ]
      })
  }

  fileprivate var depreciation: BookFile {
    .writing(
      .depreciation,
      losses.map {
        ["\($0.asset)", "\($0.entry.month)", "\($0.entry.amount.amount)", "\($0.voucher)"]
      })
  }

  fileprivate var closes: BookFile {
    .writing(.years, years.map { ["\($0.year)", "\($0.closedOn)"] })
  }

  private func text(_ value: (some CustomStringConvertible)?) -> String {
    value.map(\.description) ?? ""
  }
}

extension BookFile {
  /// Places, a UPK with its board, and people, as the files of an export have them.
  public static func registers(
    regions: [Region], upk: UPK, bkm: BKM, persons: [BookRegister.Entry]
  ) -> [BookFile] {
    [
      .writing(.regions, regions.map { ["\($0.code)", $0.name] }),
      .writing(
        .upk,
        [
          [
            "\(upk.code)", upk.name, "\(bkm.code)", bkm.name, "\(upk.region)",
            "\(upk.operatingSince)", "\(upk.ranEarlierProgramme)",
          ]
        ]),
      .writing(
        .persons,
        persons.map { ["\($0.number)", $0.name, $0.gender.rawValue, $0.nik?.digits ?? ""] }),
    ]
  }
}
