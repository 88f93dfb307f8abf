import FundServer
import ServiceLifecycle

/// Signs and keeps heads as the daemon starts, from time to time, and when nothing writes any more.
struct HeadService: Service {
  let keeper: HeadKeeper
  let every: Duration

  func run() async throws {
    await keeper.keep()
    let pause = every
    await cancelWhenGracefulShutdown { [keeper] in
      while !Task.isCancelled {
        do {
          try await Task.sleep(for: pause)
        } catch {
          return
        }
        await keeper.keep()
      }
    }
    // The wire is down, and the store still open.
    await keeper.keep()
  }
}
