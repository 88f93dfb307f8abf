internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The journal of a UPK.
struct JournalService: Bergulir_V1_JournalService.SimpleServiceProtocol {
  let desk: Desk

  /// Each voucher has a day of its own, so that the day of the write means nothing here.
  func postJournal(
    request: Bergulir_V1_PostJournalRequest, context: ServerContext
  ) async throws -> Bergulir_V1_PostJournalResponse {
    let upk = Call.current.upk.id
    guard request.vouchers.count <= PostJournal.limit else {
      throw Refusal(.tooManyVouchers(count: request.vouchers.count, limit: PostJournal.limit))
    }
    let lines = try request.vouchers.enumerated().map { try $1.line(at: $0) }
    let done = try await desk.perform(request.write) { _ in PostJournal(upk: upk, lines: lines) }
    return .with {
      $0.receipt = done.receipt
      $0.overBudget = done.names("over_budget").compactMap { Int32($0) }
      $0.overOperatingLimit = done.names("over_operating_limit").compactMap { Int32($0) }
    }
  }

  func reverseVoucher(
    request: Bergulir_V1_ReverseVoucherRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ReverseVoucherResponse {
    let upk = Call.current.upk.id
    let voucher = try Field("voucher", request.voucher).voucher()
    let reason = try Field("reason", request.reason).line()
    let done = try await desk.perform(request.write) {
      ReverseVoucher(upk: upk, voucher: voucher, reason: reason, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func listVouchers(
    request: Bergulir_V1_ListVouchersRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListVouchersResponse {
    let upk = Call.current.upk
    let days = try request.days()
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.from, request.until,
      ])
    let found = try await desk.store.vouchers(
      upk.id, from: days.from ?? .earliest, to: days.until ?? .latest,
      after: page.after.flatMap { VoucherKey(token: $0) }, limit: page.limit)
    let (vouchers, next) = page.page(found) { $0.key.token }
    return .with {
      $0.vouchers = vouchers.map {
        Bergulir_V1_Voucher($0.voucher, reversedBy: $0.reversedBy, in: upk.code)
      }
      $0.nextPageToken = next
    }
  }
}

extension Day {
  /// The first and last day that a voucher can have: those of the calendar that `Day` reads.
  fileprivate static let earliest = Month(year: 1900, month: 1).first
  fileprivate static let latest = Month(year: 2999, month: 12).last
}

extension VoucherKey {
  /// The key as a page token keeps it.
  fileprivate var token: String {
    "\(bookedOn) \(sequence) \(number.kind.rawValue) \(number.year) \(number.number)"
  }

  fileprivate init?(token: String) {
    let parts = token.split(separator: " ").map(String.init)
    guard parts.count == 5, let day = Day(parsing: parts[0]), let sequence = Int64(parts[1]),
      let kind = VoucherKind(rawValue: parts[2]), let year = Int(parts[3]),
      let number = Int64(parts[4])
    else { return nil }
    self.init(
      bookedOn: day, sequence: sequence,
      number: VoucherNumber(kind: kind, year: year, number: number))
  }
}
