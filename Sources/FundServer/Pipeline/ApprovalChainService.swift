internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Who decides on a UPK's loans, as its board set it.
struct ApprovalChainService: Bergulir_V1_ApprovalChainService.SimpleServiceProtocol {
  let desk: Desk

  func setApprovalChain(
    request: Bergulir_V1_SetApprovalChainRequest, context: ServerContext
  ) async throws -> Bergulir_V1_SetApprovalChainResponse {
    guard request.hasChain else { throw Fault.fieldMissing("chain") }
    let chain = try request.chain.chain(of: Call.current.upk.id)
    let done = try await desk.perform(request.write) { SetApprovalChain(chain: chain, day: $0) }
    return .with { $0.receipt = done.receipt }
  }

  func getApprovalChain(
    request: Bergulir_V1_GetApprovalChainRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ApprovalChain {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let chain = try await desk.store.approvalChains(upk.id).inForce(at: upk.id, on: day)
    return Bergulir_V1_ApprovalChain(chain, in: upk.code)
  }

  func listApprovalChains(
    request: Bergulir_V1_ListApprovalChainsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListApprovalChainsResponse {
    let upk = Call.current.upk
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent])
    let (chains, next) = page.page(
      ofAll: try await desk.store.approvalChains(upk.id), by: \.version)
    return .with {
      $0.chains = chains.map { Bergulir_V1_ApprovalChain($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}
