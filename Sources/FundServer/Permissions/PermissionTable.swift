internal import FundAPI
internal import GRPCCore
internal import RevolvingFund

/// Every call with what it asks of the caller: rules.md 4.7 and ruling 19 of its section 0.
///
/// A call without a row is refused to everybody, and a test compares the rows with the calls.
/// Distinct persons, inspector and decider, decider and payer, are the core's to tell apart.
enum PermissionTable {
  static let rows: Rows = [
    daemon, register, people, access, groups, rules, lending, pipeline, money, counts,
    troubled, closing,
    eligibility, verification,
    cases,
    figures, reports, visits, province, years, accountability, audit, files,
    standard, conformance,
  ].reduce(into: [:]) { rows, part in
    for (method, permission) in part { rows[untyped(method)] = permission }
  }

  /// What a call asks of its caller; `nil` for one that nobody may make.
  static func permission(for method: MethodDescriptor) -> Permission? {
    rows[untyped(method)]
  }

  /// A method by its names alone: not every transport knows of what type it is.
  static func untyped(_ method: MethodDescriptor) -> MethodDescriptor {
    MethodDescriptor(service: method.service, method: method.method)
  }

  typealias Rows = [MethodDescriptor: Permission]

  /// Whoever cannot log in yet must still learn whether this is the daemon to talk to: the version,
  /// the schema's number and the day say nothing of anybody.
  private static let daemon: Rows = [
    Bergulir_V1_ServerService.Method.GetServerInfo.descriptor: Permission("server.info", [], .open),
    Bergulir_V1_ServerService.Method.WhoAmI.descriptor: Permission("server.who-am-i", [], .anyone),
  ]

  private static let register: Rows = [
    Bergulir_V1_RegionService.Method.RegisterRegion.descriptor:
      Permission("region.register", .registrars, .region),
    Bergulir_V1_RegionService.Method.ListRegions.descriptor: Permission("region.list", [], .anyone),
    Bergulir_V1_BKMService.Method.RegisterBKM.descriptor:
      Permission("bkm.register", .registrars, .region),
    Bergulir_V1_BKMService.Method.ListBKMs.descriptor: Permission("bkm.list", [], .anyone),
    Bergulir_V1_UPKService.Method.RegisterUPK.descriptor:
      Permission("upk.register", .registrars, .region),
    Bergulir_V1_UPKService.Method.GetUPK.descriptor: Permission("upk.show", [], .anyone),
    Bergulir_V1_UPKService.Method.ListUPKs.descriptor: Permission("upk.list", [], .anyone),
    Bergulir_V1_UPKService.Method.GetRoster.descriptor:
      Permission("upk.roster", .insiders, .upk),
  ]

  /// Names of people who may be in any UPK: read in one UPK as its members, here by the registrars.
  private static let people: Rows = [
    Bergulir_V1_PersonService.Method.RegisterPerson.descriptor: Permission(
      "person.register", .registrars.union([.facilitator, .manager, .loanOfficer]), .anywhere),
    Bergulir_V1_PersonService.Method.GetPerson.descriptor:
      Permission("person.show", .registrars, .province),
    Bergulir_V1_PersonService.Method.ListPersons.descriptor:
      Permission("person.list", .registrars, .province),
    Bergulir_V1_PersonService.Method.AssignRole.descriptor:
      Permission("person.assign", .registrars, .province),
    Bergulir_V1_PersonService.Method.EndAssignment.descriptor:
      Permission("person.end-assignment", .registrars, .province),
    Bergulir_V1_PersonService.Method.FilePapers.descriptor:
      Permission("person.file", .registrars, .province),
    Bergulir_V1_PersonService.Method.ListAssignments.descriptor:
      Permission("person.assignments", .registrars, .province),
    Bergulir_V1_PersonService.Method.RecordTraining.descriptor:
      Permission("person.train", .trainers, .anywhere),
    Bergulir_V1_PersonService.Method.ListTrainings.descriptor:
      Permission("person.trainings", .trainers, .anywhere),
  ]

  /// Whoever gives out secrets can act as anybody: the administrator alone.
  private static let access: Rows = [
    Bergulir_V1_PrincipalService.Method.CreatePrincipal.descriptor:
      Permission("principal.create", [.administrator], .province),
    Bergulir_V1_PrincipalService.Method.ListPrincipals.descriptor:
      Permission("principal.list", .registrars, .province),
    Bergulir_V1_TokenService.Method.IssueToken.descriptor:
      Permission("token.issue", [.administrator], .province),
    Bergulir_V1_TokenService.Method.RevokeToken.descriptor:
      Permission("token.revoke", [.administrator], .province),
    Bergulir_V1_TokenService.Method.RotateToken.descriptor:
      Permission("token.rotate", [], .anyone),
    Bergulir_V1_TokenService.Method.RevokeOwnToken.descriptor:
      Permission("token.revoke-own", [], .anyone),
    Bergulir_V1_TokenService.Method.ListTokens.descriptor:
      Permission("token.list", .registrars, .province),
  ]

  private static let groups: Rows = [
    Bergulir_V1_KSMService.Method.RegisterKSM.descriptor:
      Permission("ksm.register", [.loanOfficer, .manager], .upk),
    Bergulir_V1_KSMService.Method.GetKSM.descriptor: Permission("ksm.show", .insiders, .upk),
    Bergulir_V1_KSMService.Method.ListKSMs.descriptor: Permission("ksm.list", .insiders, .upk),
    Bergulir_V1_MemberService.Method.AddMember.descriptor:
      Permission("member.add", [.loanOfficer, .manager], .upk),
    Bergulir_V1_MemberService.Method.EndMembership.descriptor:
      Permission("member.end", [.loanOfficer, .manager], .upk),
    Bergulir_V1_MemberService.Method.ListMembers.descriptor:
      Permission("member.list", .insiders, .upk),
  ]

  /// The board makes its rules, the province bounds them, and whoever works by them knows them.
  private static let rules: Rows = [
    Bergulir_V1_CharterService.Method.SetCharter.descriptor:
      Permission("charter.set", [.bkmCoordinator], .upk),
    Bergulir_V1_CharterService.Method.GetCharter.descriptor:
      Permission("charter.show", .observers, .upk),
    Bergulir_V1_CharterService.Method.ListCharters.descriptor:
      Permission("charter.list", .observers, .upk),
    Bergulir_V1_PolicyService.Method.SetPolicy.descriptor:
      Permission("policy.set", [.bkmCoordinator], .upk),
    Bergulir_V1_PolicyService.Method.GetPolicy.descriptor:
      Permission("policy.show", .observers, .upk),
    Bergulir_V1_PolicyService.Method.ListPolicies.descriptor:
      Permission("policy.list", .observers, .upk),
    Bergulir_V1_PolicyService.Method.AcknowledgePolicy.descriptor:
      Permission("policy.acknowledge", Set(AcknowledgePolicy.officers), .upk),
    Bergulir_V1_PolicyService.Method.ListAcknowledgements.descriptor:
      Permission("policy.acknowledgements", .insiders, .upk),
    Bergulir_V1_PolicyService.Method.SetPolicyBounds.descriptor:
      Permission("policy-bounds.set", .registrars, .province),
    Bergulir_V1_PolicyService.Method.GetPolicyBounds.descriptor:
      Permission("policy-bounds.show", [], .anyone),
    Bergulir_V1_PolicyService.Method.ListPolicyBounds.descriptor:
      Permission("policy-bounds.list", [], .anyone),
  ]

  private static let lending: Rows = [
    Bergulir_V1_ApplicationService.Method.SubmitApplication.descriptor:
      Permission("application.submit", [.loanOfficer], .upk),
    Bergulir_V1_ApplicationService.Method.DraftApplication.descriptor:
      Permission("application.draft", [.loanOfficer], .upk),
    Bergulir_V1_ApplicationService.Method.SubmitDraft.descriptor:
      Permission("application.submit-draft", [.loanOfficer], .upk),
    Bergulir_V1_ApplicationService.Method.GetApplication.descriptor:
      Permission("application.show", .insiders.union([.signatory]), .upk),
    Bergulir_V1_ApplicationService.Method.ListApplications.descriptor:
      Permission("application.list", .insiders.union([.signatory]), .upk),
    Bergulir_V1_InspectionService.Method.RecordInspection.descriptor:
      Permission("inspection.record", [.loanOfficer], .upk),
    Bergulir_V1_ApprovalService.Method.SignApproval.descriptor:
      Permission("approval.sign", Role.deciders, .upk),
    Bergulir_V1_ApprovalService.Method.ReviewApplication.descriptor:
      Permission("approval.review", .insiders, .upk),
    Bergulir_V1_LoanService.Method.GetLoan.descriptor: Permission("loan.show", .insiders, .upk),
    Bergulir_V1_LoanService.Method.ListLoans.descriptor: Permission("loan.list", .insiders, .upk),
    Bergulir_V1_RepaymentService.Method.ListRepayments.descriptor:
      Permission("repayment.list", .insiders, .upk),
    Bergulir_V1_SuspenseService.Method.ListSuspense.descriptor:
      Permission("suspense.list", .insiders, .upk),
    Bergulir_V1_SuspenseService.Method.ListSuspenseAssignments.descriptor:
      Permission("suspense.assignments", .insiders, .upk),
    Bergulir_V1_JointLiabilityService.Method.GetJointLiability.descriptor:
      Permission("joint-liability.show", .insiders, .upk),
    Bergulir_V1_JointLiabilityService.Method.GetMemberStatement.descriptor:
      Permission("member.statement", .insiders, .upk),
    Bergulir_V1_JointLiabilityService.Method.CallJointLiability.descriptor:
      Permission("joint-liability.call", [.loanOfficer, .manager], .upk),
    Bergulir_V1_JointLiabilityService.Method.SettleMemberDebt.descriptor:
      Permission("joint-liability.settle", [.loanOfficer, .manager], .upk),
    Bergulir_V1_SavingsService.Method.GetSavings.descriptor:
      Permission("savings.show", .insiders, .upk),
    Bergulir_V1_SavingsService.Method.ListSavings.descriptor:
      Permission("savings.list", .insiders, .upk),
  ]

  /// The unit keeps the papers, and either side may ask that somebody be taken first.
  private static let pipeline: Rows = [
    Bergulir_V1_ApplicationService.Method.CompleteApplication.descriptor:
      Permission("application.complete", [.loanOfficer], .upk),
    Bergulir_V1_ApplicationService.Method.CancelApplication.descriptor:
      Permission("application.cancel", [.loanOfficer, .manager, .bkmCoordinator], .upk),
    Bergulir_V1_ApplicationService.Method.WaitlistApplication.descriptor:
      Permission("application.waitlist", [.manager, .bkmCoordinator], .upk),
    Bergulir_V1_ApplicationService.Method.ReleaseApplication.descriptor:
      Permission("application.release", [.manager, .bkmCoordinator], .upk),
    Bergulir_V1_ApplicationService.Method.SignContract.descriptor:
      Permission("application.contract", [.loanOfficer, .manager], .upk),
    Bergulir_V1_QueueService.Method.ListWork.descriptor: Permission("queue.list", [], .anyone),
    Bergulir_V1_QueueService.Method.SkipQueue.descriptor:
      Permission("queue.skip", [.loanOfficer, .manager, .bkmCoordinator, .bkmMember], .upk),
    Bergulir_V1_QueueService.Method.ConfirmSkip.descriptor:
      Permission("queue.confirm", [.loanOfficer, .manager, .bkmCoordinator, .bkmMember], .upk),
    Bergulir_V1_ApprovalChainService.Method.SetApprovalChain.descriptor:
      Permission("approval-chain.set", [.bkmCoordinator], .upk),
    Bergulir_V1_ApprovalChainService.Method.GetApprovalChain.descriptor:
      Permission("approval-chain.show", .observers, .upk),
    Bergulir_V1_ApprovalChainService.Method.ListApprovalChains.descriptor:
      Permission("approval-chain.list", .observers, .upk),
    Bergulir_V1_DelegationService.Method.DelegateRole.descriptor:
      Permission("delegation.add", Role.deciders, .upk),
    Bergulir_V1_DelegationService.Method.RevokeDelegation.descriptor:
      Permission("delegation.revoke", Role.deciders, .upk),
    Bergulir_V1_RelationshipService.Method.EndRelationship.descriptor:
      Permission("relationship.end", [.manager, .bkmCoordinator], .upk),
    Bergulir_V1_DelegationService.Method.ListDelegations.descriptor:
      Permission("delegation.list", .insiders, .upk),
    Bergulir_V1_RelationshipService.Method.DeclareRelationship.descriptor:
      Permission("relationship.declare", .insiders, .upk),
    Bergulir_V1_RelationshipService.Method.ListRelationships.descriptor:
      Permission("relationship.list", .insiders, .upk),
  ]

  /// The board decides what is put off, given up or waived; what comes in on a claim is cash.
  private static let troubled: Rows = [
    Bergulir_V1_RestructuringService.Method.RestructureLoan.descriptor:
      Permission("restructure.post", [.bkmCoordinator], .upk),
    Bergulir_V1_RestructuringService.Method.GetRestructuring.descriptor:
      Permission("restructure.show", .insiders, .upk),
    Bergulir_V1_RestructuringService.Method.ListRestructurings.descriptor:
      Permission("restructure.list", .insiders, .upk),
    Bergulir_V1_WriteOffService.Method.WriteOffLoan.descriptor:
      Permission("write-off.post", [.bkmCoordinator], .upk),
    Bergulir_V1_WriteOffService.Method.RecoverClaim.descriptor:
      Permission("write-off.recover", [.cashier, .loanOfficer], .upk),
    Bergulir_V1_WriteOffService.Method.ReverseRecovery.descriptor:
      Permission("write-off.reverse", [.manager, .bookkeeper], .upk),
    Bergulir_V1_WriteOffService.Method.WaiveClaim.descriptor:
      Permission("write-off.waive", [.bkmCoordinator], .upk),
    Bergulir_V1_WriteOffService.Method.ListWriteOffs.descriptor:
      Permission("write-off.list", .insiders, .upk),
  ]

  /// Books that come in or go out whole, with names and NIK: the administrator alone.
  private static let files: Rows = [
    Bergulir_V1_BookFileService.Method.ImportBooks.descriptor:
      Permission("books.import", [.administrator], .upk),
    Bergulir_V1_BookFileService.Method.ExportBooks.descriptor:
      Permission("books.export", [.administrator], .upk),
  ]

  /// The bookkeeper closes; the board confirms a recovery, and collects together with the unit.
  private static let closing: Rows = [
    Bergulir_V1_PeriodService.Method.ClosePeriod.descriptor:
      Permission("period.close", [.bookkeeper], .upk),
    Bergulir_V1_AuthorityService.Method.ConfirmRecovery.descriptor:
      Permission("authority.confirm", [.bkmCoordinator], .upk),
    Bergulir_V1_AuthorityService.Method.RecordCollection.descriptor: Permission(
      "authority.collect", [.loanOfficer, .manager, .bkmMember, .bkmCoordinator], .upk),
    Bergulir_V1_AuthorityService.Method.ListCollections.descriptor:
      Permission("authority.collections", .insiders, .upk),
    Bergulir_V1_AuthorityService.Method.PlanRepair.descriptor: Permission(
      "authority.plan", [.bkmCoordinator, .facilitator, .provinceConsultant], .upk),
    Bergulir_V1_AuthorityService.Method.ListRepairs.descriptor:
      Permission("authority.plans", .insiders, .upk),
  ]

  /// Whoever answers for a criterion attests it: the core tells which of the two.
  private static let eligibility: Rows = [
    Bergulir_V1_EligibilityService.Method.CheckEligibility.descriptor:
      Permission("eligibility.check", .observers, .upk),
    Bergulir_V1_EligibilityService.Method.Attest.descriptor:
      Permission("eligibility.attest", [.provinceConsultant, .facilitator], .upk),
    Bergulir_V1_EligibilityService.Method.ListAttestations.descriptor:
      Permission("eligibility.attestations", .insiders, .upk),
    Bergulir_V1_EligibilityService.Method.ListEligibility.descriptor:
      Permission("eligibility.matrix", .observers, .area),
    Bergulir_V1_EligibilityService.Method.GetInstrument.descriptor:
      Permission("instrument.show", [], .anyone),
    Bergulir_V1_EligibilityService.Method.ListInstruments.descriptor:
      Permission("instrument.list", [], .anyone),
    Bergulir_V1_EligibilityService.Method.SetInstrument.descriptor:
      Permission("instrument.set", [.provinceConsultant], .province),
  ]

  /// UPK and board act, and the offices that a case goes to answer; the core tells which of them.
  private static let cases: Rows = [
    Bergulir_V1_CaseService.Method.ListCases.descriptor:
      Permission("case.list", .caseReaders, .upk),
    Bergulir_V1_CaseService.Method.ListMemberArrears.descriptor:
      Permission("case.by-member", .insiders, .upk),
    Bergulir_V1_CaseService.Method.GetCase.descriptor:
      Permission("case.show", .caseReaders, .upk),
    Bergulir_V1_CaseService.Method.ListDue.descriptor: Permission("case.due", .insiders, .upk),
    Bergulir_V1_CaseService.Method.RecordCaseStep.descriptor: Permission(
      "case.step", [.loanOfficer, .manager, .bkmMember, .bkmCoordinator], .upk),
    Bergulir_V1_CaseService.Method.Escalate.descriptor:
      Permission("case.escalate", [.loanOfficer, .manager, .bkmCoordinator], .upk),
    Bergulir_V1_CaseService.Method.AnswerEscalation.descriptor: Permission(
      "case.answer",
      [
        .loanOfficer, .manager, .bkmCoordinator, .wardOffice, .cityCoordinator,
        .provinceConsultant,
      ], .upk),
    Bergulir_V1_CaseService.Method.ListEscalations.descriptor:
      Permission("case.escalations", .caseReaders, .area),
    Bergulir_V1_CaseService.Method.GetLetter.descriptor:
      Permission("case.letter", .insiders, .upk),
  ]

  /// Whoever answers for the books may have them reckoned again; two of them release.
  private static let verification: Rows = [
    Bergulir_V1_VerifyService.Method.VerifyBooks.descriptor: Permission(
      "books.verify", .insiders, .upk),
    Bergulir_V1_VerifyService.Method.VerifyProvince.descriptor:
      Permission("books.verify-province", [.administrator, .provinceConsultant], .province),
    Bergulir_V1_VerifyService.Method.GetFreeze.descriptor:
      Permission("books.freeze", .insiders, .upk),
    Bergulir_V1_VerifyService.Method.RequestRelease.descriptor: Permission(
      "books.request-release", [.manager, .bookkeeper, .bkmCoordinator], .upk),
    Bergulir_V1_VerifyService.Method.ConfirmRelease.descriptor: Permission(
      "books.release", [.bkmCoordinator, .provinceConsultant], .upk),
  ]

  /// The unit asks its borrowers; the board alone lifts what follows from an answer.
  private static let visits: Rows = [
    Bergulir_V1_VisitService.Method.RecordVisit.descriptor:
      Permission("visit.record", [.loanOfficer, .manager], .upk),
    Bergulir_V1_VisitService.Method.ListVisits.descriptor:
      Permission("visit.list", .insiders, .upk),
    Bergulir_V1_VisitService.Method.ListDueVisits.descriptor:
      Permission("visit.due", .insiders, .upk),
    Bergulir_V1_VisitService.Method.GetVisitFindings.descriptor:
      Permission("visit.findings", .observers, .upk),
    Bergulir_V1_VisitService.Method.ListBlocks.descriptor:
      Permission("visit.blocks", .insiders, .upk),
    Bergulir_V1_VisitService.Method.LiftBlock.descriptor:
      Permission("block.lift", [.bkmCoordinator], .upk),
  ]

  /// Whoever starts, balances or looks for servers has no token; what they learn is that the daemon
  /// works, and what the published contract says anyway.
  private static let standard: Rows = [
    Grpc_Health_V1_Health.Method.Check.descriptor: Permission("health.check", [], .open),
    Grpc_Health_V1_Health.Method.List.descriptor: Permission("health.list", [], .open),
    Grpc_Health_V1_Health.Method.Watch.descriptor: Permission("health.watch", [], .open),
    Grpc_Reflection_V1_ServerReflection.Method.ServerReflectionInfo.descriptor:
      Permission("reflection.show", [], .open),
  ]

  /// They know nothing of the fund and keep nothing; the daemon serves them only when it is asked
  /// to, and to its own machine alone.
  private static let conformance: Rows = [
    Bergulir_V1_ConformanceService.Method.Echo.descriptor:
      Permission("conformance.echo", [], .open),
    Bergulir_V1_ConformanceService.Method.Collect.descriptor:
      Permission("conformance.collect", [], .open),
    Bergulir_V1_ConformanceService.Method.Expand.descriptor:
      Permission("conformance.expand", [], .open),
    Bergulir_V1_ConformanceService.Method.Exchange.descriptor:
      Permission("conformance.exchange", [], .open),
    Bergulir_V1_ConformanceService.Method.ListCancelledCalls.descriptor:
      Permission("conformance.cancelled", [], .open),
  ]
}
