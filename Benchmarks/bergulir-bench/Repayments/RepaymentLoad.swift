import Glibc

/// So many repayments in flight over the frame wire, sent by one thread.
///
/// A hundred and twenty-eight share a connection.
final class RepaymentLoad {
  private var sockets: [FrameSocket] = []
  private var calls: RepaymentCalls
  private let inFlight: Int
  private var waiting = 0
  /// How many were recorded.
  private(set) var recorded = 0
  private var refused = 0
  private var firstRefusal = ""

  private static let callsOfConnection = 128

  init(inFlight: Int, port: Int, calls: RepaymentCalls) throws {
    self.inFlight = inFlight
    self.calls = calls
    for _ in 0..<(inFlight + Self.callsOfConnection - 1) / Self.callsOfConnection {
      sockets.append(try FrameSocket(port: port))
    }
  }

  /// Sends for so long, waits for the last answers and gives the latencies in nanoseconds.
  ///
  /// - Throws: `RepaymentsError`, also where a call was refused.
  func run(seconds: Double) throws -> [Int64] {
    let end = Self.now + Int64(seconds * 1e9)
    var latencies: [Int64] = []
    latencies.reserveCapacity(Int(seconds * 50_000))
    for call in 0..<inFlight { send(on: sockets[call % sockets.count], at: Self.now) }
    for socket in sockets { try socket.flush() }
    var polled = sockets.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    while waiting > 0 {
      guard poll(&polled, nfds_t(polled.count), 10_000) > 0 else {
        throw RepaymentsError.wire("no answer for ten seconds")
      }
      for (socket, state) in zip(sockets, polled) where state.revents != 0 {
        let now = Self.now
        try socket.receive { answer in
          latencies.append(socket.latency(of: answer.call, at: now))
          take(answer)
          if now < end { send(on: socket, at: now) }
        }
        try socket.flush()
      }
    }
    guard refused == 0 else { throw RepaymentsError.refused(refused, first: firstRefusal) }
    return latencies
  }

  private func send(on socket: FrameSocket, at now: Int64) {
    calls.appendRequest(socket.nextCall(at: now), to: &socket.output)
    waiting += 1
  }

  private func take(_ answer: FrameSocket.Answer) {
    waiting -= 1
    guard answer.status != 0 else {
      recorded += 1
      return
    }
    refused += 1
    if firstRefusal.isEmpty { firstRefusal = "\(answer.status) \(answer.text)" }
  }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
