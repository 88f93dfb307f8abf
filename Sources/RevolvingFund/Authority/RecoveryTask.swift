/// What a board must be willing to repair before its UPK lends (002 §LKM-4.5a to c; R-014).
public enum Repair: String, Hashable, Sendable, CaseIterable {
  case appointSupervisors, trainBoard, openBoardAccount
}

/// Who repairs what of the institution, and by when.
///
/// Whether it is done shows in the records, and is never typed. Every kelurahan *lama* is bound by
/// it (rules.md 0, ruling 26).
public struct RecoveryTask: Hashable, Sendable {
  public let upk: UPKID
  public let number: Int64
  public let repair: Repair
  /// Who answers for it.
  public let responsible: PersonID
  /// The last day on which it is in time.
  public let due: Day
  /// How it will be done; may be empty.
  public let note: String
  public let plannedOn: Day

  public init(
    upk: UPKID, number: Int64, repair: Repair, responsible: PersonID, due: Day, note: String,
    plannedOn: Day
  ) {
    self.upk = upk
    self.number = number
    self.repair = repair
    self.responsible = responsible
    self.due = due
    self.note = note
    self.plannedOn = plannedOn
  }
}

extension Sequence where Element == RecoveryTask {
  /// The plan that stands for each repair on a day: of several the latest, and of those of one day
  /// the last.
  public func standing(on day: Day) -> [Repair: RecoveryTask] {
    let made = filter { $0.plannedOn <= day }
      .sorted { ($0.plannedOn, $0.number) < ($1.plannedOn, $1.number) }
    return made.reduce(into: [:]) { $0[$1.repair] = $1 }
  }
}
