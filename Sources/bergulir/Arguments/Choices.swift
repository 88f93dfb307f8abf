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
extension LoanPurpose: ExpressibleByArgument {}
extension ApplicationState: ExpressibleByArgument {}
extension Verdict: ExpressibleByArgument {}
extension CapitalSource: ExpressibleByArgument {}
extension Criterion: ExpressibleByArgument {}
extension AttestedVerdict: ExpressibleByArgument {}
extension BookkeepingGate: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
