import FundAPI

/// Calls about what the fund answers for, each naming what is there and nothing else.
let accountabilityProbes: [Probe] = [
  Probe(
    Bergulir_V1_ComplaintService.Method.RecordComplaint.descriptor,
    Bergulir_V1_RecordComplaintRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_ComplaintService.Method.AnswerComplaint.descriptor,
    Bergulir_V1_AnswerComplaintRequest.self
  ) { $0.name = malabutor + "/complaints/1" },
  Probe(
    Bergulir_V1_ComplaintService.Method.ListComplaints.descriptor,
    Bergulir_V1_ListComplaintsRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_MeetingService.Method.RecordMeeting.descriptor,
    Bergulir_V1_RecordMeetingRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_MeetingService.Method.ListMeetings.descriptor,
    Bergulir_V1_ListMeetingsRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_SupervisionService.Method.RecordSupervision.descriptor,
    Bergulir_V1_RecordSupervisionRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_SupervisionService.Method.ListSupervisions.descriptor,
    Bergulir_V1_ListSupervisionsRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_SupervisionService.Method.AnswerFinding.descriptor,
    Bergulir_V1_AnswerFindingRequest.self
  ) { $0.name = malabutor + "/findings/1" },
  Probe(
    Bergulir_V1_SupervisionService.Method.ListFindings.descriptor,
    Bergulir_V1_ListFindingsRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_SupervisionService.Method.ConfirmBalances.descriptor,
    Bergulir_V1_ConfirmBalancesRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_SupervisionService.Method.ListConfirmations.descriptor,
    Bergulir_V1_ListConfirmationsRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_SupervisionService.Method.RecordPublication.descriptor,
    Bergulir_V1_RecordPublicationRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_SupervisionService.Method.ListPublications.descriptor,
    Bergulir_V1_ListPublicationsRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_ActivityService.Method.GetTrend.descriptor,
    Bergulir_V1_GetTrendRequest.self
  ) { $0.parent = "regions/92.71.03.1004" },
  Probe(
    Bergulir_V1_ActivityService.Method.ListActivity.descriptor,
    Bergulir_V1_ListActivityRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_ActivityService.Method.ListNeglected.descriptor,
    Bergulir_V1_ListNeglectedRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_AuditService.Method.ListEvents.descriptor, Bergulir_V1_ListEventsRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_AuditService.Method.GetEvent.descriptor, Bergulir_V1_GetEventRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_AuditService.Method.VerifyChain.descriptor, Bergulir_V1_VerifyChainRequest.self
  ) { $0.parent = malabutor },
  Probe(
    Bergulir_V1_AuditService.Method.ListHeads.descriptor, Bergulir_V1_ListHeadsRequest.self
  ) { $0.parent = malabutor },
]
