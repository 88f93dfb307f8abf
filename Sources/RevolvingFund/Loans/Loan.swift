/// Money lent to a group, shared out among its members.
public struct Loan: Hashable, Sendable {
  public let id: LoanID
  public let ksm: KSMID
  public let application: ApplicationID
  public let terms: LoanTerms
  /// In the order of the application; they sum to the principal.
  public let shares: [Share]
  public let disbursedOn: Day
  public var state: LoanState
  /// All that was paid on it up to now, whatever the day it was booked on.
  public var paid: PaidTotals
  /// What was paid on each member's own share, in the order of the shares; it sums to what was paid
  /// of principal and service charge.
  public var memberPaid: [Rupiah]
  /// What came with it for the group's savings.
  public var savingsPaid: Rupiah
  /// Service charge given up at an early settlement.
  public var waivedServiceCharge: Rupiah
  /// The booked day of the payment that paid it off, or of the step that ended it otherwise: from
  /// then on nothing of it is among the loans.
  public var closedOn: Day?
  /// What it took over, where it follows a loan that was restructured.
  public let succession: Succession?

  public init(
    id: LoanID, ksm: KSMID, application: ApplicationID, terms: LoanTerms, shares: [Share],
    disbursedOn: Day, state: LoanState, paid: PaidTotals, waivedServiceCharge: Rupiah,
    closedOn: Day?, succession: Succession? = nil, memberPaid: [Rupiah]? = nil,
    savingsPaid: Rupiah = .zero
  ) {
    self.id = id
    self.ksm = ksm
    self.application = application
    self.terms = terms
    self.shares = shares
    self.disbursedOn = disbursedOn
    self.state = state
    self.paid = paid
    self.waivedServiceCharge = waivedServiceCharge
    self.closedOn = closedOn
    self.succession = succession
    self.memberPaid = memberPaid ?? shares.map { _ in .zero }
    self.savingsPaid = savingsPaid
  }

  public var principal: Rupiah { shares.total(\.amount) }

  /// What is due when.
  ///
  /// The terms of a loan were checked when it was made.
  public var schedule: Schedule {
    let amounts = shares.map(\.amount)
    if let succession {
      return Schedule(
        rests: amounts, carriedCharge: succession.carried, terms: terms, disbursedOn: disbursedOn)
    }
    do {
      return try Schedule(shares: amounts, terms: terms, disbursedOn: disbursedOn)
    } catch {
      preconditionFailure("loan \(id.number) of UPK \(id.upk.value) has impossible terms")
    }
  }
}

/// Where a loan stands in its life (rules.md 4.1).
///
/// How well it is repaid is never a state.
public enum LoanState: String, Hashable, Sendable, CaseIterable {
  case active, paidOff, restructured, writtenOff, claimWaived, fullyRecovered, cancelled

  /// Whether its borrowers may borrow elsewhere: nobody is held to it any more.
  public var freesNames: Bool {
    switch self {
    case .paidOff, .claimWaived, .fullyRecovered, .cancelled: true
    // The names of a restructured loan went over to its successor.
    case .active, .restructured, .writtenOff: false
    }
  }
}

/// One member's part of an application or a loan.
public struct Share: Hashable, Sendable {
  public let member: Int64
  public let amount: Rupiah

  public init(member: Int64, amount: Rupiah) {
    self.member = member
    self.amount = amount
  }
}

/// Sums of what was paid on a loan.
public struct PaidTotals: Hashable, Sendable {
  public var principal: Rupiah
  public var serviceCharge: Rupiah
  public var lateFee: Rupiah

  public init(principal: Rupiah, serviceCharge: Rupiah, lateFee: Rupiah = .zero) {
    self.principal = principal
    self.serviceCharge = serviceCharge
    self.lateFee = lateFee
  }

  public static let nothing = PaidTotals(principal: .zero, serviceCharge: .zero)
}
