/// The community board (Badan Keswadayaan Masyarakat) that owns a fund and answers for it.
public struct BKM: Hashable, Sendable {
  public let code: Code
  public let name: String
  public let region: RegionCode

  public init(code: Code, name: String, region: RegionCode) {
    self.code = code
    self.name = name
    self.region = region
  }
}

/// The lending unit (Unit Pengelola Keuangan) of a board: it lends, collects and keeps the books.
public struct UPK: Hashable, Sendable {
  public let id: UPKID
  public let code: Code
  public let name: String
  public let bkm: Code
  /// The ward (kelurahan) it works in; also the place where permissions are looked up.
  public let region: RegionCode
  /// The first month it worked; ROI of that year counts months from here (rules.md 0, ruling 15).
  public let operatingSince: Month
  /// Whether its kelurahan ran P2KP or PNPM before, so that it is *lama* from its first day
  /// (rules.md 0, ruling 10).
  public let ranEarlierProgramme: Bool
  /// The day, by the server's clock, on which it was registered here.
  public let liveFrom: Day

  public init(
    id: UPKID, code: Code, name: String, bkm: Code, region: RegionCode, operatingSince: Month,
    ranEarlierProgramme: Bool, liveFrom: Day
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.bkm = bkm
    self.region = region
    self.operatingSince = operatingSince
    self.ranEarlierProgramme = ranEarlierProgramme
    self.liveFrom = liveFrom
  }
}
