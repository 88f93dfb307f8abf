/// A meeting with its minutes and who came.
public struct Meeting: Hashable, Sendable {
  public let upk: UPKID
  public let number: Int64
  public let kind: MeetingKind
  /// The group that met; `nil` of the other kinds.
  public let ksm: KSMID?
  public let on: Day
  public let women: Int
  public let men: Int
  /// The number of the minutes.
  public let minutes: String
  public let note: String

  public init(
    upk: UPKID, number: Int64, kind: MeetingKind, ksm: KSMID?, on day: Day, women: Int, men: Int,
    minutes: String, note: String
  ) {
    self.upk = upk
    self.number = number
    self.kind = kind
    self.ksm = ksm
    on = day
    self.women = women
    self.men = men
    self.minutes = minutes
    self.note = note
  }
}

/// Who meets.
public enum MeetingKind: String, Hashable, Sendable, CaseIterable {
  /// The yearly meeting of the ward's people (rembug warga tahunan).
  case rwt
  case bkm
  case group
}
