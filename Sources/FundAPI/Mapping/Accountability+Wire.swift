public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_Complaint {
  public init(_ complaint: Complaint, asOf day: Day, in upk: Code) {
    self.init()
    let answer = complaint.answer(asOf: day)
    name = ResourceName.complaint(upk, complaint.id.number).description
    on = complaint.on.description
    channel = complaint.channel.rawValue
    text = complaint.text
    receivedBy = ResourceName.person(complaint.receivedBy).description
    self.answer = answer?.text ?? ""
    answeredOn = answer?.on.description ?? ""
    answeredBy = answer.map { ResourceName.person($0.by).description } ?? ""
    days = Int32(clamping: complaint.days(asOf: day))
  }
}

extension Bergulir_V1_Meeting {
  public init(_ meeting: Meeting, in upk: Code) {
    self.init()
    name = ResourceName.meeting(upk, meeting.number).description
    kind = meeting.kind.rawValue
    ksm = meeting.ksm.map { ResourceName.ksm(upk, $0.number).description } ?? ""
    on = meeting.on.description
    women = Int32(clamping: meeting.women)
    men = Int32(clamping: meeting.men)
    minutes = meeting.minutes
    note = meeting.note
  }
}

extension Bergulir_V1_RecordMeetingRequest {
  /// More people than come to one meeting.
  static let most: Int32 = 100_000

  /// How many women and men came.
  ///
  /// - Throws: `fieldInvalid`.
  public func attendance() throws(Fault) -> (women: Int, men: Int) {
    for (field, count) in [("women", women), ("men", men)]
    where !(0...Self.most).contains(count) {
      throw .fieldInvalid(field, expected: .between(0, Int64(Self.most)))
    }
    return (Int(women), Int(men))
  }
}

extension Bergulir_V1_Supervision {
  public init(_ supervision: Supervision, in upk: Code) {
    self.init()
    name = ResourceName.supervision(upk, supervision.number).description
    on = supervision.on.description
    supervisor = ResourceName.person(supervision.by).description
    note = supervision.note
  }
}

extension Bergulir_V1_Finding {
  public init(_ finding: Finding, asOf day: Day, in upk: Code) {
    self.init()
    let answer = finding.answer(asOf: day)
    name = ResourceName.finding(upk, finding.id.number).description
    source =
      switch finding.source {
      case .supervision(let number): ResourceName.supervision(upk, number).description
      case .confirmation(let number): ResourceName.confirmation(upk, number).description
      }
    on = finding.on.description
    text = finding.text
    due = finding.due.description
    foundBy = ResourceName.person(finding.by).description
    self.answer = answer?.text ?? ""
    answeredOn = answer?.on.description ?? ""
    answeredBy = answer.map { ResourceName.person($0.by).description } ?? ""
    evidence = answer?.evidence ?? ""
    isOverdue = finding.isOverdue(asOf: day)
  }
}

extension Bergulir_V1_RecordSupervisionRequest {
  /// The findings to be opened.
  ///
  /// - Throws: `fieldInvalid` with the place in the list, counted from 1.
  public func plans() throws(Fault) -> [RecordSupervision.FindingPlan] {
    var plans: [RecordSupervision.FindingPlan] = []
    for (place, finding) in findings.enumerated() {
      plans.append(
        RecordSupervision.FindingPlan(
          text: try Field("findings[\(place)].text", finding.text).lines(),
          due: try Field("findings[\(place)].due", finding.due).optionalDay()))
    }
    return plans
  }
}

extension Bergulir_V1_ConfirmBalancesRequest {
  /// What borrowers stated.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid` with the place in the list, also for a loan of
  ///   another UPK.
  public func stated(in upk: Code) throws(Fault) -> [ConfirmBalances.Statement] {
    var stated: [ConfirmBalances.Statement] = []
    for (place, statement) in statements.enumerated() {
      let loan = Field("statements[\(place)].loan", statement.loan)
      let name = try loan.loan()
      guard name.upk == upk else {
        throw .fieldInvalid(loan.name, expected: .resourceName("upks/\(upk)/loans/NUMBER"))
      }
      stated.append(
        ConfirmBalances.Statement(
          loan: name.number, member: statement.member, stated: Rupiah(statement.stated),
          evidence: try Field("statements[\(place)].evidence", statement.evidence).line()))
    }
    return stated
  }
}

extension Bergulir_V1_BalanceConfirmation {
  public init(_ confirmation: BalanceConfirmation, in upk: Code) {
    self.init()
    name = ResourceName.confirmation(upk, confirmation.number).description
    asOf = confirmation.asOf.description
    on = confirmation.on.description
    supervisor = ResourceName.person(confirmation.by).description
    scope = confirmation.scope.rawValue
    agreed = Int32(clamping: confirmation.count(.agreed))
    differs = Int32(clamping: confirmation.count(.differs))
    proven = Int32(clamping: confirmation.count(.proven))
    nextDue = confirmation.nextDue.description
    lines = confirmation.lines.map { line in
      .with {
        $0.loan = ResourceName.loan(upk, line.loan.number).description
        $0.member = line.member
        $0.stated = line.stated.amount
        $0.books = line.books.amount
        $0.difference = line.difference.amount
        $0.result = line.result.rawValue
        $0.evidence = line.evidence
      }
    }
  }
}

extension Bergulir_V1_Publication {
  public init(_ publication: Publication, in upk: Code) {
    self.init()
    name = ResourceName.publication(upk, publication.number).description
    kind = publication.kind.rawValue
    month = publication.month.description
    on = publication.on.description
    publishedBy = ResourceName.person(publication.by).description
    reference = publication.reference
  }
}

extension Bergulir_V1_TrendPoint {
  public init(_ point: TrendPoint) {
    self.init()
    region = ResourceName.region(point.region).description
    month = point.month.description
    upks = Int32(clamping: point.upks)
    groups = Int32(clamping: point.groups)
    borrowers = Int32(clamping: point.borrowers)
    women = Int32(clamping: point.women)
    outstanding = point.outstanding.amount
    loss = point.loss.amount
    lossPercent = point.lossPercent ?? ""
  }
}

extension Bergulir_V1_GetTrendRequest {
  /// The most months that one answer shows.
  public static let limitMonths = 60

  /// The months asked for.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid` (also for a last month before the first),
  ///   `rangeTooLong`.
  public func months() throws(Fault) -> [Month] {
    let first = try Field("from", from).month()
    let last = try Field("until", until).month()
    guard first <= last else { throw .fieldInvalid("until", expected: .notBefore("from")) }
    let count = last.distance(from: first) + 1
    guard count <= Self.limitMonths else { throw .rangeTooLong(limitMonths: Self.limitMonths) }
    return (0..<count).map { first.adding($0) }
  }
}

extension Bergulir_V1_ListActivityRequest {
  /// The days asked for, at most a year of them.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid` (also for a last day before the first),
  ///   `rangeTooLong`.
  public func span() throws(Fault) -> (first: Day, last: Day) {
    let first = try Field("from", from).day()
    let last = try Field("until", until).day()
    guard first <= last else { throw .fieldInvalid("until", expected: .notBefore("from")) }
    guard last < first.addingMonths(12) else { throw .rangeTooLong(limitMonths: 12) }
    return (first, last)
  }
}

extension Bergulir_V1_Activity {
  public init(_ activity: Activity) {
    self.init()
    person = ResourceName.person(activity.person).description
    deed = activity.deed.rawValue
    count = activity.count
    firstOn = activity.first.description
    lastOn = activity.last.description
  }
}

extension Bergulir_V1_NeglectedCase {
  public init(_ found: CollectionCase, in upk: Code) {
    self.init()
    let last = found.steps.max { ($0.on, $0.id.number) < ($1.on, $1.id.number) }
    loan = ResourceName.loan(upk, found.loan.number).description
    openedOn = found.episode.openedOn.description
    lastStepOn = last?.on.description ?? ""
    lastAction = last?.action.rawValue ?? ""
    daysIdle = Int32(clamping: found.daysIdle)
    daysLate = Int32(clamping: found.daysLate)
    overdue = (found.position.overduePrincipal + found.position.overdueServiceCharge).amount
    collectability = Int32(found.position.collectability.rawValue)
  }
}
