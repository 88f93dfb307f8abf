/// How an office is staffed on a day: distinct persons, and how many of them lack what.
public struct OfficeStaffing: Hashable, Sendable {
  public let people: Int
  public let women: Int
  public let untrained: Int
  /// Without a written job description (uraian tugas).
  public let withoutDuties: Int
  /// Without minutes of the appointment.
  public let withoutMinutes: Int

  public var men: Int { people - women }

  public init(
    people: Int, women: Int, untrained: Int, withoutDuties: Int, withoutMinutes: Int
  ) {
    self.people = people
    self.women = women
    self.untrained = untrained
    self.withoutDuties = withoutDuties
    self.withoutMinutes = withoutMinutes
  }
}
