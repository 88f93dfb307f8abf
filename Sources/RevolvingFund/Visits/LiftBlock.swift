/// Ends a block by minutes of the board; never by the one who is blocked.
///
/// Refused with: `textMissing`, `textTooLong`, `notFound`, `dayInFuture`, `dayBefore` (the visit
/// that found it), `personBlocked` (the caller's own), `blockLifted` (already).
public struct LiftBlock: Command {
  public let block: BlockID
  /// The number of the board's minutes.
  public let minutes: String
  public let day: Day

  public init(block: BlockID, minutes: String, day: Day) {
    self.block = block
    self.minutes = minutes
    self.day = day
  }

  public var kind: CommandKind { .liftBlock }
  public var stream: UPKID { block.upk }
  public var content: Content {
    var content = Content()
    content.add("block", block.number)
    content.add("minutes", minutes)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.blocks.insert(block)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let found = facts.blocks[block] else {
      throw Refusal(.notFound(.block, name: "\(block.number)"))
    }
    var violations = Violations()
    violations.require(minutes, .minutes)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.since, .visited)
    violations.require(
      found.person != caller.person, .personBlocked(person: found.person.value))
    if let lift = found.lift { violations.add([.blockLifted(on: lift.on)]) }
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .block(block))
    effects.add(
      .blockLifted(block, BlockLift(on: day, by: caller.person, minutes: minutes)))
    return effects
  }
}
