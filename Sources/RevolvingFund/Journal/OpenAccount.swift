/// Adds an account to a UPK's chart, within the ranges that the standard chart leaves free.
///
/// Refused with: `textMissing`, `textTooLong` (the name), `accountNotExtensible`, `alreadyExists`,
/// `dayInFuture`.
public struct OpenAccount: Command {
  public let upk: UPKID
  public let account: Account
  public let day: Day

  public init(upk: UPKID, account: Account, day: Day) {
    self.upk = upk
    self.account = account
    self.day = day
  }

  public var kind: CommandKind { .openAccount }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("code", account.code.number)
    content.add("name", account.name)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) { keys.accountsOf.insert(upk) }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(account.name, .name, atMost: 60)
    violations.require(
      account.code.isExtensible, .accountNotExtensible(account.code))
    violations.require(
      !(facts.accounts[upk]?.contains(account.code) ?? false),
      .alreadyExists(.account, name: "\(account.code.number)"))
    violations.requirePast(day, caller)
    try violations.check()

    var effects = Effects(
      head: facts.head(stream), subject: .account(upk, account.code))
    effects.add(.account(upk, account))
    return effects
  }
}

extension ChartOfAccounts {
  /// Where a UPK may open accounts of its own.
  ///
  /// Money, loans, savings, the reserve, equipment and capital have their accounts already: another
  /// beside them would be out of sight of the rules that watch them. Cost is operating cost, paid
  /// from unspent income; so is what is spent on other assets (rules.md 0, rulings 12 and 17).
  public static let extensible: [ClosedRange<AccountCode>] = [
    AccountCode.ownAssets, AccountCode(21011)...AccountCode(21019),
    AccountCode(21051)...AccountCode(21099), AccountCode(41021)...AccountCode(41029),
    AccountCode(41031)...AccountCode(41099), AccountCode(51011)...AccountCode(51049),
  ]
}

extension AccountCode {
  /// Assets of accounts that a UPK opened: advances and other claims.
  public static let ownAssets = AccountCode(11061)...AccountCode(11099)

  /// Whether a UPK may open the account, if it has none of the code.
  public var isExtensible: Bool {
    ChartOfAccounts.extensible.contains { $0.contains(self) }
  }
}
