internal import BooksVerification
internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The books reckoned again, and the freeze that follows where they differ.
struct VerifyService: Bergulir_V1_VerifyService.SimpleServiceProtocol {
  let desk: Desk
  let sessions: VerificationSessions

  func verifyBooks(
    request: Bergulir_V1_VerifyBooksRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Verification {
    let upk = Call.current.upk
    let verification = try await verify(upk.id)
    if let first = verification.findings.first {
      try await desk.store.freeze(
        upk.id, on: Call.current.today, for: BookDifference(first))
    }
    let freeze = try await desk.store.freeze(of: upk.id)
    return Bergulir_V1_Verification(verification).with {
      $0.upk = ResourceName.upk(upk.code).description
      $0.isFrozen = freeze.map { $0.release == nil } ?? false
    }
  }

  func verifyProvince(
    request: Bergulir_V1_VerifyProvinceRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Verification {
    Bergulir_V1_Verification(try await verify(.province))
  }

  func getFreeze(
    request: Bergulir_V1_GetFreezeRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Freeze {
    let upk = Call.current.upk
    guard let freeze = try await desk.store.freeze(of: upk.id) else { return Bergulir_V1_Freeze() }
    return Bergulir_V1_Freeze(freeze, in: upk.code)
  }

  func requestRelease(
    request: Bergulir_V1_RequestReleaseRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RequestReleaseResponse {
    let upk = Call.current.upk.id
    let reason = try Field("reason", request.reason).lines()
    let done = try await desk.perform(request.write) {
      RequestRelease(upk: upk, reason: reason, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func confirmRelease(
    request: Bergulir_V1_ConfirmReleaseRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ConfirmReleaseResponse {
    let upk = Call.current.upk.id
    let done = try await desk.perform(request.write) { ConfirmRelease(upk: upk, day: $0) }
    return .with { $0.receipt = done.receipt }
  }

  private func verify(_ upk: UPKID) async throws -> Verification {
    do {
      return try await sessions.verify(upk.value, deadline: Deadline.current)
    } catch let failure as VerificationFailure {
      throw StoreError(failure)
    }
  }
}

extension StoreError {
  fileprivate init(_ failure: VerificationFailure) {
    switch failure {
    case .unavailable(let reason): self = .unavailable(reason: reason)
    case .overloaded: self = .overloaded
    case .deadlineExceeded: self = .deadlineExceeded
    case .unreadable(let what): self = .corrupted(what)
    }
  }
}

extension BookDifference {
  fileprivate init(_ finding: BooksVerification.Finding) {
    self.init(
      control: finding.control.rawValue, place: finding.place, what: finding.what,
      expected: String(finding.expected.prefix(200)), found: String(finding.found.prefix(200)))
  }
}

extension Bergulir_V1_Verification {
  fileprivate init(_ verification: Verification) {
    self.init()
    events = Int64(verification.events)
    differences = verification.findings.map { Bergulir_V1_BookDifference(BookDifference($0)) }
  }

  fileprivate func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}
