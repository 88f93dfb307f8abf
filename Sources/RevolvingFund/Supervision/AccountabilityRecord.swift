/// What is kept to answer for the fund before its people: none of it moves money.
public enum AccountabilityRecord: Hashable, Sendable {
  case complaint(Complaint)
  case complaintAnswer(ComplaintID, ComplaintAnswer)
  case meeting(Meeting)
  case supervision(Supervision)
  case findingAnswer(FindingID, FindingAnswer)
  case publication(Publication)
  case confirmation(BalanceConfirmation)
}
