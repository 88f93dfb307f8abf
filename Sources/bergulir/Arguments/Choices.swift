public import ArgumentParser
public import FundAPI
public import RevolvingFund

// The programme's codes as arguments: help lists them, another word is a usage error.
extension Role: ExpressibleByArgument {}
extension TrainingTopic: ExpressibleByArgument {}
extension Repair: ExpressibleByArgument {}
extension Gender: ExpressibleByArgument {}
extension ChargeMethod: ExpressibleByArgument {}
extension EarlySettlement: ExpressibleByArgument {}
extension ReserveScheme: ExpressibleByArgument {}
extension SavingsAccountRule: ExpressibleByArgument {}
extension ProfitAtRisk: ExpressibleByArgument {}
extension LoanPurpose: ExpressibleByArgument {}
extension ApplicationState: ExpressibleByArgument {}
extension RelationshipKind: ExpressibleByArgument {}
extension Verdict: ExpressibleByArgument {}
extension CapitalSource: ExpressibleByArgument {}
extension Criterion: ExpressibleByArgument {}
extension AttestedVerdict: ExpressibleByArgument {}
extension BookkeepingGate: ExpressibleByArgument {}
extension CaseAction: ExpressibleByArgument {
  /// Reports to an office are another command.
  public init?(argument: String) {
    guard let action = CaseAction(rawValue: argument), action.addressee == nil else { return nil }
    self = action
  }

  public static var allValueStrings: [String] { CaseAction.own.map(\.rawValue) }
}
extension IndicatorKind: ExpressibleByArgument {
  /// By its name, in small letters or great ones.
  public init?(argument: String) {
    let found = IndicatorKind.allCases.first {
      $0.rawValue.lowercased() == argument.lowercased()
    }
    guard let found else { return nil }
    self = found
  }
}
extension Escalate.Office: ExpressibleByArgument {}
extension CollectionLetter.Kind: ExpressibleByArgument {}
extension ReceiptMark: ExpressibleByArgument {}
extension VisitUse: ExpressibleByArgument {}
extension RollupLevel: ExpressibleByArgument {}
extension ComplaintChannel: ExpressibleByArgument {}
extension MeetingKind: ExpressibleByArgument {}
extension PublicationKind: ExpressibleByArgument {}
extension ConfirmationScope: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
