/// What is wrong with a stream of events, by the names that the wire and programs have for it.
public enum ChainTrouble: String, Hashable, Sendable, CaseIterable, Worded {
  // What the daemon finds along the chain.
  case missing, altered, headDiffers
  // What only who knows an earlier head can find.
  case cutOff, rewritten, streamGone, linesMissing

  public var words: Sentence {
    switch self {
    case .missing: Sentence("the event is missing", "peristiwa hilang")
    case .altered:
      Sentence("it is not what was recorded", "isinya bukan yang dahulu dicatat")
    case .headDiffers:
      Sentence(
        "the head does not follow from the last event",
        "ujung rantai tidak cocok dengan peristiwa terakhir")
    case .cutOff:
      Sentence(
        "events that were known are cut off", "peristiwa yang pernah ada sudah dipotong")
    case .rewritten:
      Sentence(
        "it was rewritten since it was known", "peristiwa ditulis ulang sesudah pernah dicatat")
    case .streamGone: Sentence("the stream is gone", "seluruh rantai hilang")
    case .linesMissing:
      Sentence(
        "lines were taken out of the file of heads", "ada baris yang dihapus dari berkas ujung")
    }
  }
}
