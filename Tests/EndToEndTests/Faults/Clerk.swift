import Dispatch
import Foundation
import FrameTransport
import FundAPI
import FundTesting
import GRPCCore
import SwiftProtobuf
import Testing

/// Records one repayment after the other, each until its answer is known.
///
/// A call without an answer goes to the other daemon, under the same request id.
struct Clerk: Sendable {
  typealias Repayments = Bergulir_V1_RepaymentService.Client<FrameClientTransport>

  let desks: [Repayments]
  let loans: [String]
  let token: String
  let tally: Tally

  /// Works until the task is cancelled, and then waits for the last answer.
  func work() async {
    while !Task.isCancelled {
      let id = UUID().uuidString.lowercased()
      let request = request(id)
      tally.send(id)
      // A clerk who goes home would be a caller who hangs up: this one waits.
      await Task { await settle(id, request) }.value
    }
  }

  /// Sends until there is an answer.
  private func settle(_ id: String, _ request: Bergulir_V1_RecordRepaymentRequest) async {
    var desk = Int.random(in: desks.indices)
    var options = CallOptions.defaults
    options.timeout = .seconds(2)
    let limit = ContinuousClock.now + .seconds(120)
    while ContinuousClock.now < limit {
      do {
        let answer = try await desks[desk % desks.count].recordRepayment(
          request, metadata: ["authorization": "Bearer \(token)"], options: options)
        tally.tell(id, answer.receipt.sequence)
        return
      } catch let error as RPCError where Clerk.leavesOpen.contains(error.code) {
        tally.lose(id)
        desk += 1
        await Clerk.pause()
      } catch let error as RPCError where error.code == .failedPrecondition {
        tally.refuse(id)
        return
      } catch {
        Issue.record("\(id): \(error)")
        return
      }
    }
    Issue.record("\(id) had no answer for two minutes")
  }

  private static func pause() async {
    await withCheckedContinuation { waiting in
      DispatchQueue.global().asyncAfter(deadline: .now() + 0.05) { waiting.resume() }
    }
  }

  /// What says nothing of whether the call was recorded, or that it may be tried again.
  private static let leavesOpen: Set<RPCError.Code> = [
    .unavailable, .deadlineExceeded, .cancelled, .unknown, .aborted, .resourceExhausted,
  ]

  private func request(_ id: String) -> Bergulir_V1_RecordRepaymentRequest {
    .with {
      $0.write.requestID = id
      $0.name = loans.randomElement() ?? ""
      $0.amount = .random(in: 1...40) * 100
    }
  }
}
