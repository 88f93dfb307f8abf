/// The books of a UPK as the files that `ImportBooks` reads.
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
    public let restructurings: [Restructuring]
    /// In the order of their numbers.
    public let settlements: [DebtSettlement]
    /// In the order of their numbers.
    public let assignments: [SuspenseAssignment]
    public let allocations: [ProfitAllocation]

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
      losses: [Loss], years: [ClosedYear], restructurings: [Restructuring],
      settlements: [DebtSettlement], assignments: [SuspenseAssignment],
      allocations: [ProfitAllocation]
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
      self.restructurings = restructurings
      self.settlements = settlements
      self.assignments = assignments
      self.allocations = allocations
    }
  }

  /// The files, `contents.csv` last.
  public init(_ source: Source, registers: [BookFile]) {
    let books =
      registers + [
        source.groups, source.members, source.accounts, source.loans, source.shares,
        source.payments, source.journal, source.putOff, source.givenUp, source.recovered,
        source.settled, source.assigned, source.register, source.depreciation, source.closes,
        source.allocated,
      ]
    let rows = books.map { [$0.kind.name, "\(BookTable($0).rows.count)"] }
    files = books + [BookFile.writing(.contents, rows)]
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
