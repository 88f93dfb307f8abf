/// That an officer of a UPK says to know a version of its lending rules.
///
/// UPK staff must understand them (002 §UPK-4; rules.md R-018).
public struct PolicyAcknowledgement: Hashable, Sendable {
  public let upk: UPKID
  public let version: Int64
  public let person: PersonID
  /// The day from which it counts.
  public let on: Day

  public init(upk: UPKID, version: Int64, person: PersonID, on day: Day) {
    self.upk = upk
    self.version = version
    self.person = person
    on = day
  }
}
