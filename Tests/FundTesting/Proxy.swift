import Foundation
import Glibc
import Synchronization

/// Stands between libpq and a server, and fails as networks and servers do.
///
/// It forwards message by message, so that a test can name the place where the connection ends.
/// All its threads end with it.
public final class Proxy: Sendable {
  /// Which way a message goes.
  public enum Direction: CaseIterable, Sendable {
    case toServer, toClient
  }

  /// What happens to a connection at a message.
  public enum Deed: CaseIterable, Sendable {
    /// Both ends are closed before the message is passed on.
    case cut
    /// Half of the message is passed on, then both ends are closed.
    case cutInside
    /// Nothing is passed on any more, and nothing is closed.
    case stall
  }

  /// What happens where; messages of a direction are counted from 0.
  public struct Fault: Sendable {
    let deed: Deed
    let direction: Direction
    let message: Int

    public init(_ deed: Deed, _ direction: Direction, at message: Int) {
      self.deed = deed
      self.direction = direction
      self.message = message
    }
  }

  struct State {
    var fault: Fault?
    var endsSessions = false
    var routes: [Route] = []
    /// How many messages of the youngest connection were passed on.
    var counts: [Direction: Int] = [:]
    var isClosed = false
  }

  /// A connection string that leads through the proxy.
  public let connectionString: String
  let server: String
  private let listener: Int32
  private let cancelRequests: AsyncStream<Void>
  let cancelRequestCame: AsyncStream<Void>.Continuation
  let state = Mutex(State())
  /// Shut while nothing is passed on.
  let messages = Gate()
  /// Shut while requests to stop a statement are not passed on.
  let requests = Gate()

  /// A proxy before the server that the connection string names, by the directory of its socket.
  public init(before connectionString: String) {
    let host = Proxy.value(of: "host", in: connectionString)
    let port = Proxy.value(of: "port", in: connectionString)
    server = "\(host)/.s.PGSQL.\(port)"
    let (listener, number) = Sockets.listen()
    self.listener = listener
    (cancelRequests, cancelRequestCame) = AsyncStream.makeStream()
    self.connectionString =
      connectionString.replacing("host='\(host)'", with: "host='127.0.0.1'")
      .replacing("port='\(port)'", with: "port='\(number)'")
      + " sslmode=disable gssencmode=disable"
    Thread.detachNewThread { [self] in accept() }
  }

  private static func value(of keyword: String, in connectionString: String) -> String {
    let parts = connectionString.split(separator: "\(keyword)='", maxSplits: 1)
    guard parts.count > 1 || connectionString.hasPrefix("\(keyword)='"), let part = parts.last,
      let value = part.split(separator: "'").first
    else { preconditionFailure("no \(keyword) in the connection string") }
    return String(value)
  }

  private func accept() {
    while true {
      let client = Glibc.accept(listener, nil, nil)
      guard client >= 0 else { return }
      let route = Route(client: client, server: Sockets.connect(to: server), proxy: self)
      let isClosed = state.withLock { state in
        state.routes.append(route)
        return state.isClosed
      }
      if isClosed { route.cut() }
      route.start()
    }
  }
}

extension Proxy {
  /// Lets the next connection fail at a place; later ones are left in peace.
  public func failNext(_ fault: Fault) {
    state.withLock { $0.fault = fault }
  }

  /// Lets the server let sessions in from now on, and ends each as soon as it is ready.
  public func endSessions() {
    state.withLock { $0.endsSessions = true }
  }

  /// Ends all connections that there are.
  public func cutAll() {
    let routes = state.withLock { state in
      defer { state.routes = [] }
      return state.routes
    }
    for route in routes { route.cut() }
  }

  /// How many messages of the youngest connection were passed on.
  public func count(_ direction: Direction) -> Int {
    state.withLock { $0.counts[direction] ?? 0 }
  }

  /// Keeps requests to stop a statement until they are released.
  public func holdCancelRequests() {
    requests.shut()
  }

  /// Passes on the requests that were held, and all later ones.
  public func releaseCancelRequests() {
    requests.open()
  }

  /// Waits until a request to stop a statement has come.
  public func cancelRequested() async {
    for await _ in cancelRequests { return }
  }

  /// Passes nothing on any more, on any connection.
  public func stall() {
    messages.shut()
    requests.shut()
  }

  /// Passes on again what comes, and what was held.
  public func resume() {
    messages.open()
    requests.open()
  }

  /// Ends all connections and takes no more.
  public func close() {
    let isClosed = state.withLock { state in
      defer { state.isClosed = true }
      return state.isClosed
    }
    guard !isClosed else { return }
    shutdown(listener, Int32(SHUT_RDWR))
    Glibc.close(listener)
    cutAll()
    resume()
  }
}

/// Gives `body` a proxy before the server of a connection string.
public func withProxy<Value>(
  before connectionString: String, _ body: (Proxy) async throws -> Value
) async throws -> Value {
  let proxy = Proxy(before: connectionString)
  defer { proxy.close() }
  return try await body(proxy)
}
