import GRPCCore
import NIOCore

@testable import FrameTransport

/// The entry of libFuzzer: bytes from nowhere for the decoder and for both state machines.
///
/// The first byte chooses who reads; the rest is what comes, in pieces whose lengths the bytes
/// themselves decide. With a first byte of 4 or 5 the rest is an order of frames that are right
/// each by itself. A trap is a finding, and so is credit that does not add up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFrames(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let input = UnsafeBufferPointer(start: start, count: count)
  let bytes = ByteBuffer(bytes: input.dropFirst())
  switch input[0] % 6 {
  case 0: Reader.server(bytes, isGreeted: false)
  case 1: Reader.server(bytes, isGreeted: true)
  case 2: Reader.client(bytes, isGreeted: false)
  case 3: Reader.client(bytes, isGreeted: true)
  case 4: Reader.server(Reader.wellFormed(bytes), isGreeted: true)
  default: Reader.client(Reader.wellFormed(bytes), isGreeted: true)
  }
  return 0
}

private enum Reader {
  static let limits = FrameLimits(
    maxMessageBytes: 65_536, maxMetadataBytes: 4096, maxCallsInFlight: 4, callCredit: 65_536,
    connectionCredit: 65_536)

  /// The frames that three bytes each describe: what, for which call, how long.
  static func wellFormed(_ orders: ByteBuffer) -> ByteBuffer {
    var (orders, bytes) = (orders, ByteBuffer())
    while let (kind, call, size) = orders.readMultipleIntegers(as: (UInt8, UInt8, UInt8).self) {
      let call = UInt32(call % 6) + 1
      let body = ByteBuffer(repeating: size, count: Int(size) * 64)
      let failure = CallStatus.Failure(.aborted, "")
      switch kind % 14 {
      case 0: bytes.writeFrame(request(call, .whole(body)))
      case 1, 2: bytes.writeFrame(request(call, .stream))
      case 3: bytes.writeFrame(MessagePart(call: call, bytes: body, ending: .message))
      case 4: bytes.writeFrame(MessagePart(call: call, bytes: body, ending: .nothing))
      case 5: bytes.writeFrame(MessagePart(call: call, bytes: body, ending: .stream))
      case 6: bytes.writeFrame(HalfClose(call: call))
      case 7: bytes.writeFrame(Reset(call: call, failure))
      case 8: bytes.writeFrame(Credit(call: call - 1, bytes: UInt32(size) << 23 + 1))
      case 9: bytes.writeFrame(CallResponse(call: call, failure: .aborted, ""))
      case 10, 11: bytes.writeFrame(ResponseOpening(call: call, metadata: .empty))
      case 12: bytes.writeFrame(CallStatus(call: call, failure: nil, metadata: .empty))
      default: bytes.writeFrame(GoAway(.shutdown, lastCall: call, text: ""))
      }
    }
    return bytes
  }

  private static func request(_ call: UInt32, _ content: CallRequest.Content) -> CallRequest {
    CallRequest(call: call, method: "a/b", metadata: .empty, content: content)
  }

  static func frames(_ bytes: ByteBuffer, isGreeted: Bool, _ body: (Frame) -> Void) -> WireError? {
    var bytes = bytes
    if isGreeted {
      var greeted = ByteBuffer()
      greeted.writeFrame(Hello(versions: 1...1, limits: limits))
      greeted.writeBuffer(&bytes)
      bytes = greeted
    }
    var decoder = FrameDecoder(maxFrameBytes: Frame.maxBytes)
    while bytes.readableBytes > 0 {
      let step = Int(bytes.getInteger(at: bytes.readerIndex, as: UInt8.self) ?? 0) + 1
      let length = min(step, bytes.readableBytes)
      if let piece = bytes.readSlice(length: length) { decoder.append(piece) }
      do throws(WireError) {
        while let frame = try decoder.next() {
          body(frame)
        }
      } catch {
        return error
      }
    }
    return nil
  }

  static func server(_ bytes: ByteBuffer, isGreeted: Bool) {
    var session = ServerSession<UInt32>.awaitingHello(limits)
    var outbox = Outbox()
    var running: [UInt32] = []
    let broken = frames(bytes, isGreeted: isGreeted) { frame in
      if case .start(let call) = session.received(frame, outbox: &outbox) {
        running.append(call.call)
        _ = session.started(call.call, handle: call.call)
      }
      // What a handler does depends on the frame, so that the fuzzer can steer it.
      guard let call = running.last else { return }
      switch (frame.call &+ UInt32(frame.body.readableBytes)) % 5 {
      case 0: _ = session.next(call, outbox: &outbox)
      case 1: _ = session.open(ResponseOpening(call: call, metadata: .empty), outbox: &outbox)
      case 2:
        var message = OutgoingMessage(frame.body)
        _ = session.send(&message, of: call, outbox: &outbox)
      case 3:
        running.removeLast()
        session.finish(
          .status(CallStatus(call: call, failure: nil, metadata: .empty)), outbox: &outbox)
      default: break
      }
      check(session)
      _ = outbox.flush()
    }
    if let broken { _ = session.undecodable(broken, outbox: &outbox) }
    _ = session.disconnected()
    for call in running {
      session.finish(.failure(call, CallStatus.Failure(.aborted, "")), outbox: &outbox)
    }
    precondition(session.isSpent, "a call is left")
  }

  static func client(_ bytes: ByteBuffer, isGreeted: Bool) {
    var session = ClientSession.awaitingHello(limits)
    var outbox = Outbox()
    var calls: [UInt32] = []
    let broken = frames(bytes, isGreeted: isGreeted) { frame in
      _ = session.received(frame, outbox: &outbox)
      if calls.count < 3 {
        let content: CallRequest.Content = calls.count == 1 ? .whole(ByteBuffer()) : .stream
        let call = OutgoingCall(method: "a/b", metadata: .empty, content: content)
        if case .begun(let number) = session.begin(call, outbox: &outbox) { calls.append(number) }
      }
      for call in calls {
        switch (frame.call &+ UInt32(frame.body.readableBytes) &+ call) % 4 {
        case 0: _ = session.next(call, outbox: &outbox)
        case 1:
          var message = OutgoingMessage(frame.body)
          _ = session.send(&message, of: call, outbox: &outbox)
        case 2: session.halfClose(call, outbox: &outbox)
        default: break
        }
      }
      _ = outbox.flush()
    }
    if let broken { _ = session.undecodable(broken, outbox: &outbox) }
    for call in calls {
      session.abandon(call, outbox: &outbox)
    }
    precondition(session.callCount == 0, "a call is left")
  }

  /// What was allowed is what may still come, what is kept and what is owed.
  static func check(_ session: borrowing ServerSession<UInt32>) {
    guard let calls = session.openCalls else { return }
    let held = calls.calls.values.reduce(0) { $0 + $1.inbox.heldCost }
    precondition(
      calls.flow.receiving.available + calls.flow.receiving.owed + held
        == limits.connectionCredit, "credit is lost or made")
  }
}
