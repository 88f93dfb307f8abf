/// The keys of the facts that commands need; the store loads each once for a whole group.
public struct Keys: Sendable {
  public var regions: Set<RegionCode> = []
  public var bkms: Set<Code> = []
  public var upkCodes: Set<Code> = []
  public var upks: Set<UPKID> = []
  public var persons: Set<PersonID> = []
  public var nikDigests: Set<[UInt8]> = []
  /// Persons whose assignments are needed, ended ones too.
  public var assignmentsOf: Set<PersonID> = []
  /// Persons of whose assignments the UPK of their scopes are needed.
  public var officesOf: Set<PersonID> = []
  public var assignments: Set<AssignmentID> = []
  /// Persons whose trainings are needed.
  public var trainingsOf: Set<PersonID> = []
  /// UPK of which everybody in office is needed, with training and papers.
  public var rosters: Set<UPKID> = []
  public var principals: Set<PrincipalID> = []
  public var principalLabels: Set<Code> = []
  public var tokens: Set<TokenID> = []
  /// Hashes of certificates of which is needed whether one was ever given to somebody.
  public var certificates: Set<[UInt8]> = []
  /// UPK whose charters are needed, all versions.
  public var chartersOf: Set<UPKID> = []
  /// UPK whose policies are needed, all versions.
  public var policiesOf: Set<UPKID> = []
  /// Whether the province's bounds are needed, all versions.
  public var policyBounds = false
  /// UPK of which is needed who knows which version of its policy.
  public var acknowledgementsOf: Set<UPKID> = []
  /// Groups with all their members.
  public var ksms: Set<KSMID> = []
  /// Loans of which the group is needed, with all members.
  public var groupsOfLoans: Set<LoanID> = []
  /// Persons whose open memberships in one UPK are needed.
  public var memberships: Set<MembershipKey> = []
  /// Applications with shares, inspection and signatures, and their groups with all members.
  public var applications: Set<ApplicationID> = []
  /// Groups of which the applications are needed that are not over.
  public var openApplicationsOf: Set<KSMID> = []
  /// UPK whose approval chains are needed, all versions.
  public var chainsOf: Set<UPKID> = []
  /// UPK of which is needed who left a signature to whom.
  public var delegationsOf: Set<UPKID> = []
  /// Groups of which is needed who is close to them, by group, by application or by loan.
  public var relationshipsOf: Set<KSMID> = []
  public var relationshipsOfApplications: Set<ApplicationID> = []
  public var relationshipsOfLoans: Set<LoanID> = []
  /// UPK whose queues are needed: what waits for an inspection, a signature or money.
  public var queuesOf: Set<UPKID> = []
  /// UPK of which approvals that are not paid out are needed.
  public var reservationsOf: Set<UPKID> = []
  public var loans: Set<LoanID> = []
  /// Loans of which is needed how they were paid out.
  public var disbursementsOf: Set<LoanID> = []
  /// Loans of which is needed what came when, and no more of each repayment.
  public var paymentsOf: Set<LoanID> = []
  /// Loans of which every repayment is needed, and whether the savings may be set off.
  public var repaymentsOf: Set<LoanID> = []
  /// Loans of which is needed what members gave each other back.
  public var debtSettlementsOf: Set<LoanID> = []
  /// Groups of which is needed what is held for them.
  public var suspenseOf: Set<KSMID> = []
  /// UPK of which is needed what they hold without a name, and what of it groups were given.
  public var unnamedSuspenseOf: Set<UPKID> = []
  /// UPK of which every loan with every payment is needed, and what was written off.
  public var portfolios: Set<UPKID> = []
  /// UPK of which the last closed month is needed, with the suspension that it stands in.
  public var periods: Set<UPKID> = []
  /// UPK of which is needed which closed months were to be opened again.
  public var reopenings: Set<UPKID> = []
  /// UPK of which the closed years are needed.
  public var yearsOf: Set<UPKID> = []
  /// UPK of which is needed what became of the profits of closed years.
  public var allocationsOf: Set<UPKID> = []
  /// UPK whose budgets are needed, all of them.
  public var budgetsOf: Set<UPKID> = []
  /// UPK of which the earliest day is needed.
  public var firstDays: Set<UPKID> = []
  /// UPK of which is needed what cash and bank held on every day.
  public var fundMoneyOf: Set<UPKID> = []
  /// UPK of which the plans of repairs are needed, all of them.
  public var repairsOf: Set<UPKID> = []
  public var movements: Set<MovementsKey> = []
  /// Whether the province's eligibility instruments are needed, all versions.
  public var instruments = false
  /// UPK of which what was attested of the ward is needed.
  public var attestationsOf: Set<UPKID> = []
  /// Groups of which is needed what was attested of them and their members, what they saved, and
  /// the training and open shares of the members.
  public var groupRecordsOf: Set<KSMID> = []
  /// As above, for the groups of applications.
  public var groupRecordsOfApplications: Set<ApplicationID> = []
  /// UPK of which the days of joint collections are needed.
  public var collectionDaysOf: Set<UPKID> = []
  public var caseSteps: Set<CaseStepID> = []
  /// Loans of which all is needed that was done about their arrears.
  public var caseStepsOf: Set<LoanID> = []
  /// UPK of which all is needed that was done about loans in arrears.
  public var casesOf: Set<UPKID> = []
  /// Groups of which is needed what visits say of their members; `groupRecordsOf` brings it too.
  public var conductOfGroups: Set<KSMID> = []
  /// Persons of whom is needed whether they are blocked.
  public var conductOf: Set<PersonID> = []
  public var blocks: Set<BlockID> = []
  public var complaints: Set<ComplaintID> = []
  public var findings: Set<FindingID> = []
  /// UPK of which is needed what was published of which month.
  public var publicationsOf: Set<UPKID> = []
  /// UPK of which the days of inspections by the supervisors are needed.
  public var supervisionsOf: Set<UPKID> = []
  public var accountsOf: Set<UPKID> = []
  public var balances: Set<AccountKey> = []
  /// Groups whose savings are needed, all movements.
  public var savingsOf: Set<KSMID> = []
  /// UPK of which the savers' money is needed, and what is owed to them, day by day.
  public var savingsPools: Set<UPKID> = []
  public var references: Set<ReferenceKey> = []
  /// Vouchers with who booked them, and what took them back.
  public var vouchers: Set<VoucherID> = []
  /// Accounts with a day of which the balance at its end is needed.
  public var balancesOfDays: Set<BalanceKey> = []
  /// UPK of which every count of the cash is needed.
  public var cashCountsOf: Set<UPKID> = []
  /// Accounts and months of which the books are needed, voucher by voucher.
  public var bankMonths: Set<BankMonth> = []
  /// Accounts and months of which the last reconciliation is needed, with what it left open.
  public var reconciliations: Set<BankMonth> = []
  /// UPK of which the register of assets is needed.
  public var assetsOf: Set<UPKID> = []
  /// Persons of whom is needed whether they have an open share in any loan of the province.
  public var openSharesOf: Set<PersonID> = []

  public init() {}
}

/// A person's membership in the groups of one UPK.
public struct MembershipKey: Hashable, Sendable {
  public let upk: UPKID
  public let person: PersonID

  public init(upk: UPKID, person: PersonID) {
    self.upk = upk
    self.person = person
  }
}

/// An account of one UPK.
public struct AccountKey: Hashable, Sendable {
  public let upk: UPKID
  public let account: AccountCode

  public init(upk: UPKID, account: AccountCode) {
    self.upk = upk
    self.account = account
  }
}

/// An account of one UPK at the end of a day.
public struct BalanceKey: Hashable, Sendable {
  public let upk: UPKID
  public let account: AccountCode
  public let on: Day

  public init(upk: UPKID, account: AccountCode, on day: Day) {
    self.upk = upk
    self.account = account
    on = day
  }
}

/// A bank account of one UPK in a month.
public struct BankMonth: Hashable, Sendable {
  public let upk: UPKID
  public let account: AccountCode
  public let month: Month

  public init(upk: UPKID, account: AccountCode, month: Month) {
    self.upk = upk
    self.account = account
    self.month = month
  }

  /// The month before.
  public var previous: BankMonth { BankMonth(upk: upk, account: account, month: month.adding(-1)) }
}

/// What moved on the accounts of one UPK up to a day.
public struct MovementsKey: Hashable, Sendable {
  public let upk: UPKID
  public let upTo: Day

  public init(upk: UPKID, upTo day: Day) {
    self.upk = upk
    upTo = day
  }
}

/// A paper's own number in one UPK.
public struct ReferenceKey: Hashable, Sendable {
  public let upk: UPKID
  public let reference: String

  public init(upk: UPKID, reference: String) {
    self.upk = upk
    self.reference = reference
  }
}
