/// What the board and the UPK did together to collect, in one month of a suspension.
///
/// One is due each month while a UPK is suspended or recovered (002 §UPK-7d; rules.md 0,
/// ruling 11).
public struct JointCollection: Hashable, Sendable {
  public let upk: UPKID
  public let number: Int64
  /// Its month is the one that it counts for.
  public let on: Day
  /// Who came for the board.
  public let boardPerson: PersonID
  /// Who came for the UPK.
  public let unitPerson: PersonID
  /// What was done.
  public let note: String

  public init(
    upk: UPKID, number: Int64, on day: Day, boardPerson: PersonID, unitPerson: PersonID,
    note: String
  ) {
    self.upk = upk
    self.number = number
    on = day
    self.boardPerson = boardPerson
    self.unitPerson = unitPerson
    self.note = note
  }
}

/// The months of a suspension for which a joint collection was due, and whether there is a record.
public struct CollectionDuty: Hashable, Sendable {
  /// Whole months that ended without a record, oldest first.
  public let missing: [Month]
  /// Whether the running month has one.
  public let isDoneThisMonth: Bool

  /// The duty on a day, from the month after the one with whose close the suspension began.
  public init(_ suspension: Suspension, recordedOn days: some Sequence<Day>, asOf day: Day) {
    let done = Set(days.filter { $0 <= day }.map(\.month))
    let ended = max(0, day.month.distance(from: suspension.since) - 1)
    missing = (0..<ended).map { suspension.since.adding($0 + 1) }.filter { !done.contains($0) }
    isDoneThisMonth = done.contains(day.month)
  }
}
