extension Keys {
  /// Asks for everything that a ward's criteria are tested by.
  mutating func addWard(_ upk: UPKID) {
    upks.insert(upk)
    instruments = true
    rosters.insert(upk)
    chartersOf.insert(upk)
    policiesOf.insert(upk)
    acknowledgementsOf.insert(upk)
    repairsOf.insert(upk)
    attestationsOf.insert(upk)
    portfolios.insert(upk)
    periods.insert(upk)
    collectionDaysOf.insert(upk)
    let accounts = AccountCode.capital + [.savings, .savingsCash, .savingsBank]
    balances.formUnion(accounts.map { AccountKey(upk: upk, account: $0) })
  }

  /// Asks for everything that a ward and one of its groups are tested by.
  public mutating func addEligibility(of upk: UPKID, _ ksm: KSMID?) {
    addWard(upk)
    if let ksm {
      ksms.insert(ksm)
      groupRecordsOf.insert(ksm)
    }
  }

  /// As above, for the group of an application.
  mutating func addEligibility(ofGroupIn application: ApplicationID) {
    addWard(application.upk)
    applications.insert(application)
    groupRecordsOfApplications.insert(application)
    relationshipsOfApplications.insert(application)
  }
}
