import ArgumentParser

// Reports that another noun answers; here they have a second name and nothing else.

struct ReportBalanceSheet: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance-sheet", abstract: "Show what the fund has, owes and owns.",
    discussion: "Example:\n  bergulir report balance-sheet --upk malabutor --as-of 2017-12-31")

  static var patience: Duration { AccountBalanceSheet.patience }

  @OptionGroup var same: AccountBalanceSheet

  var connection: ConnectionOptions { same.connection }

  func answer(_ session: Session) async throws -> Answer { try await same.answer(session) }
}

struct ReportJournal: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "List vouchers, one line a posting.",
    discussion: "Example:\n  bergulir report journal --upk malabutor --from 2017-12-01")

  static var patience: Duration { JournalList.patience }

  @OptionGroup var same: JournalList

  var connection: ConnectionOptions { same.connection }

  func answer(_ session: Session) async throws -> Answer { try await same.answer(session) }
}

struct ReportMemberCard: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "member-card",
    abstract: "Show a member's own schedule, what was paid, and debts inside the group.",
    discussion: "Example:\n  bergulir report member-card malabutor/1/3 --as-of 2016-12-31")

  static var patience: Duration { MemberStatement.patience }

  @OptionGroup var same: MemberStatement

  var connection: ConnectionOptions { same.connection }

  func answer(_ session: Session) async throws -> Answer { try await same.answer(session) }
}

struct ReportAuthority: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "authority", abstract: "Show whom a UPK may lend to on a day, and by which rule.",
    discussion: "Example:\n  bergulir report authority --upk malabutor --as-of 2017-12-31")

  static var patience: Duration { AuthorityShow.patience }

  @OptionGroup var same: AuthorityShow

  var connection: ConnectionOptions { same.connection }

  func answer(_ session: Session) async throws -> Answer { try await same.answer(session) }
}

struct ReportRecovery: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery", abstract: "Show the frozen list, and what has still to come in.",
    discussion: "Example:\n  bergulir report recovery --upk malabutor --as-of 2017-12-31")

  static var patience: Duration { AuthorityRecovery.patience }

  @OptionGroup var same: AuthorityRecovery

  var connection: ConnectionOptions { same.connection }

  func answer(_ session: Session) async throws -> Answer { try await same.answer(session) }
}

struct ReportEligibility: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "eligibility", abstract: "Show who stands where, and what expires next.",
    discussion: "Example:\n  bergulir report eligibility --region 92.71")

  static var patience: Duration { EligibilityMatrix.patience }

  @OptionGroup var same: EligibilityMatrix

  var connection: ConnectionOptions { same.connection }

  func answer(_ session: Session) async throws -> Answer { try await same.answer(session) }
}

struct ReportEscalations: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalations", abstract: "List escalations that were not answered, by UPK.",
    discussion: "Example:\n  bergulir report escalations --region 92.71 --overdue")

  static var patience: Duration { EscalationList.patience }

  @OptionGroup var same: EscalationList

  var connection: ConnectionOptions { same.connection }

  func answer(_ session: Session) async throws -> Answer { try await same.answer(session) }
}
