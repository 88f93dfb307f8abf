public import RevolvingFund

/// The name by which the wire calls a thing, such as `upks/malabutor/ksms/1/members/3`.
///
/// A code or a number never changes its meaning, so a name can be kept.
public enum ResourceName: Hashable, Sendable {
  case region(RegionCode)
  case bkm(Code)
  case upk(Code)
  case person(PersonID)
  case assignment(AssignmentID)
  case training(TrainingID)
  case principal(PrincipalID)
  case token(TokenID)
  case policyBounds(Int64)
  case instrument(Int64)
  // What belongs to a UPK, after its code.
  case charter(Code, Int64)
  case policy(Code, Int64)
  case ksm(Code, Int64)
  case member(Code, ksm: Int64, Int64)
  case application(Code, Int64)
  case loan(Code, Int64)
  case journal(Code)
  case account(Code, AccountCode)
  case cashCount(Code, Int64)
  case reconciliation(Code, Int64)
  case asset(Code, Int64)
  case period(Code, Month)
  case year(Code, Int)
  case budget(Code, Int64)
  case recovery(Code, since: Month)
  case collection(Code, Int64)
  case repair(Code, Int64)
  case attestation(Code, Int64)
  case caseStep(Code, Int64)
  case visit(Code, Int64)
  case block(Code, Int64)
  case approvalChain(Code, Int64)
  case delegation(Code, Int64)
  case relationship(Code, Int64)
  case suspenseAssignment(Code, Int64)
  case complaint(Code, Int64)
  case meeting(Code, Int64)
  case supervision(Code, Int64)
  case finding(Code, Int64)
  case publication(Code, Int64)
  case confirmation(Code, Int64)
  case freeze(Code, Int64)

  /// The UPK it belongs to; `nil` for what belongs to no single UPK.
  public var upk: Code? {
    switch self {
    case .region, .bkm, .person, .assignment, .training, .principal, .token, .policyBounds,
      .instrument:
      nil
    case .upk(let upk), .journal(let upk), .account(let upk, _): upk
    case .cashCount(let upk, _), .reconciliation(let upk, _), .asset(let upk, _): upk
    case .period(let upk, _), .recovery(let upk, since: _), .collection(let upk, _): upk
    case .charter(let upk, _): upk
    case .year(let upk, _), .budget(let upk, _): upk
    case .repair(let upk, _): upk
    case .attestation(let upk, _), .caseStep(let upk, _): upk
    case .visit(let upk, _), .block(let upk, _): upk
    case .approvalChain(let upk, _), .delegation(let upk, _), .relationship(let upk, _),
      .suspenseAssignment(let upk, _), .freeze(let upk, _):
      upk
    case .complaint(let upk, _), .meeting(let upk, _), .supervision(let upk, _): upk
    case .finding(let upk, _), .publication(let upk, _), .confirmation(let upk, _): upk
    case .policy(let upk, _), .ksm(let upk, _), .application(let upk, _), .loan(let upk, _): upk
    case .member(let upk, ksm: _, _): upk
    }
  }
}

extension ResourceName: CustomStringConvertible {
  public var description: String {
    switch self {
    case .region(let code): "regions/\(code)"
    case .bkm(let code): "bkms/\(code)"
    case .upk(let code): "upks/\(code)"
    case .person(let id): "persons/\(id.value)"
    case .assignment(let id): "assignments/\(id.value)"
    case .training(let id): "trainings/\(id.value)"
    case .principal(let id): "principals/\(id.value)"
    case .token(let id): "tokens/\(id.value)"
    case .policyBounds(let version): "policy-bounds/\(version)"
    case .charter(let upk, let version): "upks/\(upk)/charters/\(version)"
    case .instrument(let version): "instruments/\(version)"
    case .policy(let upk, let version): "upks/\(upk)/policies/\(version)"
    case .ksm(let upk, let number): "upks/\(upk)/ksms/\(number)"
    case .member(let upk, let ksm, let number): "upks/\(upk)/ksms/\(ksm)/members/\(number)"
    case .application(let upk, let number): "upks/\(upk)/applications/\(number)"
    case .loan(let upk, let number): "upks/\(upk)/loans/\(number)"
    case .journal(let upk): "upks/\(upk)/journal"
    case .account(let upk, let account): "upks/\(upk)/accounts/\(account.number)"
    case .cashCount(let upk, let number): "upks/\(upk)/cash-counts/\(number)"
    case .reconciliation(let upk, let number): "upks/\(upk)/reconciliations/\(number)"
    case .asset(let upk, let number): "upks/\(upk)/assets/\(number)"
    case .period(let upk, let month): "upks/\(upk)/periods/\(month)"
    case .year(let upk, let year): "upks/\(upk)/years/\(year)"
    case .budget(let upk, let number): "upks/\(upk)/budgets/\(number)"
    case .recovery(let upk, let since): "upks/\(upk)/recoveries/\(since)"
    case .collection(let upk, let number): "upks/\(upk)/collections/\(number)"
    case .repair(let upk, let number): "upks/\(upk)/repairs/\(number)"
    case .attestation(let upk, let number): "upks/\(upk)/attestations/\(number)"
    case .caseStep(let upk, let number): "upks/\(upk)/case-steps/\(number)"
    case .visit(let upk, let number): "upks/\(upk)/visits/\(number)"
    case .block(let upk, let number): "upks/\(upk)/blocks/\(number)"
    case .approvalChain(let upk, let version): "upks/\(upk)/approval-chains/\(version)"
    case .delegation(let upk, let number): "upks/\(upk)/delegations/\(number)"
    case .relationship(let upk, let number): "upks/\(upk)/relationships/\(number)"
    case .suspenseAssignment(let upk, let number): "upks/\(upk)/suspense-assignments/\(number)"
    case .complaint(let upk, let number): "upks/\(upk)/complaints/\(number)"
    case .meeting(let upk, let number): "upks/\(upk)/meetings/\(number)"
    case .supervision(let upk, let number): "upks/\(upk)/supervisions/\(number)"
    case .finding(let upk, let number): "upks/\(upk)/findings/\(number)"
    case .publication(let upk, let number): "upks/\(upk)/publications/\(number)"
    case .confirmation(let upk, let number): "upks/\(upk)/confirmations/\(number)"
    case .freeze(let upk, let number): "upks/\(upk)/freezes/\(number)"
    }
  }

  /// Reads a name as `description` writes it; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, let name = ResourceName(parts[0], parts[1], parts.dropFirst(2)) else {
      return nil
    }
    self = name
  }

  private init?(_ collection: Substring, _ key: Substring, _ rest: ArraySlice<Substring>) {
    guard collection == "upks" else {
      guard rest.isEmpty, let name = ResourceName(collection, key) else { return nil }
      self = name
      return
    }
    guard let upk = Code(String(key)), let name = ResourceName(upk: upk, Array(rest)) else {
      return nil
    }
    self = name
  }

  private init?(_ collection: Substring, _ key: Substring) {
    let name: ResourceName? =
      switch collection {
      case "regions": RegionCode(String(key)).map { .region($0) }
      case "bkms": Code(String(key)).map { .bkm($0) }
      case "persons": number(key).map { .person(PersonID($0)) }
      case "assignments": number(key).map { .assignment(AssignmentID($0)) }
      case "trainings": number(key).map { .training(TrainingID($0)) }
      case "principals": number(key).map { .principal(PrincipalID($0)) }
      case "tokens": number(key).map { .token(TokenID($0)) }
      case "policy-bounds": number(key).map { .policyBounds($0) }
      case "instruments": number(key).map { .instrument($0) }
      default: nil
      }
    guard let name else { return nil }
    self = name
  }

  private init?(upk: Code, _ parts: [Substring]) {
    guard let collection = parts.first else {
      self = .upk(upk)
      return
    }
    if parts.count == 2, let month = Month(parsing: parts[1]) {
      guard let name = ResourceName(upk: upk, collection, month) else { return nil }
      self = name
      return
    }
    let numbers = stride(from: 1, to: parts.count, by: 2).compactMap { number(parts[$0]) }
    let name: ResourceName? =
      switch (collection, parts.count, numbers.count) {
      case ("journal", 1, 0): .journal(upk)
      case ("cash-counts", 2, 1): .cashCount(upk, numbers[0])
      case ("reconciliations", 2, 1): .reconciliation(upk, numbers[0])
      case ("assets", 2, 1): .asset(upk, numbers[0])
      case ("accounts", 2, 1): Int32(exactly: numbers[0]).map { .account(upk, AccountCode($0)) }
      case ("years", 2, 1): .year(upk, Int(numbers[0]))
      case ("budgets", 2, 1): .budget(upk, numbers[0])
      case ("charters", 2, 1): .charter(upk, numbers[0])
      case ("policies", 2, 1): .policy(upk, numbers[0])
      case ("ksms", 2, 1): .ksm(upk, numbers[0])
      case ("applications", 2, 1): .application(upk, numbers[0])
      case ("loans", 2, 1): .loan(upk, numbers[0])
      case ("collections", 2, 1): .collection(upk, numbers[0])
      case ("repairs", 2, 1): .repair(upk, numbers[0])
      case ("attestations", 2, 1): .attestation(upk, numbers[0])
      case ("case-steps", 2, 1): .caseStep(upk, numbers[0])
      case ("visits", 2, 1): .visit(upk, numbers[0])
      case ("blocks", 2, 1): .block(upk, numbers[0])
      case ("approval-chains", 2, 1): .approvalChain(upk, numbers[0])
      case ("delegations", 2, 1): .delegation(upk, numbers[0])
      case ("relationships", 2, 1): .relationship(upk, numbers[0])
      case ("suspense-assignments", 2, 1): .suspenseAssignment(upk, numbers[0])
      case ("complaints", 2, 1): .complaint(upk, numbers[0])
      case ("meetings", 2, 1): .meeting(upk, numbers[0])
      case ("supervisions", 2, 1): .supervision(upk, numbers[0])
      case ("findings", 2, 1): .finding(upk, numbers[0])
      case ("publications", 2, 1): .publication(upk, numbers[0])
      case ("confirmations", 2, 1): .confirmation(upk, numbers[0])
      case ("freezes", 2, 1): .freeze(upk, numbers[0])
      case ("ksms", 4, 2): parts[2] == "members" ? .member(upk, ksm: numbers[0], numbers[1]) : nil
      default: nil
      }
    guard let name else { return nil }
    self = name
  }

  private init?(upk: Code, _ collection: Substring, _ month: Month) {
    switch collection {
    case "periods": self = .period(upk, month)
    case "recoveries": self = .recovery(upk, since: month)
    default: return nil
    }
  }
}

extension ResourceName {
  /// The name of what a command was about.
  ///
  /// `nil` where the subject belongs to a UPK whose code is not given.
  public init?(_ subject: Subject, in upk: Code?) {
    let name: ResourceName? =
      switch subject {
      case .region(let code): .region(code)
      case .bkm(let code): .bkm(code)
      case .upk(_, let code): .upk(code)
      case .person(let id): .person(id)
      case .assignment(let id): .assignment(id)
      case .training(let id): .training(id)
      case .principal(let id): .principal(id)
      case .token(let id): .token(id)
      case .policyBounds(let version): .policyBounds(version)
      case .charter(_, let version): upk.map { .charter($0, version) }
      case .policy(_, let version): upk.map { .policy($0, version) }
      case .ksm(let id): upk.map { .ksm($0, id.number) }
      case .member(let ksm, let number): upk.map { .member($0, ksm: ksm.number, number) }
      case .application(let id): upk.map { .application($0, id.number) }
      case .loan(let id): upk.map { .loan($0, id.number) }
      case .journal: upk.map { .journal($0) }
      case .account(_, let code): upk.map { .account($0, code) }
      case .cashCount(_, let number): upk.map { .cashCount($0, number) }
      case .reconciliation(_, let number): upk.map { .reconciliation($0, number) }
      case .asset(_, let number): upk.map { .asset($0, number) }
      case .period(_, let month): upk.map { .period($0, month) }
      case .year(_, let year): upk.map { .year($0, year) }
      case .budget(_, let number): upk.map { .budget($0, number) }
      case .recovery(_, let since): upk.map { .recovery($0, since: since) }
      case .collection(_, let number): upk.map { .collection($0, number) }
      case .repair(_, let number): upk.map { .repair($0, number) }
      case .attestation(_, let number): upk.map { .attestation($0, number) }
      case .approvalChain(_, let version): upk.map { .approvalChain($0, version) }
      case .delegation(_, let number): upk.map { .delegation($0, number) }
      case .relationship(_, let number): upk.map { .relationship($0, number) }
      case .freeze(_, let number): upk.map { .freeze($0, number) }
      case .instrument(let version): .instrument(version)
      case .caseStep(let id): upk.map { .caseStep($0, id.number) }
      case .visit(let id): upk.map { .visit($0, id.number) }
      case .block(let id): upk.map { .block($0, id.number) }
      case .complaint(let id): upk.map { .complaint($0, id.number) }
      case .meeting(_, let number): upk.map { .meeting($0, number) }
      case .supervision(_, let number): upk.map { .supervision($0, number) }
      case .finding(let id): upk.map { .finding($0, id.number) }
      case .publication(_, let number): upk.map { .publication($0, number) }
      case .confirmation(_, let number): upk.map { .confirmation($0, number) }
      }
    guard let name else { return nil }
    self = name
  }
}

/// A number of a resource: 1 or more, in ASCII digits without leading zeros.
private func number(_ text: Substring) -> Int64? {
  guard let value = Int64(text), value > 0, String(value) == text else { return nil }
  return value
}
