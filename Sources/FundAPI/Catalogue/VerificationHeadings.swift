/// Books that were reckoned again, and their freeze.
public enum VerificationHeading: String, CaseIterable, Sendable, Worded {
  case verified, events, control, what, expected, frozen
  case foundAt = "found_at"
  case foundInstead = "found_instead"
  case isFrozen = "is_frozen"
  case frozenOn = "frozen_on"
  case releaseRequestedBy = "release_requested_by"
  case releaseRequestedOn = "release_requested_on"
  case releasedBy = "released_by"
  case releasedOn = "released_on"

  public var words: Sentence {
    switch self {
    case .verified: Sentence("Verified", "Diperiksa")
    case .events: Sentence("Events", "Catatan")
    case .control: Sentence("Control", "Pemeriksaan")
    case .foundAt: Sentence("Where", "Tempat")
    case .what: Sentence("What", "Apa")
    case .expected: Sentence("Must be", "Seharusnya")
    case .foundInstead: Sentence("Is", "Tercatat")
    case .frozen: Sentence("Frozen", "Dibekukan")
    case .isFrozen: Sentence("Frozen now", "Sedang dibekukan")
    case .frozenOn: Sentence("Frozen on", "Dibekukan pada")
    case .releaseRequestedBy: Sentence("Release requested by", "Pembukaan diminta oleh")
    case .releaseRequestedOn: Sentence("Release requested", "Pembukaan diminta")
    case .releasedBy: Sentence("Released by", "Dibuka oleh")
    case .releasedOn: Sentence("Released on", "Dibuka pada")
    }
  }
}
