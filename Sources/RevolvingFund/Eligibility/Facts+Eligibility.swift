extension Facts {
  /// What the records of a ward show on a day; `nil` unless `Keys.addEligibility` asked for them.
  public func wardRecord(_ upk: UPKID, on day: Day) -> WardRecord? {
    guard let unit = upks[upk], let roster = rosters[upk], let book = portfolios[upk],
      let authority = authority(of: upk, on: day)
    else { return nil }
    let hasLent = book.lent.contains { $0.loan.disbursedOn < day }
    let policy = (policies[upk] ?? []).inForce(on: day)
    func balance(_ account: AccountCode) -> Rupiah {
      balances[AccountKey(upk: upk, account: account)] ?? .zero
    }
    let cover = balance(.savingsCash) + balance(.savingsBank)
    return WardRecord(
      asOf: day, instrument: instruments.inForce(on: day),
      ranEarlierProgramme: unit.ranEarlierProgramme, hasLent: hasLent,
      guidance: WardRecord.Guidance(roster, on: day),
      charter: WardRecord.CharterRecord((charters[upk] ?? []).inForce(on: day)),
      policyHeadings: policy?.headings.count ?? 0,
      supervisors: roster.staffing(of: [.supervisor], trainedIn: .supervision, on: day),
      officers: roster.staffing(of: Role.unitOfficers, trainedIn: .unitOperation, on: day),
      officersUnacquainted: unacquainted(roster, with: policy, on: day),
      signatories: roster.staffing(of: [.signatory], trainedIn: nil, on: day),
      repairsOpen: repairsOpen(roster, on: day),
      capital: AccountCode.capital.total(balance),
      savingsUncovered: max(.zero, balance(.savings) - cover), authority: authority,
      suspension: suspensionRecord(upk, book, on: day), attestations: attestations[upk] ?? [],
      charterSince: (charters[upk] ?? []).inForce(on: day)?.validFrom,
      signatoriesSince: roster.officers(of: [.signatory], on: day)
        .flatMap { $0.assignments.map(\.from) }.max())
  }

  /// What the records of a group show on a day; `nil` unless `Keys.addEligibility` asked for them.
  public func groupRecord(_ id: KSMID, on day: Day) -> GroupRecord? {
    guard let ksm = ksms[id], let roster = rosters[id.upk], let book = portfolios[id.upk] else {
      return nil
    }
    let offices = roster.officers(of: Role.institutionOffices, on: day)
      .reduce(into: [:]) { $0[$1.person] = $1.assignments.count }
    let members = ksm.activeMembers(on: day).map { member in
      let topics = (trainings[member.person] ?? []).filter { $0.trainedOn <= day }.map(\.topic)
      return GroupRecord.MemberRecord(
        number: member.number, isTrained: TrainingTopic.ofBorrowers.isSubset(of: topics),
        openShares: claimed.contains(member.person) ? 1 : 0, offices: offices[member.person] ?? 0)
    }
    return GroupRecord(
      asOf: day, instrument: instruments.inForce(on: day), ksm: ksm,
      isFirstLoan: !book.loans(of: id).contains { $0.loan.disbursedOn <= day },
      monthsSaved: savings[id]?.longestRun(upTo: day) ?? 0,
      savingsAccount: (policies[id.upk] ?? []).inForce(on: day)?.savingsAccount ?? .none,
      members: members, attestations: attestations[id.upk] ?? [])
  }
}

extension Facts {
  /// Officers who have not said that they know the policy; all of them while there is none.
  private func unacquainted(
    _ roster: Roster, with policy: LendingPolicy?, on day: Day
  ) -> Int {
    let known = (acknowledgements[roster.upk] ?? []).filter {
      $0.version == policy?.version && $0.on <= day
    }
    let acquainted = Set(known.map(\.person))
    return roster.officers(of: Role.unitOfficers, on: day).count {
      !acquainted.contains($0.person)
    }
  }

  /// Repairs that the records do not show and that nobody has promised for a day to come.
  ///
  /// A board must be willing to repair (002 §LKM-4.5): a promise holds until its day.
  private func repairsOpen(_ roster: Roster, on day: Day) -> Int {
    let instrument = instruments.inForce(on: day)
    let promised = (repairs[roster.upk] ?? []).standing(on: day)
    let board = roster.officers(of: [.bkmCoordinator, .bkmMember], on: day)
    return Repair.allCases.count { repair in
      let isDone =
        switch repair {
        case .appointSupervisors:
          roster.officers(of: [.supervisor], on: day).count >= instrument.fewestSupervisors
        case .trainBoard:
          !board.isEmpty && board.allSatisfy { $0.topics.contains(.institution) }
        case .openBoardAccount:
          roster.officers(of: [.signatory], on: day).count == EligibilityInstrument.signatories
        }
      return !isDone && !(promised[repair].map { day <= $0.due } ?? false)
    }
  }

  private func suspensionRecord(
    _ upk: UPKID, _ book: LoanBook, on day: Day
  ) -> WardRecord.SuspensionRecord {
    guard let record = periods[upk], let suspension = record.suspension else {
      return WardRecord.SuspensionRecord(loansAgainst: 0, collectionsMissing: 0)
    }
    // From the board's minutes on groups that are new may borrow again.
    let end = min(day, record.recovery?.from.addingDays(-1) ?? day)
    let against = book.lent.filter { history in
      let paidOut = history.loan.disbursedOn
      guard suspension.since.last < paidOut, paidOut <= end else { return false }
      let eve = paidOut.addingDays(-1)
      return BorrowerStanding(loans: book.loans(of: history.loan.ksm), on: eve)
        != .returningCurrent
    }
    let duty = CollectionDuty(
      suspension, recordedOn: collectionDays[upk] ?? [], asOf: day)
    return WardRecord.SuspensionRecord(
      loansAgainst: against.count, collectionsMissing: duty.missing.count)
  }
}

extension WardRecord.Guidance {
  fileprivate init(_ roster: Roster, on day: Day) {
    self.init(
      consultants: roster.officers(of: [.provinceConsultant], on: day).count,
      facilitators: roster.officers(of: [.facilitator], on: day).count,
      volunteers: roster.officers(of: [.volunteer], on: day).count)
  }
}

extension WardRecord.CharterRecord {
  fileprivate init(_ charter: Charter?) {
    func says(_ clause: CharterClause) -> Int { charter?.articles[clause] == nil ? 0 : 1 }
    self.init(
      charters: charter == nil ? 0 : 1, povertyClauses: says(.povertyTool),
      lendingOnlyClauses: says(.lendingOnly), incomeClauses: says(.incomeForUnitOnly))
  }
}

extension Roster {
  /// How an office is staffed; nobody is untrained where no training is asked for.
  fileprivate func staffing(
    of roles: Set<Role>, trainedIn topic: TrainingTopic?, on day: Day
  ) -> OfficeStaffing {
    let people = officers(of: roles, on: day)
    return OfficeStaffing(
      people: people.count, women: people.count { $0.gender == .female },
      untrained: people.count { officer in
        topic.map { !officer.topics.contains($0) } ?? false
      },
      withoutDuties: people.count { !$0.hasDuties },
      withoutMinutes: people.count { !$0.hasMinutes })
  }
}

extension Role {
  /// Who works for a UPK.
  static let unitOfficers: Set<Role> = [.cashier, .bookkeeper, .loanOfficer, .manager]

  /// Who sits in the board, its supervisory body or its UPK.
  static let institutionOffices = unitOfficers.union([.bkmCoordinator, .bkmMember, .supervisor])
}

extension TrainingTopic {
  /// What every member of a group is trained in before it borrows (B-06).
  static let ofBorrowers: Set<TrainingTopic> = [
    .revolvingLoan, .entrepreneurship, .householdEconomy,
  ]
}
