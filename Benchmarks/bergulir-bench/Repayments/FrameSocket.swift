import Glibc

/// One connection of the frame wire on a blocking socket: as little client as there can be, so that
/// the server's work is what is measured.
final class FrameSocket {
  let descriptor: Int32
  var output: [UInt8] = []
  private var input: [UInt8] = []
  private var chunk = [UInt8](repeating: 0, count: 1 << 18)
  private var calls: UInt32 = 0
  /// When each call was sent, by its number.
  private(set) var sent: [Int64] = []

  /// What a whole response says.
  struct Answer {
    let call: UInt32
    let status: UInt8
    let text: String
  }

  private enum Kind {
    static let goAway: UInt8 = 0x02
    static let ping: UInt8 = 0x03
    static let response: UInt8 = 0x11
  }

  /// Connects to a port of the loopback address and says hello.
  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw RepaymentsError.wire("nobody listens on port \(port)") }
    var one: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    // HELLO of version 1 without settings.
    output = [0, 0, 0, 12, 0x01, 0, 0, 0, 0, 0, 0x46, 0x52, 0x4D, 0x57, 1, 1]
    try flush()
  }

  deinit { close(descriptor) }

  /// The number of the next call, which is taken to be sent now.
  func nextCall(at now: Int64) -> UInt32 {
    calls += 1
    sent.append(now)
    return calls
  }

  func latency(of call: UInt32, at now: Int64) -> Int64 { now - sent[Int(call) - 1] }

  /// Writes all that waits.
  func flush() throws {
    var done = 0
    while done < output.count {
      let written = output.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      }
      guard written > 0 else { throw RepaymentsError.wire("nothing can be written") }
      done += written
    }
    output.removeAll(keepingCapacity: true)
  }

  /// Reads what has come, and gives the answers in it.
  func receive(_ take: (Answer) throws -> Void) throws {
    let count = read(descriptor, &chunk, chunk.count)
    guard count > 0 else { throw RepaymentsError.wire("the server hung up") }
    input += chunk[..<count]
    var start = 0
    while input.count - start >= 4 {
      let length = Int(number(at: start))
      guard input.count - start >= 4 + length else { break }
      try takeFrame(start + 4..<start + 4 + length, take)
      start += 4 + length
    }
    input.removeFirst(start)
  }

  private func number(at place: Int) -> UInt32 {
    input[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private func takeFrame(_ frame: Range<Int>, _ take: (Answer) throws -> Void) throws {
    let body = frame.lowerBound + 6
    switch input[frame.lowerBound] {
    case Kind.response:
      let size = Int(input[body + 1]) << 8 | Int(input[body + 2])
      let text = input[body + 3..<body + 3 + size]
      try take(
        Answer(
          call: number(at: frame.lowerBound + 2), status: input[body],
          text: size == 0 ? "" : String(decoding: text, as: UTF8.self)))
    case Kind.ping where input[frame.lowerBound + 1] == 0:
      output += [0, 0, 0, 14, Kind.ping, 1] + input[frame.lowerBound + 2..<frame.upperBound]
    case Kind.goAway:
      throw RepaymentsError.wire(String(decoding: input[(body + 5)...], as: UTF8.self))
    default: break
    }
  }
}
