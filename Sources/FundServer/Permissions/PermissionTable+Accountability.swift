internal import FundAPI
internal import GRPCCore
internal import RevolvingFund

extension PermissionTable {
  /// Sums of many UPK name nobody.
  static let province: Rows = [
    Bergulir_V1_RollupService.Method.GetRollup.descriptor:
      Permission("rollup.show", .observers, .area),
    Bergulir_V1_RollupService.Method.ListReporting.descriptor:
      Permission("rollup.completeness", .observers, .area),
    Bergulir_V1_RollupService.Method.ListLeague.descriptor:
      Permission("rollup.league", .observers, .area),
    Bergulir_V1_RollupService.Method.ListOutliers.descriptor:
      Permission("rollup.outliers", .observers, .area),
    Bergulir_V1_RollupService.Method.GetAreaStatus.descriptor:
      Permission("rollup.status", .observers, .area),
  ]

  /// Everybody may read what was asked and answered; the supervisors look, the unit answers.
  static let accountability: Rows = [
    Bergulir_V1_ComplaintService.Method.RecordComplaint.descriptor: Permission(
      "complaint.record",
      [
        .cashier, .bookkeeper, .loanOfficer, .manager, .bkmMember,
        .bkmCoordinator, .supervisor, .facilitator,
      ], .upk),
    Bergulir_V1_ComplaintService.Method.AnswerComplaint.descriptor:
      Permission("complaint.answer", [.manager, .bkmCoordinator], .upk),
    Bergulir_V1_ComplaintService.Method.ListComplaints.descriptor:
      Permission("complaint.list", .observers, .upk),
    Bergulir_V1_MeetingService.Method.RecordMeeting.descriptor: Permission(
      "meeting.record",
      [.loanOfficer, .manager, .bkmMember, .bkmCoordinator, .facilitator], .upk),
    Bergulir_V1_MeetingService.Method.ListMeetings.descriptor:
      Permission("meeting.list", .observers, .upk),
    Bergulir_V1_SupervisionService.Method.RecordSupervision.descriptor:
      Permission("supervision.record", [.supervisor], .upk),
    Bergulir_V1_SupervisionService.Method.ListSupervisions.descriptor:
      Permission("supervision.list", .insiders, .upk),
    Bergulir_V1_SupervisionService.Method.AnswerFinding.descriptor: Permission(
      "finding.answer",
      [.cashier, .bookkeeper, .loanOfficer, .manager, .bkmMember, .bkmCoordinator], .upk),
    Bergulir_V1_SupervisionService.Method.ListFindings.descriptor:
      Permission("finding.list", .insiders, .upk),
    Bergulir_V1_SupervisionService.Method.ConfirmBalances.descriptor:
      Permission("balance.confirm", [.supervisor], .upk),
    Bergulir_V1_SupervisionService.Method.ListConfirmations.descriptor:
      Permission("balance.list", .insiders, .upk),
    Bergulir_V1_SupervisionService.Method.RecordPublication.descriptor:
      Permission("publication.record", [.bookkeeper, .manager], .upk),
    Bergulir_V1_SupervisionService.Method.ListPublications.descriptor:
      Permission("publication.list", .observers, .upk),
    Bergulir_V1_ActivityService.Method.GetTrend.descriptor:
      Permission("activity.trend", .observers, .area),
    Bergulir_V1_ActivityService.Method.ListActivity.descriptor:
      Permission("activity.list", .insiders, .upk),
    Bergulir_V1_ActivityService.Method.ListNeglected.descriptor:
      Permission("activity.neglected", .caseReaders, .upk),
  ]
  /// Who looks after others' work sees who did what; those who did it do not see each other.
  static let audit: Rows = [
    Bergulir_V1_AuditService.Method.ListEvents.descriptor:
      Permission("audit.log", .auditors, .area),
    Bergulir_V1_AuditService.Method.GetEvent.descriptor:
      Permission("audit.show", .auditors, .area),
    Bergulir_V1_AuditService.Method.VerifyChain.descriptor:
      Permission("audit.verify", .auditors, .area),
    Bergulir_V1_AuditService.Method.ListHeads.descriptor:
      Permission("audit.heads", .auditors, .area),
  ]
}
