extension Facts {
  /// Takes in what leads to a decision to lend, with what waits and what money is held for.
  mutating func takeApplication(_ change: Change) {
    switch change {
    case .application(let application), .applicationFiled(let application):
      applications[application.id] = application
      relist(application.id)
    case .inspection(let id, let inspection):
      applications[id]?.begin(inspection)
      relist(id)
    case .approval(let id, let approval):
      if approval.verdict == .sendBack {
        applications[id]?.returned.append(approval)
      } else {
        applications[id]?.approvals.append(approval)
      }
      relist(id)
    case .applicationChanged(let application):
      let signed = applications[application.id]?.approvals ?? []
      applications[application.id] = application
      applications[application.id]?.approvals = signed
      relist(application.id)
    case .applicationVoided(let id, let cancellation):
      applications[id]?.state = .cancelled
      applications[id]?.loan = nil
      applications[id]?.cancellation = cancellation
      relist(id)
    case .applicationState(let id, let state, let loan):
      applications[id]?.state = state
      applications[id]?.loan = loan
      relist(id)
    default: break
    }
  }

  /// Puts an application on the lists that it belongs on now, and off the others.
  private mutating func relist(_ id: ApplicationID) {
    guard let found = applications[id] else { return }
    openApplications.relist(found.ksm, where: { $0.id == id }, found.asOpen) {
      $0.id.number < $1.id.number
    }
    queues.relist(id.upk, where: { $0.application == id }, found.asQueued) {
      ($0.completedOn, $0.application.number) < ($1.completedOn, $1.application.number)
    }
    reservations.relist(id.upk, where: { $0.application == id }, found.asReservation) {
      $0.application.number < $1.application.number
    }
  }
}

extension Dictionary {
  /// Puts an item, if there is one, in the place of an earlier one; a list of none is no list.
  fileprivate mutating func relist<Item>(
    _ key: Key, where isEarlier: (Item) -> Bool, _ item: [Item],
    by precedes: (Item, Item) -> Bool
  ) where Value == [Item] {
    var list = self[key] ?? []
    list.removeAll(where: isEarlier)
    for item in item {
      list.insert(item, at: list.firstIndex { precedes(item, $0) } ?? list.endIndex)
    }
    self[key] = list.isEmpty ? nil : list
  }
}

extension Application {
  /// Begins a round with a visit; of an earlier one the recommended shares are not kept.
  fileprivate mutating func begin(_ visit: Inspection) {
    if let last = inspection {
      let kept = Inspection(
        round: last.round, inspector: last.inspector, witness: last.witness, on: last.on,
        recommended: [], appraisals: last.appraisals, steps: last.steps, note: last.note)
      earlier.append(EarlierRound(inspection: kept, approvals: approvals))
    }
    inspection = visit
    approvals = []
  }

  /// Its entry among those that nothing ended, where it has one.
  fileprivate var asOpen: [OpenApplication] {
    state.isOver || !wasHandedIn ? [] : [OpenApplication(id: id, validUntil: validUntil)]
  }

  /// Its place in the queue, where it has one.
  fileprivate var asQueued: [QueueEntry] {
    guard let completedOn, state.isWaiting else { return [] }
    return [
      QueueEntry(
        application: id, completedOn: completedOn, state: state, step: nextStep?.number,
        waitlistedOn: waitlistedOn)
    ]
  }

  /// The money that is held for it, where any is.
  fileprivate var asReservation: [Reservation] {
    guard [.approved, .contracted].contains(state), let fundsHeldSince else { return [] }
    return [
      Reservation(application: id, amount: recommended.total(\.amount), decidedOn: fundsHeldSince)
    ]
  }
}

extension ApplicationState {
  /// Whether nothing more comes of it, or nothing has begun.
  fileprivate var isOver: Bool {
    switch self {
    case .draft, .rejected, .disbursed, .cancelled, .expired: true
    case .submitted, .incomplete, .inInspection, .recommended, .notRecommended, .inDecision,
      .approved, .waitlisted, .contracted:
      false
    }
  }

  /// Whether it stands in the queue.
  fileprivate var isWaiting: Bool {
    switch self {
    case .submitted, .inInspection, .recommended, .inDecision, .waitlisted: true
    case .draft, .incomplete, .notRecommended, .rejected, .approved, .contracted, .disbursed,
      .cancelled, .expired:
      false
    }
  }
}
