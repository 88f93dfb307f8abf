/// The thresholds of the criteria from a day on; the province's to set, and never below the
/// programme's own.
///
/// Decisions that were made keep theirs: each is judged by the version of its day.
public struct EligibilityInstrument: Hashable, Sendable {
  /// Counted from 1; 0 for the standard, which holds until a province sets its own.
  public internal(set) var version: Int64
  public let validFrom: Day
  /// How many sit in the supervisory body (002 §PWS-1).
  public let fewestSupervisors: Int
  public let mostSupervisors: Int
  /// The fewest officers of a UPK, and how many it should have (002 §UPK-1).
  public let fewestOfficers: Int
  public let idealOfficers: Int
  /// The fewest members of a group (001 §3.5; B-02).
  public let fewestMembers: Int
  /// Women in ten members (B-03).
  public let womenInTen: Int
  /// Months that a group has run, and saved, before its first loan (B-05).
  public let monthsBeforeFirstLoan: Int
  /// The longest that an attestation counts, in months.
  public let attestationMonths: Int
  /// The longest that an assessment of the bookkeeping counts, in months.
  public let assessmentMonths: Int
  public let bookkeepingGate: BookkeepingGate
  /// How late a decision to lend may be typed, in days.
  public let lateEntryDays: Int
  /// Why the version is as it is.
  public let reason: String

  public init(
    version: Int64, validFrom: Day, fewestSupervisors: Int, mostSupervisors: Int,
    fewestOfficers: Int, idealOfficers: Int, fewestMembers: Int, womenInTen: Int,
    monthsBeforeFirstLoan: Int,
    attestationMonths: Int, assessmentMonths: Int, bookkeepingGate: BookkeepingGate,
    lateEntryDays: Int, reason: String
  ) {
    self.version = version
    self.validFrom = validFrom
    self.fewestSupervisors = fewestSupervisors
    self.mostSupervisors = mostSupervisors
    self.fewestOfficers = fewestOfficers
    self.idealOfficers = idealOfficers
    self.fewestMembers = fewestMembers
    self.womenInTen = womenInTen
    self.monthsBeforeFirstLoan = monthsBeforeFirstLoan
    self.attestationMonths = attestationMonths
    self.assessmentMonths = assessmentMonths
    self.bookkeepingGate = bookkeepingGate
    self.lateEntryDays = lateEntryDays
    self.reason = reason
  }

  /// The programme's own thresholds, from the beginning of the calendar.
  public static let standard = EligibilityInstrument(
    version: 0, validFrom: Month(year: 1900, month: 1).first, fewestSupervisors: 2,
    mostSupervisors: 3, fewestOfficers: 2, idealOfficers: 4, fewestMembers: 5, womenInTen: 3,
    monthsBeforeFirstLoan: 3, attestationMonths: 12, assessmentMonths: 12,
    bookkeepingGate: .eligibility, lateEntryDays: 7, reason: "")

  /// Signatories of an account: not more, not fewer (002 §UPK-5).
  public static let signatories = 3
}

/// What a UPK with poor books may not do (rules.md 0, ruling 10).
public enum BookkeepingGate: String, Hashable, Sendable, CaseIterable {
  /// It may not lend.
  case eligibility
  /// It may not receive a block grant on top.
  case topUpOnly
}

/// The numbers of an instrument, each with how far a province may go.
public enum InstrumentField: String, Hashable, Sendable, CaseIterable {
  case fewestSupervisors, mostSupervisors, fewestOfficers, idealOfficers, fewestMembers
  case womenInTen, monthsBeforeFirstLoan, attestationMonths, assessmentMonths, lateEntryDays

  /// What a province may set: as strict as the sources, or stricter.
  public var bounds: ClosedRange<Int> {
    switch self {
    case .fewestSupervisors: 2...3
    case .mostSupervisors: 2...3
    case .fewestOfficers: 2...4
    case .idealOfficers: 2...10
    case .fewestMembers: 5...20
    case .womenInTen: 3...10
    case .monthsBeforeFirstLoan: 3...12
    case .attestationMonths: 1...36
    case .assessmentMonths: 1...12
    case .lateEntryDays: 0...31
    }
  }
}

extension EligibilityInstrument {
  /// A number by its name.
  public func value(_ field: InstrumentField) -> Int {
    switch field {
    case .fewestSupervisors: fewestSupervisors
    case .mostSupervisors: mostSupervisors
    case .fewestOfficers: fewestOfficers
    case .idealOfficers: idealOfficers
    case .fewestMembers: fewestMembers
    case .womenInTen: womenInTen
    case .monthsBeforeFirstLoan: monthsBeforeFirstLoan
    case .attestationMonths: attestationMonths
    case .assessmentMonths: assessmentMonths
    case .lateEntryDays: lateEntryDays
    }
  }

  /// The fewest women among so many members, rounded up.
  func fewestWomen(among members: Int) -> Int { (members * womenInTen + 9) / 10 }

  /// How many may sit in the supervisory body.
  var supervisors: ClosedRange<Int> {
    fewestSupervisors...max(fewestSupervisors, mostSupervisors)
  }

  /// What is out of bounds, field by field: `instrumentOutOfBounds`.
  var violations: [Rejection] {
    InstrumentField.allCases.compactMap { field in
      let least = max(field.bounds.lowerBound, floor(field))
      let most = field.bounds.upperBound
      let value = value(field)
      guard value < least || most < value else { return nil }
      return .instrumentOutOfBounds(field: field, value: value, least: least, most: most)
    }
  }

  /// What another number of the instrument asks of one; never above the bounds.
  private func floor(_ field: InstrumentField) -> Int {
    switch field {
    case .mostSupervisors: min(fewestSupervisors, field.bounds.upperBound)
    case .idealOfficers: min(fewestOfficers, field.bounds.upperBound)
    default: field.bounds.lowerBound
    }
  }
}

extension Sequence<EligibilityInstrument> {
  /// The version in force on a day; the standard before the first.
  public func inForce(on day: Day) -> EligibilityInstrument {
    filter { $0.validFrom <= day }.max { ($0.validFrom, $0.version) < ($1.validFrom, $1.version) }
      ?? .standard
  }
}
