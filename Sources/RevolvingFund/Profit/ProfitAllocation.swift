/// What became of a closed year's profit, as the annual community meeting (RWT) decided.
public struct ProfitAllocation: Hashable, Sendable {
  public let upk: UPKID
  public let year: Int
  public let on: Day
  public let decidedBy: PersonID
  /// The number of the meeting's minutes.
  public let minutes: String
  /// The version of the province's bounds that it was decided within; `nil` before there was one.
  public let bounds: Int64?
  public let lines: [Line]

  /// A part of the profit.
  public struct Line: Hashable, Sendable {
    public let purpose: ProfitPurpose
    /// Hundredths of a percent.
    public let hundredths: Int
    public let amount: Rupiah

    public init(purpose: ProfitPurpose, hundredths: Int, amount: Rupiah) {
      self.purpose = purpose
      self.hundredths = hundredths
      self.amount = amount
    }
  }

  public init(
    upk: UPKID, year: Int, on day: Day, decidedBy: PersonID, minutes: String, bounds: Int64?,
    lines: [Line]
  ) {
    self.upk = upk
    self.year = year
    on = day
    self.decidedBy = decidedBy
    self.minutes = minutes
    self.bounds = bounds
    self.lines = lines
  }

  /// What was allocated.
  public var amount: Rupiah { lines.total(\.amount) }
}

/// A part of a profit as asked for, in hundredths of a percent.
public struct ProfitShare: Hashable, Sendable {
  public let purpose: ProfitPurpose
  public let hundredths: Int

  public init(_ purpose: ProfitPurpose, hundredths: Int) {
    self.purpose = purpose
    self.hundredths = hundredths
  }

  static let whole = 10_000
}

extension Sequence<ProfitShare> {
  /// The parts of an amount: each rounded down to Rp 1, the rest to capital.
  func lines(of amount: Rupiah) -> [ProfitAllocation.Line] {
    let others = filter { $0.purpose != .capital }.map { share in
      ProfitAllocation.Line(
        purpose: share.purpose, hundredths: share.hundredths,
        amount: Rupiah(amount.amount * Int64(share.hundredths) / Int64(ProfitShare.whole)))
    }
    return filter { $0.purpose == .capital }.map { share in
      ProfitAllocation.Line(
        purpose: .capital, hundredths: share.hundredths, amount: amount - others.total(\.amount))
    } + others
  }
}
