import Foundation
import Glibc
import Synchronization

/// One connection through a proxy.
final class Route: Sendable {
  private let client: Int32
  private let server: Int32
  private let proxy: Proxy
  /// Pumps that still use the descriptors.
  private let pumps = Mutex(2)

  private static let cancelCode: [UInt8] = [0x04, 0xD2, 0x16, 0x2E]
  private static let readyForQuery: UInt8 = 0x5A

  init(client: Int32, server: Int32, proxy: Proxy) {
    self.client = client
    self.server = server
    self.proxy = proxy
  }

  func start() {
    Thread.detachNewThread { [self] in pumpToServer() }
  }

  /// Ends both sides; the pumps find it and close the descriptors.
  func cut() {
    pumps.withLock { pumps in
      guard pumps > 0 else { return }
      shutdown(client, Int32(SHUT_RDWR))
      shutdown(server, Int32(SHUT_RDWR))
    }
  }

  /// The first message has no type; by it a request to stop is told from a session.
  private func pumpToServer() {
    guard let first = Sockets.read(client, headerLength: 4) else {
      cut()
      end()
      return end()
    }
    guard first[4..<8] != Self.cancelCode[...] else { return forwardCancel(first) }
    let fault = proxy.state.withLock { state in
      state.counts = [:]
      defer { state.fault = nil }
      return state.fault
    }
    Thread.detachNewThread { [self] in
      pump(.toClient, fault: fault, first: nil)
    }
    pump(.toServer, fault: fault, first: first)
  }

  private func forwardCancel(_ request: [UInt8]) {
    proxy.cancelRequestCame.yield()
    proxy.requests.pass()
    Sockets.write(server, request)
    // The server closes the connection when it has passed the request on.
    _ = Sockets.read(server, headerLength: 5)
    cut()
    end()
    end()
  }

  private func pump(_ direction: Proxy.Direction, fault: Proxy.Fault?, first: [UInt8]?) {
    let (source, target) = direction == .toServer ? (client, server) : (server, client)
    var number = 0
    var next = first
    while let message = next ?? Sockets.read(source, headerLength: 5) {
      next = nil
      if let fault, fault.direction == direction, fault.message == number {
        switch fault.deed {
        case .cut: break
        case .cutInside: Sockets.write(target, Array(message.prefix(message.count / 2)))
        case .stall: proxy.stall()
        }
        if fault.deed != .stall { break }
      }
      proxy.messages.pass()
      Sockets.write(target, message)
      number += 1
      let endsSession = proxy.state.withLock { state in
        state.counts[direction] = number
        return state.endsSessions
      }
      if endsSession, direction == .toClient, message.first == Self.readyForQuery { break }
    }
    cut()
    end()
  }

  private func end() {
    pumps.withLock { pumps in
      pumps -= 1
      guard pumps == 0 else { return }
      close(client)
      close(server)
    }
  }
}

/// The system's calls for sockets.
enum Sockets {
  /// A listening socket of loopback and its port.
  static func listen() -> (descriptor: Int32, port: UInt16) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) | Glibc.listen(descriptor, 64)
          | getsockname(descriptor, address, &length)
      }
    }
    precondition(status == 0, "no port to listen on (error \(errno))")
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }

  /// A connection to a unix socket.
  static func connect(to path: String) -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    withUnsafePointer(to: &address) { pointer in
      _ = pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, length)
      }
    }
    return descriptor
  }

  /// One message of PostgreSQL's protocol, whose header ends in four bytes of length.
  static func read(_ descriptor: Int32, headerLength: Int) -> [UInt8]? {
    guard let header = bytes(headerLength, from: descriptor) else { return nil }
    let length = header.suffix(4).reduce(0) { $0 << 8 | Int($1) }
    guard length >= 4, let body = bytes(length - 4, from: descriptor) else { return nil }
    return header + body
  }

  static func write(_ descriptor: Int32, _ message: [UInt8]) {
    var sent = 0
    while sent < message.count {
      let count = message[sent...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  private static func bytes(_ count: Int, from descriptor: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var have = 0
    while have < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        recv(descriptor, buffer.baseAddress?.advanced(by: have), count - have, 0)
      }
      guard got > 0 else { return nil }
      have += got
    }
    return bytes
  }
}
