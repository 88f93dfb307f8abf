internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Who did what and when, and whether the chain that says so is whole.
struct AuditService: Bergulir_V1_AuditService.SimpleServiceProtocol {
  let desk: Desk
  let clock: Clock
  let heads: HeadKeeper

  /// Hashes that are asked for at once.
  private static let mostNumbers = 1000

  func listEvents(
    request: Bergulir_V1_ListEventsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListEventsResponse {
    let stream = try AuditStream(request.parent)
    let filter = try filter(request, in: stream)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.subject, request.person,
        request.kind, request.from, request.until,
      ])
    let found = try await desk.store.events(
      of: stream.id, filter, before: page.after.flatMap { Int64($0) } ?? .max, limit: page.limit)
    let (events, next) = page.page(found) { "\($0.number)" }
    return .with {
      $0.events = events.map { Bergulir_V1_Event($0, in: stream) }
      $0.nextPageToken = next
    }
  }

  func getEvent(
    request: Bergulir_V1_GetEventRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Event {
    let stream = try AuditStream(request.parent)
    guard request.number > 0 else {
      throw Fault.fieldInvalid("number", expected: .wholeNumber)
    }
    guard let record = try await desk.store.event(request.number, of: stream.id) else {
      throw Refusal(.notFound(.event, name: "\(stream.name)/events/\(request.number)"))
    }
    var event = Bergulir_V1_Event(record.event, in: stream)
    event.fields = record.fields.wire
    event.outcome = record.outcome.wire
    event.hash = hexadecimal(record.hash)
    event.hashBefore = hexadecimal(record.hashBefore)
    return event
  }

  func verifyChain(
    request: Bergulir_V1_VerifyChainRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ChainVerification {
    let stream = try AuditStream(request.parent)
    guard request.numbers.count <= AuditService.mostNumbers else {
      throw Fault.fieldInvalid("numbers", expected: .between(0, Int64(AuditService.mostNumbers)))
    }
    let report = try await desk.store.verifyChain(
      stream.id, hashesOf: Set(request.numbers))
    return .with {
      $0.parent = stream.name
      $0.verified = report.verified
      $0.broken = report.broken?.number ?? 0
      $0.trouble = report.broken?.trouble.rawValue ?? ""
      $0.head = Bergulir_V1_ChainPoint(number: report.head.number, hash: report.head.hash)
      $0.points = report.hashes.sorted { $0.key < $1.key }.map {
        Bergulir_V1_ChainPoint(number: $0.key, hash: $0.value)
      }
    }
  }

  func listHeads(
    request: Bergulir_V1_ListHeadsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListHeadsResponse {
    let stream = try AuditStream(request.parent)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent])
    let found: [StreamPosition]
    if stream.id == .province {
      let after = page.after.flatMap { Int64($0) }.map { UPKID($0) }
      found = try await desk.store.positions(after: after, limit: page.limit)
    } else {
      let position = try await desk.store.position(of: stream.id)
      found = position.map { [$0] } ?? []
    }
    let (shown, next) = page.page(found) { "\($0.stream.value)" }
    let signed = try await heads.heads(shown)
    return .with {
      $0.heads = signed.map(Bergulir_V1_Head.init)
      $0.nextPageToken = next
      $0.publicKey = heads.publicKey
    }
  }

  private func filter(
    _ request: Bergulir_V1_ListEventsRequest, in stream: AuditStream
  ) throws -> AuditFilter {
    var filter = AuditFilter()
    filter.subject = try Field("subject", request.subject).optionalLine().map(stream.relative)
    filter.person = request.person.isEmpty ? nil : try Field("person", request.person).person()
    filter.kind = try Field("kind", request.kind).optionalChoice(CommandKind.self)?.rawValue
    let from = try Field("from", request.from).optionalDay()
    let until = try Field("until", request.until).optionalDay()
    if let from, let until, until < from {
      throw Fault.fieldInvalid("until", expected: .notBefore("from"))
    }
    filter.recordedFrom = from.map { clock.second(beginning: $0) }
    filter.recordedBefore = until.map { clock.second(beginning: $0.addingDays(1)) }
    return filter
  }
}

/// The stream that a request names: a UPK's, or the province's own.
struct AuditStream {
  let id: UPKID
  /// `upks/malabutor` or `province`.
  let name: String

  /// - Throws: `Fault.fieldInvalid` for a region, which has no stream.
  init(_ parent: String) throws(Fault) {
    switch ScopeName(parent) {
    case .province?:
      id = .province
      name = parent
    case .upk?:
      id = Call.current.upk.id
      name = parent
    case .region?, nil:
      throw .fieldInvalid("parent", expected: .resourceName("upks/CODE"))
    }
  }

  /// A subject's name on the wire.
  func absolute(_ subject: String) -> String {
    id == .province ? subject : "\(name)/\(subject)"
  }

  /// The same as the stream has it.
  func relative(_ subject: String) -> String {
    id != .province && subject.hasPrefix(name + "/")
      ? String(subject.dropFirst(name.count + 1)) : subject
  }
}

extension Bergulir_V1_Event {
  init(_ event: AuditEvent, in stream: AuditStream) {
    self.init()
    parent = stream.name
    number = event.number
    recordedAt = utc(microseconds: event.recordedAt)
    bookedOn = event.bookedOn.description
    if event.person.value > 0 { person = ResourceName.person(event.person).description }
    principal = event.label?.description ?? ""
    kind = event.kind
    subject = stream.absolute(event.subject)
    requestID = event.requestID.description
    vouchers = event.vouchers
  }
}
