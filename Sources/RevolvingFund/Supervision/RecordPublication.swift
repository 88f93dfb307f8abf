/// Records that the report of a closed month was posted, or sent to the board.
///
/// Refused with: `textMissing`, `textTooLong`, `notFound` (the month is not closed),
/// `alreadyExists` (published before), `dayInFuture`, `periodNotOver`.
public struct RecordPublication: Command {
  public let upk: UPKID
  public let publication: PublicationKind
  public let month: Month
  /// Where it hangs, or the number of the letter.
  public let reference: String
  public let day: Day

  public init(
    upk: UPKID, publication: PublicationKind, month: Month, reference: String, day: Day
  ) {
    self.upk = upk
    self.publication = publication
    self.month = month
    self.reference = reference
    self.day = day
  }

  public var kind: CommandKind { .recordPublication }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("kind", publication.rawValue)
    content.add("month", month.description)
    content.add("reference", reference)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.publicationsOf.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let head = facts.head(upk)
    let isPublished = (facts.publications[upk] ?? []).contains {
      $0.kind == publication && $0.month == month
    }
    var violations = Violations()
    violations.require(reference, .reference)
    violations.require(
      head.closedThrough.map { month <= $0 } ?? false, .notFound(.period, name: "\(month)"))
    violations.require(
      !isPublished, .alreadyExists(.publication, name: "\(publication.rawValue) \(month)"))
    violations.requirePast(day, caller)
    violations.require(month.last < day, .periodNotOver(month, day: day))
    try violations.check()

    var number: Int64 = 0
    var effects = Effects(head: head) { numbering in
      number = numbering.take(.publication)
      return .publication(upk, number: number)
    }
    effects.add(
      .accountability(
        .publication(
          Publication(
            upk: upk, number: number, kind: publication, month: month, on: day,
            by: caller.person, reference: reference))))
    return effects
  }
}
