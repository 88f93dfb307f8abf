import ArgumentParser
import FundAPI
import RevolvingFund

/// A UPK by its code, `malabutor`, or its name, `upks/malabutor`.
struct UPKArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.upk

  let name: ResourceName

  init?(argument: String) {
    if case .upk(let code)? = ResourceName(argument) {
      name = .upk(code)
    } else if let code = Code(argument) {
      name = .upk(code)
    } else {
      return nil
    }
  }
}

/// A person by number, `12`, or by name, `persons/12`.
struct PersonArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.person

  let name: ResourceName

  init?(argument: String) {
    guard case .person(let id)? = named(argument, in: "persons") else { return nil }
    name = .person(id)
  }
}

/// An assignment by number, `3`, or by name, `assignments/3`.
struct AssignmentArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.assignment

  let name: ResourceName

  init?(argument: String) {
    guard case .assignment(let id)? = named(argument, in: "assignments") else { return nil }
    name = .assignment(id)
  }
}

/// A token by number, `9`, or by name, `tokens/9`; never the secret itself.
struct TokenArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.token

  let name: ResourceName

  init?(argument: String) {
    guard case .token(let id)? = named(argument, in: "tokens") else { return nil }
    name = .token(id)
  }
}

/// A version of a policy by its UPK and number, `malabutor/1`, or by name.
struct PolicyArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.policy

  let name: ResourceName

  init?(argument: String) {
    guard case .policy(let upk, let version)? = numbered(argument, in: "policies") else {
      return nil
    }
    name = .policy(upk, version)
  }
}

/// A count of the cash by its UPK and number, `malabutor/3`, or by name.
struct CashCountArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.cashCount

  let name: ResourceName

  init?(argument: String) {
    guard case .cashCount(let upk, let number)? = numbered(argument, in: "cash-counts") else {
      return nil
    }
    name = .cashCount(upk, number)
  }
}

/// A budget by its UPK and number, `malabutor/1`, or by name, `upks/malabutor/budgets/1`.
struct BudgetArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.budget

  let name: ResourceName

  init?(argument: String) {
    guard case .budget(let upk, let number)? = numbered(argument, in: "budgets") else {
      return nil
    }
    name = .budget(upk, number)
  }
}

/// A delegation by its UPK and number, `malabutor/1`, or by name, `upks/malabutor/delegations/1`.
struct DelegationArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.delegation

  let name: ResourceName

  init?(argument: String) {
    guard case .delegation(let upk, let number)? = numbered(argument, in: "delegations") else {
      return nil
    }
    name = .delegation(upk, number)
  }
}

/// Who is close to a group, by UPK and number, `malabutor/1`, or by name,
/// `upks/malabutor/relationships/1`.
struct RelationshipArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.relationship

  let name: ResourceName

  init?(argument: String) {
    guard case .relationship(let upk, let number)? = numbered(argument, in: "relationships")
    else { return nil }
    name = .relationship(upk, number)
  }
}

/// What a group was given of suspense, by UPK and number, `malabutor/1`, or by name,
/// `upks/malabutor/suspense-assignments/1`.
struct SuspenseAssignmentArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.suspenseAssignment

  let upk: Code
  let number: Int64

  init?(argument: String) {
    guard
      case .suspenseAssignment(let upk, let number)? =
        numbered(argument, in: "suspense-assignments")
    else { return nil }
    self.upk = upk
    self.number = number
  }
}

/// A group by its UPK and number, `malabutor/1`, or by name, `upks/malabutor/ksms/1`.
struct KSMArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.ksm

  let name: ResourceName

  init?(argument: String) {
    guard case .ksm(let upk, let number)? = numbered(argument, in: "ksms") else { return nil }
    name = .ksm(upk, number)
  }
}

/// A member by UPK, group and number, `malabutor/1/3`, or by name.
struct MemberArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.member

  let name: ResourceName

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    let full =
      parts.count == 3 ? "upks/\(parts[0])/ksms/\(parts[1])/members/\(parts[2])" : argument
    guard case .member(let upk, let ksm, let number)? = ResourceName(full) else { return nil }
    name = .member(upk, ksm: ksm, number)
  }
}

/// An application by its UPK and number, `malabutor/1`, or by name.
struct ApplicationArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.application

  let name: ResourceName

  init?(argument: String) {
    guard case .application(let upk, let number)? = numbered(argument, in: "applications") else {
      return nil
    }
    name = .application(upk, number)
  }
}

/// A loan by its UPK and number, `malabutor/1`, or by name, `upks/malabutor/loans/1`.
struct LoanArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.loan

  let name: ResourceName

  init?(argument: String) {
    guard case .loan(let upk, let number)? = numbered(argument, in: "loans") else { return nil }
    name = .loan(upk, number)
  }
}

/// A step of a case by its UPK and number, `malabutor/3`, or by name.
struct CaseStepArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.caseStep

  let name: ResourceName

  init?(argument: String) {
    guard case .caseStep(let upk, let number)? = numbered(argument, in: "case-steps") else {
      return nil
    }
    name = .caseStep(upk, number)
  }
}

/// A block by its UPK and number, `malabutor/1`, or by name, `upks/malabutor/blocks/1`.
struct BlockArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.block

  let name: ResourceName

  init?(argument: String) {
    guard case .block(let upk, let number)? = numbered(argument, in: "blocks") else { return nil }
    name = .block(upk, number)
  }
}

/// A complaint as people type it: `malabutor/1`, or by its whole name.
struct ComplaintArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.complaint

  let name: ResourceName

  init?(argument: String) {
    guard case .complaint(let upk, let number)? = numbered(argument, in: "complaints") else {
      return nil
    }
    name = .complaint(upk, number)
  }
}

/// A finding as people type it: `malabutor/1`, or by its whole name.
struct FindingArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.finding

  let name: ResourceName

  init?(argument: String) {
    guard case .finding(let upk, let number)? = numbered(argument, in: "findings") else {
      return nil
    }
    name = .finding(upk, number)
  }
}

/// Where a role holds: `province`, `regions/92.71` or `upks/malabutor`.
struct ScopeArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.scope

  let name: ScopeName

  init?(argument: String) {
    guard let name = ScopeName(argument) else { return nil }
    self.name = name
  }
}

private func named(_ text: String, in collection: String) -> ResourceName? {
  ResourceName(text) ?? ResourceName("\(collection)/\(text)")
}

private func numbered(_ text: String, in collection: String) -> ResourceName? {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  guard parts.count == 2 else { return ResourceName(text) }
  return ResourceName("upks/\(parts[0])/\(collection)/\(parts[1])")
}
