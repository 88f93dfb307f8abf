import GRPCCore
import Testing

@testable import FrameTransport

/// Makes one unary call and says how it ended.
struct UnaryProbe: ClientBody {
  let message: Int
  let metadata: Metadata
  let seen = Word()

  func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
    seen.say(
      try await client.perform(
        .unary, ShapeService.name, [[UInt8](repeating: 1, count: message)], metadata: metadata))
  }
}

/// Looks at handlers that hold their calls until these are cancelled.
struct HoldingProbe: ClientBody {
  let difference: Difference
  let holding = HoldingService()
  let seen = Word()

  func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
    switch difference {
    case .eightDigits: try await expire(client)
    case .handlerOfOneWhoLeft: try await leave(client)
    default: try await giveUp(client)
    }
    holding.release.countDown()
  }

  private func giveUp(_ client: GRPCClient<some ClientTransport>) async throws {
    let caller = Task { try await client.perform(.bothStreams, ShapeService.name, [[1]]) }
    try await holding.running.wait()
    caller.cancel()
    let outcome = try await caller.value
    guard difference == .handlerOfOneWhoGaveUp else { return seen.say(outcome) }
    try await sayWhetherCancelled(client)
  }

  private func leave(_ client: GRPCClient<some ClientTransport>) async throws {
    let first = try await client.bidirectionalStreaming(
      request: StreamingClientRequest<[UInt8]> { try await $0.write([1]) },
      descriptor: ShapeService.descriptor(.bothStreams), serializer: RawBytes(),
      deserializer: RawBytes(), options: .defaults
    ) { response in
      for try await message in response.messages { return message }
      return []
    }
    #expect(first == [1])
    try await sayWhetherCancelled(client)
  }

  /// The word that the caller left comes before the calls that it makes now.
  private func sayWhetherCancelled(_ client: GRPCClient<some ClientTransport>) async throws {
    for _ in 0..<1000 where !holding.isCancelled {
      _ = try await client.call("Echo")
    }
    seen.say(holding.isCancelled ? "is cancelled" : "goes on")
  }

  /// A timeout of 40 ms in nine characters, and then one ten times as long in five.
  private func expire(_ client: GRPCClient<some ClientTransport>) async throws {
    let caller = Task {
      try await client.perform(
        .unary, ShapeService.name, [[1]], metadata: ["grpc-timeout": "00000040m"])
    }
    try await holding.running.wait()
    let later = try await client.response("Wait", metadata: ["grpc-timeout": "1000m"])
    _ = try later.message
    seen.say(holding.isCancelled ? "the call is cancelled" : "overlooked")
    holding.release.countDown()
    _ = try await caller.value
  }
}

/// Handlers that end when their call is cancelled, or when the test lets them.
struct HoldingService: RegistrableRPCService {
  let running = Countdown()
  let release = Countdown()
  let cancelled = Countdown()
  private let cancellations = Counter()

  var isCancelled: Bool { cancellations.value > 0 }

  func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    ShapeService { _, context in
      StreamingServerResponse { writer in
        try await writer.write([1])
        running.countDown()
        try await hold(context)
        throw RPCError(code: .cancelled, message: "held until the end")
      }
    }.registerMethods(with: &router)
    ByteService(methods: [
      "Echo": ByteService.echo,
      "Wait": { _, context in
        try await context.cancellation.cancelled
        return ServerResponse(message: [])
      },
    ]).registerMethods(with: &router)
  }
}

extension HoldingService {
  private func hold(_ context: ServerContext) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await context.cancellation.cancelled
        cancellations.add(1)
        cancelled.countDown()
      }
      group.addTask { try await release.wait() }
      try await group.next()
      group.cancelAll()
    }
  }
}

/// Makes 300 calls that wait for each other, though not for ever.
struct CrowdProbe: ClientBody {
  private let arrived = Countdown(300)
  private let count = Counter()
  private let release = Countdown()
  let seen = Word()

  /// How long the calls have to come together, where nobody is refused.
  private static let patience = Duration.seconds(5)

  var service: ShapeService {
    ShapeService { _, _ in
      count.add(1)
      arrived.countDown()
      try await release.wait()
      return StreamingServerResponse(single: ServerResponse(message: []))
    }
  }

  func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
    async let gathered = gather()
    let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
      for _ in 0..<300 {
        group.addTask {
          let outcome = try await client.perform(.unary, ShapeService.name, [[1]])
          // Whoever is refused never arrives, so the others need not wait.
          if outcome.error != nil { release.countDown() }
          return outcome
        }
      }
      return try await group.reduce(into: [Outcome]()) { $0.append($1) }
    }
    if let refused = outcomes.first(where: { $0.error != nil }) {
      seen.say(refused)
    } else {
      seen.say(try await gathered == 300 ? "all run" : "some wait")
    }
  }

  /// Lets the calls go on once all are there or time is over; the result is how many there were.
  private func gather() async throws -> Int {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await arrived.wait() }
      group.addTask { try await release.wait() }
      group.addTask { try await Task.sleep(for: Self.patience) }
      try await group.next()
      group.cancelAll()
    }
    let count = count.value
    release.countDown()
    return count
  }
}

/// Breaks a stream of requests off.
struct TornProbe: ClientBody {
  let seen = Word()

  func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
    do {
      _ = try await client.sum { writer in
        try await writer.write([1])
        throw Torn()
      }
      seen.say("answered")
    } catch let error as RPCError {
      seen.say(Outcome(error: error))
    }
  }
}
