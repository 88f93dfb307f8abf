extension Facts {
  /// Takes in places, people, their offices and how they log in.
  mutating func takeParty(_ change: Change, _ effects: Effects) {
    switch change {
    case .region(let region): regions[region.code] = region
    case .bkm(let bkm): bkms[bkm.code] = bkm
    case .upk(let upk, let chart): take(upk, chart)
    case .person(let person, let sealed):
      persons[person.id] = person
      if let digest = sealed.nikDigest { registeredNIKDigests.insert(digest) }
    case .assignment(let assignment): keep(assignment)
    case .assignmentEnded(let id, let until):
      guard let held = assignments[id] else { return }
      keep(held.replacing(until: until))
    case .papersFiled(let id, let minutes, let duties):
      guard let held = assignments[id] else { return }
      keep(held.filing(minutes: minutes, duties: duties))
    case .training(let training):
      trainings[training.person, default: []].append(training)
      for upk in rosters.keys { rosters[upk]?.take(training) }
    case .principal(let principal): principals[principal.id] = principal
    case .token(let token): tokens[token.id] = token
    case .tokenRevoked(let id, let day):
      tokens[id]?.revokedOn = day
    default: break
    }
  }

  /// A UPK begins with a head of its own, and nothing lent.
  private mutating func take(_ upk: UPK, _ chart: [Account]) {
    upks[upk.id] = upk
    accounts[upk.id] = Set(chart.map(\.code))
    portfolios[upk.id] = .empty
    heads[upk.id] = .empty(upk.id)
  }

  private mutating func keep(_ assignment: Assignment) {
    assignments[assignment.id] = assignment
    guard let person = persons[assignment.person] else { return }
    for upk in rosters.keys where upks[upk].map({ assignment.scope.covers($0) }) ?? false {
      rosters[upk]?.take(assignment, of: person, trainings: trainings[person.id] ?? [])
    }
  }

  /// Takes in groups, who is in them and who is close to them.
  mutating func takeGroup(_ change: Change) {
    switch change {
    case .ksm(let ksm): ksms[ksm.id] = ksm
    case .member(let ksm, let member):
      regroup(ksm) { $0 + [member] }
      openMemberships[MembershipKey(upk: ksm.upk, person: member.person)] = ksm
    case .membershipEnded(let ksm, let number, let day): endMembership(number, of: ksm, on: day)
    case .relationship(let relationship):
      relationships[relationship.ksm, default: []].append(relationship)
    case .relationshipEnded(let ksm, let number, let end):
      for place in relationships[ksm]?.indices ?? 0..<0
      where relationships[ksm]?[place].number == number {
        relationships[ksm]?[place].end = end
      }
    default: break
    }
  }

  private mutating func regroup(_ id: KSMID, _ members: ([Member]) -> [Member]) {
    guard let ksm = ksms[id] else { return }
    ksms[id] = KSM(id: id, name: ksm.name, formedOn: ksm.formedOn, members: members(ksm.members))
  }

  private mutating func endMembership(_ number: Int64, of ksm: KSMID, on day: Day) {
    regroup(ksm) { members in
      members.map {
        $0.number == number
          ? Member(
            number: $0.number, person: $0.person, gender: $0.gender, joinedOn: $0.joinedOn,
            leftOn: day)
          : $0
      }
    }
    guard let person = ksms[ksm]?.members.first(where: { $0.number == number })?.person else {
      return
    }
    openMemberships[MembershipKey(upk: ksm.upk, person: person)] = nil
  }

  /// Takes in what boards and the province set, what was attested, and who signs for whom.
  mutating func takeRule(_ change: Change) {
    switch change {
    case .charter(let charter): charters[charter.upk, default: []].append(charter)
    case .policy(let policy): policies[policy.upk, default: []].append(policy)
    case .policyBounds(let bounds): policyBounds.append(bounds)
    case .acknowledgement(let known): acknowledgements[known.upk, default: []].append(known)
    case .attestation(let attestation):
      attestations[attestation.upk, default: []].append(attestation)
    case .instrument(let instrument): instruments.append(instrument)
    case .approvalChain(let chain): chains[chain.upk, default: []].append(chain)
    case .delegation(let delegation): delegations[delegation.upk, default: []].append(delegation)
    case .delegationRevoked(let upk, let number, let revocation):
      for place in delegations[upk]?.indices ?? 0..<0
      where delegations[upk]?[place].number == number {
        delegations[upk]?[place].revocation = revocation
      }
    default: break
    }
  }
}

extension Head {
  /// That of a stream in which nothing stands yet.
  public static func empty(_ stream: UPKID) -> Head {
    Head(stream: stream, latestDay: .beforeAllBooks, counters: [:])
  }
}

extension Day {
  /// What a stream's latest day is while nothing was booked in it.
  fileprivate static let beforeAllBooks = Month(year: 1900, month: 1).first
}

extension Assignment {
  fileprivate func replacing(until: Day) -> Assignment {
    Assignment(
      id: id, person: person, role: role, scope: scope, from: from, until: until,
      minutes: minutes, duties: duties)
  }

  fileprivate func filing(minutes: FiledPaper?, duties: FiledPaper?) -> Assignment {
    Assignment(
      id: id, person: person, role: role, scope: scope, from: from, until: until,
      minutes: minutes, duties: duties)
  }
}
