/// A member whom the UPK recommends to a formal lender (rules.md 2.2, B-13).
public struct Referral: Hashable, Sendable {
  public let ksm: KSMID
  public let member: Int64
  /// Loans in which the member had a share.
  public let loans: Int
  public let largestShare: Rupiah
  /// The worst class that any of these loans had reached.
  public let worst: Collectability

  /// After how many loans a member has graduated.
  public static let loansToGraduate = 4
}

extension LoanBook {
  /// Members who reached the ceiling or had four loans by a day, by group and number.
  ///
  /// The ceiling is that of a later loan, `nil` where no policy is in force.
  public func referrals(asOf day: Day, ceiling: Rupiah?) -> [Referral] {
    let lent = lent.filter { $0.loan.disbursedOn <= day }
    let groups = Dictionary(grouping: lent, by: \.loan.ksm)
    return groups.sorted { $0.key.number < $1.key.number }.flatMap { ksm, histories in
      Set(histories.flatMap { $0.loan.shares.map(\.member) }).sorted().compactMap { member in
        let own = histories.filter { history in
          history.loan.shares.contains { $0.member == member }
        }
        let largest = own.flatMap(\.loan.shares).filter { $0.member == member }.map(\.amount).max()
        guard let largest,
          own.count >= Referral.loansToGraduate || ceiling.map({ $0 <= largest }) ?? false
        else { return nil }
        return Referral(
          ksm: ksm, member: member, loans: own.count, largestShare: largest,
          worst: own.map { $0.worstCollectability(upTo: day) }.max() ?? .current)
      }
    }
  }
}
