/// Books that were reckoned again, and their freeze.
public enum VerificationHeading: String, CaseIterable, Sendable, Worded {
  case control, place, what, expected, found, frozen
  case isFrozen = "is_frozen"
  case frozenOn = "frozen_on"
  case requestedBy = "requested_by"
  case requestedOn = "requested_on"
  case releasedBy = "released_by"
  case releasedOn = "released_on"

  public var words: Sentence {
    switch self {
    case .control: Sentence("Control", "Pemeriksaan")
    case .place: Sentence("Where", "Tempat")
    case .what: Sentence("What", "Apa")
    case .expected: Sentence("Must be", "Seharusnya")
    case .found: Sentence("Is", "Tercatat")
    case .frozen: Sentence("Frozen", "Dibekukan")
    case .isFrozen: Sentence("Frozen now", "Sedang dibekukan")
    case .frozenOn: Sentence("Frozen on", "Dibekukan pada")
    case .requestedBy: Sentence("Release requested by", "Pembukaan diminta oleh")
    case .requestedOn: Sentence("Requested on", "Diminta pada")
    case .releasedBy: Sentence("Released by", "Dibuka oleh")
    case .releasedOn: Sentence("Released on", "Dibuka pada")
    }
  }
}
