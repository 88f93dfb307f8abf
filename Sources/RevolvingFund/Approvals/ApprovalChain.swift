/// Who decides on a UPK's loans, in which order, and how long each stage may take, from a day on
/// (rules.md 4.1 and R-060).
///
/// Data of the board: the steps depend on the amount and on the UPK's PAR. That the signers are
/// distinct persons is no part of it and cannot be set.
public struct ApprovalChain: Hashable, Sendable {
  public let upk: UPKID
  /// 0 for the chain that holds before a board sets its own.
  public internal(set) var version: Int64
  public let validFrom: Day
  /// In the order in which they are signed, numbered from 1.
  public let steps: [ChainStep]
  /// The days within which a complete application, or one sent back, is inspected.
  public let inspectionDays: Int
  /// The days within which an approved application is paid out.
  public let disbursementDays: Int
  /// The minutes by which the board decided it; empty for the standard one.
  public let minutes: String

  public init(
    upk: UPKID, version: Int64, validFrom: Day, steps: [ChainStep], inspectionDays: Int,
    disbursementDays: Int, minutes: String
  ) {
    self.upk = upk
    self.version = version
    self.validFrom = validFrom
    self.steps = steps
    self.inspectionDays = inspectionDays
    self.disbursementDays = disbursementDays
    self.minutes = minutes
  }

  /// The UPK's manager and then the board's coordinator, whatever the amount.
  public static func standard(of upk: UPKID) -> ApprovalChain {
    ApprovalChain(
      upk: upk, version: 0, validFrom: Day(epochDays: 0),
      steps: [ApprovalStep.upkManager, .bkmCoordinator].map {
        ChainStep(
          number: $0.number, role: $0.role, quorum: 1, deadlineDays: 3, fromAmount: .zero,
          fromPARThousandths: 0)
      }, inspectionDays: 7, disbursementDays: 7, minutes: "")
  }

  /// The steps that a loan of an amount needs while PAR stands so.
  public func steps(for amount: Rupiah, par: Ratio?) -> [ChainStep] {
    steps.filter { $0.isNeeded(for: amount, par: par) }
  }
}

/// One step of a chain.
public struct ChainStep: Hashable, Sendable {
  /// Counted from 1.
  public let number: Int
  public let role: Role
  /// How many persons of the role sign it.
  public let quorum: Int
  /// The days within which it is signed, from the step before.
  public let deadlineDays: Int
  /// The least amount that needs the step.
  public let fromAmount: Rupiah
  /// The least PAR, in thousandths, at which the step is needed; 0 always.
  public let fromPARThousandths: Int

  public init(
    number: Int, role: Role, quorum: Int, deadlineDays: Int, fromAmount: Rupiah,
    fromPARThousandths: Int
  ) {
    self.number = number
    self.role = role
    self.quorum = quorum
    self.deadlineDays = deadlineDays
    self.fromAmount = fromAmount
    self.fromPARThousandths = fromPARThousandths
  }

  /// Its place and the role that signs it.
  public var step: ApprovalStep { ApprovalStep(number: number, role: role) }

  func isNeeded(for amount: Rupiah, par: Ratio?) -> Bool {
    guard fromAmount <= amount else { return false }
    guard fromPARThousandths > 0 else { return true }
    guard let par, par.isRated else { return false }
    return Int128(par.numerator) * 1000 >= Int128(fromPARThousandths) * Int128(par.denominator)
  }
}

/// A step of a decision: its place, counted from 1, and the role that signs it.
public struct ApprovalStep: Hashable, Sendable {
  public let number: Int
  public let role: Role

  public init(number: Int, role: Role) {
    self.number = number
    self.role = role
  }

  /// The steps of the standard chain.
  public static let upkManager = ApprovalStep(number: 1, role: .manager)
  public static let bkmCoordinator = ApprovalStep(number: 2, role: .bkmCoordinator)
}

extension Role {
  /// Who may have a part in a decision (rules.md 4.7).
  public static let deciders: Set<Role> = [.manager, .bkmCoordinator, .bkmMember]
}

/// The numbers of a chain that have bounds.
public enum ChainField: String, Hashable, Sendable, CaseIterable {
  case steps, quorum, deadlineDays, fromAmount, fromPARThousandths
  case inspectionDays, disbursementDays
}

extension Sequence<ApprovalChain> {
  /// The version in force on a day: the one that began last, or the standard one.
  public func inForce(at upk: UPKID, on day: Day) -> ApprovalChain {
    filter { $0.validFrom <= day }
      .max { ($0.validFrom, $0.version) < ($1.validFrom, $1.version) } ?? .standard(of: upk)
  }
}

extension Facts {
  /// The chain of a UPK on a day.
  public func chain(of upk: UPKID, on day: Day) -> ApprovalChain {
    (chains[upk] ?? []).inForce(at: upk, on: day)
  }
}
