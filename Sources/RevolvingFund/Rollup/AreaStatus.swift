/// What a province asks first of an area (rules.md 6: P-17).
///
/// Figures of loans are those of the UPK that closed the month; who is registered counts for all
/// that operated.
public struct AreaStatus: Hashable, Sendable {
  public let rollup: Rollup
  public let people: People
  public let money: Money

  /// Who is served, at the month's end.
  public struct People: Hashable, Sendable {
    public let groups: Int64
    public let members: Int64
    public let women: Int64

    public init(groups: Int64, members: Int64, women: Int64) {
      self.groups = groups
      self.members = members
      self.women = women
    }
  }

  /// What was lent by the month's end, by UPK that closed it.
  public struct Money: Hashable, Sendable {
    /// Since the beginning, without what was taken back.
    public let disbursed: Rupiah
    public let disbursedInMonth: Rupiah
    public let writtenOff: Rupiah

    public init(disbursed: Rupiah, disbursedInMonth: Rupiah, writtenOff: Rupiah) {
      self.disbursed = disbursed
      self.disbursedInMonth = disbursedInMonth
      self.writtenOff = writtenOff
    }
  }

  public init(rollup: Rollup, people: People, money: Money) {
    self.rollup = rollup
    self.people = people
    self.money = money
  }

  /// Groups with a balance, and those of them three or more months late: the inputs of LAR.
  public var borrowingGroups: Int64 { rollup[.lar]?.inputs.denominator ?? 0 }
  public var lateGroups: Int64 { rollup[.lar]?.inputs.numerator ?? 0 }
  /// The principal that stands, and what of it is on late loans: the inputs of PAR.
  public var outstanding: Rupiah { Rupiah(rollup[.par]?.inputs.denominator ?? 0) }
  public var atRisk: Rupiah { Rupiah(rollup[.par]?.inputs.numerator ?? 0) }
  /// Principal three or more months overdue: what RR lacks.
  public var overdue: Rupiah {
    rollup[.rr].map { Rupiah($0.inputs.denominator - $0.inputs.numerator) } ?? .zero
  }
  /// What was lent and is neither owed nor given up came back.
  public var repaid: Rupiah { money.disbursed - outstanding - money.writtenOff }
}
