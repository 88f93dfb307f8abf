internal import Libpq
internal import RevolvingFund

/// The rows that accountability writes, table by table.
struct AccountabilityRows {
  private var complaints: [Complaint] = []
  private var complaintAnswers: [(id: ComplaintID, answer: ComplaintAnswer)] = []
  private var meetings: [Meeting] = []
  private var supervisions: [Supervision] = []
  private var publications: [Publication] = []
  private var confirmations: [BalanceConfirmation] = []
  private var findings: [Finding] = []
  private var findingAnswers: [(id: FindingID, answer: FindingAnswer)] = []

  mutating func add(_ record: AccountabilityRecord) {
    switch record {
    case .complaint(let complaint): complaints.append(complaint)
    case .complaintAnswer(let id, let answer): complaintAnswers.append((id, answer))
    case .meeting(let meeting): meetings.append(meeting)
    case .supervision(let supervision):
      supervisions.append(supervision)
      findings += supervision.findings
    case .findingAnswer(let id, let answer): findingAnswers.append((id, answer))
    case .publication(let publication): publications.append(publication)
    case .confirmation(let confirmation):
      confirmations.append(confirmation)
      findings += confirmation.findings
    }
  }

  /// One statement a table that has rows, findings behind what they refer to.
  var requests: [Request] {
    var requests: [Request] = []
    if !complaints.isEmpty { requests.append(ComplaintStatements.insertion(complaints)) }
    if !complaintAnswers.isEmpty {
      requests.append(ComplaintStatements.answering(complaintAnswers))
    }
    if !meetings.isEmpty { requests.append(MeetingStatements.insertion(meetings)) }
    if !supervisions.isEmpty { requests.append(SupervisionStatements.insertion(supervisions)) }
    if !publications.isEmpty { requests.append(SupervisionStatements.publishing(publications)) }
    if !confirmations.isEmpty { requests += ConfirmationStatements.insertion(confirmations) }
    if !findings.isEmpty { requests.append(FindingStatements.insertion(findings)) }
    if !findingAnswers.isEmpty { requests.append(FindingStatements.answering(findingAnswers)) }
    return requests
  }
}
