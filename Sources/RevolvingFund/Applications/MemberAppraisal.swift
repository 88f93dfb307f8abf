/// What the visit found of one member: the five aspects of 001 §3.5, and what the household can
/// repay in a month.
public struct MemberAppraisal: Hashable, Sendable {
  public let member: Int64
  /// From 1, weak, to 5, strong, in the order of `AppraisalAspect`.
  public let scores: [Int]
  /// What comes in, in a month.
  public let income: Rupiah
  /// What living costs, in a month.
  public let livingCost: Rupiah
  /// What is paid on other debts, in a month.
  public let otherInstallments: Rupiah

  public init(
    member: Int64, scores: [Int], income: Rupiah, livingCost: Rupiah, otherInstallments: Rupiah
  ) {
    self.member = member
    self.scores = scores
    self.income = income
    self.livingCost = livingCost
    self.otherInstallments = otherInstallments
  }

  /// What is left for an installment, in a month; never below zero.
  public var capacity: Rupiah { max(.zero, income - livingCost - otherInstallments) }

  /// What it says, as text.
  var text: String {
    list(scores.map { "\($0)" })
      + "/\(income.amount)/\(livingCost.amount)/\(otherInstallments.amount)"
  }

  /// What cannot be: `appraisalOutOfRange`, score by score and amount by amount.
  var violations: [Rejection] {
    var found: [Rejection] = []
    func check(_ field: AppraisalField, _ value: Int64, _ bounds: ClosedRange<Int64>) {
      guard !bounds.contains(value) else { return }
      found.append(
        .appraisalOutOfRange(
          member: member, field: field, value: value, least: bounds.lowerBound,
          most: bounds.upperBound))
    }
    check(.scores, Int64(scores.count), 5...5)
    for score in scores { check(.score, Int64(score), 1...5) }
    let amounts = 0...Rupiah.limit.amount
    check(.income, income.amount, amounts)
    check(.livingCost, livingCost.amount, amounts)
    check(.otherInstallments, otherInstallments.amount, amounts)
    return found
  }
}

/// What a member is looked at for, in the order of the scores.
public enum AppraisalAspect: String, Hashable, Sendable, CaseIterable {
  case ability, feasibility, capital, character, condition
}

/// The numbers of an appraisal.
public enum AppraisalField: String, Hashable, Sendable, CaseIterable {
  case scores, score, income, livingCost, otherInstallments
}

extension LoanTerms {
  /// The largest installment of a share, principal and service charge; `nil` where there is no
  /// schedule.
  func largestInstallment(of share: Rupiah) -> Rupiah? {
    installments(of: [share], disbursedOn: Day(epochDays: 0)).map(\.total).max()
  }

  /// What shares pay month by month; none where there is no such schedule.
  func installments(of shares: [Rupiah], disbursedOn day: Day) -> [Installment] {
    do throws(Rejection) {
      return try Schedule(shares: shares, terms: self, disbursedOn: day).installments
    } catch {
      return []
    }
  }
}
