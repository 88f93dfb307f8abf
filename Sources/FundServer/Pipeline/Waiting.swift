internal import Crypto
internal import FundAPI
internal import FundStore
internal import RevolvingFund

/// What waits in one UPK on a day, so that an application can be told with its age and its place.
struct Waiting: Sendable {
  let upk: UPK
  let day: Day
  private let chain: ApprovalChain
  private let places: [ApplicationID: Int]

  init(_ open: [Application], at upk: UPK, chain: ApprovalChain, on day: Day) {
    self.upk = upk
    self.day = day
    self.chain = chain
    var counts: [String: Int] = [:]
    let ordered = open.sorted {
      ($0.isLetPast ? 0 : 1, $0.queuedOn, $0.id.number)
        < ($1.isLetPast ? 0 : 1, $1.queuedOn, $1.id.number)
    }
    places = ordered.reduce(into: [:]) { places, application in
      // What lacks papers has no place yet.
      guard let age = application.stage(on: day, chain: chain), age.stage != .papers else { return }
      let key = "\(age.stage.rawValue)/\(age.step?.number ?? 0)"
      counts[key, default: 0] += 1
      places[application.id] = counts[key]
    }
  }

  func age(_ application: Application) -> StageAge? {
    application.stage(on: day, chain: chain)
  }

  func place(_ application: Application) -> Int { places[application.id] ?? 0 }

  /// An application as the wire tells it on the day.
  func wire(_ application: Application) -> Bergulir_V1_Application {
    var wire = Bergulir_V1_Application(
      application, age: age(application), place: place(application), on: day, in: upk.code)
    for (index, approval) in application.approvals.enumerated() {
      wire.approvals[index].bound = Waiting.digest(approval.bound)
    }
    for (index, approval) in application.returned.enumerated() {
      wire.returned[index].bound = Waiting.digest(approval.bound)
    }
    return wire
  }

  /// The digest of what was signed; empty for what binds to nothing.
  private static func digest(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    return hexadecimal(SHA256.hash(data: Array(text.utf8)))
  }
}

extension Application {
  /// The day by which it is in the queue.
  fileprivate var queuedOn: Day { completedOn ?? submittedOn }
}

extension Desk {
  /// What waits in a UPK on a day.
  ///
  /// - Throws: `StoreError`.
  func waiting(at upk: UPK, on day: Day) async throws -> Waiting {
    let open = try await store.openApplications([upk.id], on: day)
    let chain = try await store.approvalChains(upk.id).inForce(at: upk.id, on: day)
    return Waiting(open, at: upk, chain: chain, on: day)
  }
}
