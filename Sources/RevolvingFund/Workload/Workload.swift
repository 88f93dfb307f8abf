/// Who carries what in a UPK, and which seats are empty, as of a day.
public struct Workload: Hashable, Sendable {
  public let asOf: Day
  /// The UPK's officers, in the order of their numbers.
  public let officers: [OfficerLoad]
  /// Applications that nobody has inspected.
  public let applicationsUnassigned: Int
  /// Open cases in which nothing was done.
  public let casesUntouched: Int
  /// The UPK first, then the supervisory body.
  public let seats: [Seats]
  /// Assignments that end soon, the next to end first.
  public let ending: [Assignment]

  /// What one officer carries.
  public struct OfficerLoad: Hashable, Sendable {
    public let person: PersonID
    public let roles: Set<Role>
    /// Inspected by the officer and not paid out, rejected or given up.
    public let applications: Int
    /// Open cases in which the officer did the latest step.
    public let cases: Int
    /// Visits to groups in arrears in the last thirty days.
    public let visits: Int
    public let isTrained: Bool
  }

  /// How an office is staffed.
  public struct Seats: Hashable, Sendable {
    public let office: Office
    public let filled: Int
    public let required: Int
    public let untrained: Int

    public var vacant: Int { max(0, required - filled) }
  }

  /// Offices that may not be empty (002 §UPK-1, §PWS-1).
  public enum Office: String, Hashable, Sendable, CaseIterable {
    case unit, supervisors

    /// The roles in it.
    var roles: Set<Role> { self == .unit ? Role.unitOfficers : [.supervisor] }
    /// What whoever sits in it is trained in.
    var topic: TrainingTopic { self == .unit ? .unitOperation : .supervision }
  }

  /// How soon an assignment ends that is told of, in months.
  public static let endingMonths = 3
  /// How long a visit counts, in days.
  public static let visitDays: Int32 = 30
}

extension Workload {
  /// The workload of a UPK on a day.
  ///
  public init(
    _ roster: Roster, applications: [Application], cases: [CollectionCase],
    instrument: EligibilityInstrument, on day: Day
  ) {
    asOf = day
    let open = applications.compactMap { $0.asOf(day) }.filter { $0.state(on: day).isWork }
    officers = roster.officers(of: Role.unitOfficers, on: day).map { officer in
      let visits = cases.flatMap(\.steps).filter {
        $0.action == .visit && $0.by == officer.person
          && day.addingDays(-Workload.visitDays) < $0.on
      }
      return OfficerLoad(
        person: officer.person, roles: officer.roles,
        applications: open.count { $0.inspection?.inspector == officer.person },
        cases: cases.count { $0.isOpen && $0.steps.last?.by == officer.person },
        visits: visits.count, isTrained: officer.topics.contains(.unitOperation))
    }
    applicationsUnassigned = open.count { $0.inspection == nil }
    casesUntouched = cases.count { $0.isOpen && $0.steps.isEmpty }
    seats = Office.allCases.map { office in
      let people = roster.officers(of: office.roles, on: day)
      return Seats(
        office: office, filled: people.count,
        required: office == .unit ? instrument.fewestOfficers : instrument.fewestSupervisors,
        untrained: people.count { !$0.topics.contains(office.topic) })
    }
    let last = day.addingMonths(Workload.endingMonths)
    ending = roster.officers(of: Role.institutionOffices, on: day).flatMap(\.assignments)
      .filter { held in held.until.map { $0 <= last } ?? false }
      .sorted { ($0.until ?? day, $0.id) < ($1.until ?? day, $1.id) }
  }
}

extension ApplicationState {
  /// Whether somebody still has to do something about it.
  fileprivate var isWork: Bool {
    switch self {
    case .draft, .submitted, .incomplete, .inInspection, .recommended, .notRecommended,
      .inDecision, .approved, .waitlisted, .contracted:
      true
    case .rejected, .disbursed, .cancelled, .expired: false
    }
  }
}
