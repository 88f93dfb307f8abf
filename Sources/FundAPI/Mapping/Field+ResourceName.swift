public import RevolvingFund

/// The name of a thing that is numbered within its UPK.
public struct NumberedName: Hashable, Sendable {
  public let upk: Code
  public let number: Int64

  public init(upk: Code, number: Int64) {
    self.upk = upk
    self.number = number
  }
}

extension Field {
  private func resource<Value>(
    _ pattern: String, _ pick: (ResourceName) -> Value?
  ) throws(Fault) -> Value {
    try read(.resourceName(pattern)) { ResourceName($0).flatMap(pick) }
  }

  /// A UPK, by its code.
  public func upk() throws(Fault) -> Code {
    try resource("upks/CODE") { if case .upk(let code) = $0 { code } else { nil } }
  }

  /// A count of the cash.
  public func cashCount() throws(Fault) -> NumberedName {
    try resource("upks/CODE/cash-counts/NUMBER") {
      if case .cashCount(let upk, let number) = $0 {
        NumberedName(upk: upk, number: number)
      } else {
        nil
      }
    }
  }

  /// A person.
  public func person() throws(Fault) -> PersonID {
    try resource("persons/NUMBER") { if case .person(let id) = $0 { id } else { nil } }
  }

  /// As `person`; `nil` where the caller wrote none.
  public func optionalPerson() throws(Fault) -> PersonID? {
    text.isEmpty ? nil : try person()
  }

  /// An assignment.
  public func assignment() throws(Fault) -> AssignmentID {
    try resource("assignments/NUMBER") { if case .assignment(let id) = $0 { id } else { nil } }
  }

  /// A token.
  public func token() throws(Fault) -> TokenID {
    try resource("tokens/NUMBER") { if case .token(let id) = $0 { id } else { nil } }
  }

  /// A group.
  public func ksm() throws(Fault) -> NumberedName {
    try resource("upks/CODE/ksms/NUMBER") {
      if case .ksm(let upk, let number) = $0 { NumberedName(upk: upk, number: number) } else { nil }
    }
  }

  /// A delegation.
  public func delegation() throws(Fault) -> NumberedName {
    try resource("upks/CODE/delegations/NUMBER") {
      if case .delegation(let upk, let number) = $0 {
        NumberedName(upk: upk, number: number)
      } else {
        nil
      }
    }
  }

  /// A declared relationship.
  public func relationship() throws(Fault) -> NumberedName {
    try resource("upks/CODE/relationships/NUMBER") {
      if case .relationship(let upk, let number) = $0 {
        NumberedName(upk: upk, number: number)
      } else {
        nil
      }
    }
  }

  /// An application.
  public func application() throws(Fault) -> NumberedName {
    try resource("upks/CODE/applications/NUMBER") {
      if case .application(let upk, let number) = $0 {
        NumberedName(upk: upk, number: number)
      } else {
        nil
      }
    }
  }

  /// A version of a lending policy.
  public func policy() throws(Fault) -> NumberedName {
    try resource("upks/CODE/policies/NUMBER") {
      if case .policy(let upk, let version) = $0 {
        NumberedName(upk: upk, number: version)
      } else {
        nil
      }
    }
  }

  /// A loan.
  public func loan() throws(Fault) -> NumberedName {
    try resource("upks/CODE/loans/NUMBER") {
      if case .loan(let upk, let number) = $0 {
        NumberedName(upk: upk, number: number)
      } else {
        nil
      }
    }
  }

  /// A step of a case.
  public func caseStep() throws(Fault) -> NumberedName {
    try resource("upks/CODE/case-steps/NUMBER") {
      if case .caseStep(let upk, let number) = $0 {
        NumberedName(upk: upk, number: number)
      } else {
        nil
      }
    }
  }

  /// A block of a borrower.
  public func block() throws(Fault) -> NumberedName {
    try resource("upks/CODE/blocks/NUMBER") {
      if case .block(let upk, let number) = $0 {
        NumberedName(upk: upk, number: number)
      } else {
        nil
      }
    }
  }

  /// A complaint.
  public func complaint() throws(Fault) -> NumberedName {
    try resource("upks/CODE/complaints/NUMBER") {
      if case .complaint(let upk, let number) = $0 {
        NumberedName(upk: upk, number: number)
      } else {
        nil
      }
    }
  }

  /// A finding of the supervisors.
  public func finding() throws(Fault) -> NumberedName {
    try resource("upks/CODE/findings/NUMBER") {
      if case .finding(let upk, let number) = $0 {
        NumberedName(upk: upk, number: number)
      } else {
        nil
      }
    }
  }

  /// A closed month: its UPK's code is read by the scope of the request.
  public func period() throws(Fault) -> Month {
    try resource("upks/CODE/periods/YYYY-MM") {
      if case .period(_, let month) = $0 { month } else { nil }
    }
  }

  /// A year: its UPK's code is read by the scope of the request.
  public func year() throws(Fault) -> Int {
    try resource("upks/CODE/years/YYYY") {
      if case .year(_, let year) = $0, (2000...2999).contains(year) { year } else { nil }
    }
  }

  /// A budget's number: its UPK's code is read by the scope of the request.
  public func budget() throws(Fault) -> Int64 {
    try resource("upks/CODE/budgets/NUMBER") {
      if case .budget(_, let number) = $0 { number } else { nil }
    }
  }

  /// A member: the group, and the number in it.
  public func member() throws(Fault) -> (ksm: NumberedName, number: Int64) {
    try resource("upks/CODE/ksms/NUMBER/members/NUMBER") {
      if case .member(let upk, let ksm, let number) = $0 {
        (NumberedName(upk: upk, number: ksm), number)
      } else {
        nil
      }
    }
  }
}
