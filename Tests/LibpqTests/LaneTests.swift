import Libpq
import Synchronization
import Testing

private let longNap = Statement("long-nap", "select pg_sleep(60)")
private let shortNap = Statement("short-nap", "select pg_sleep(0.05)")

@Suite struct LaneTests {
  /// A lane whose calls are numbers, and what its units were.
  private final class Recorder: Sendable {
    let units = Mutex<[[Int]]>([])
    /// Stops the unit that begins with 0.
    let first = Handover()

    func lane(limit: Int = 100) -> Lane<Int, Int> {
      Lane(limit: limit) { calls, _ in
        self.units.withLock { $0.append(calls) }
        if calls[0] == 0 {
          self.first.give()
          self.first.awaitAnswer()
        }
        return calls.map { $0 < 0 ? .failure(Odd(number: $0)) : .success($0 * 2) }
      }
    }

    var sizes: [Int] { units.withLock { $0.map(\.count) } }
  }

  private struct Odd: Error, Hashable {
    let number: Int
  }

  /// Begins calls in order, each in the queue before the next one is made.
  private func begin(
    _ calls: some Sequence<Int>, weight: Int = 1, on lane: Lane<Int, Int>, in pool: WorkerPool
  ) async -> [Task<Int, any Error>] {
    var tasks: [Task<Int, any Error>] = []
    for call in calls {
      let before = pool.waitingCalls
      tasks.append(Task { try await pool.run(call, weight: weight, on: lane) })
      while pool.waitingCalls == before { await Task.yield() }
    }
    return tasks
  }

  private func expect(_ call: Task<Int, any Error>, _ answer: Int) async throws {
    let value = try await call.value
    #expect(value == answer)
  }

  @Test func `what comes while a unit runs is the next unit, and a lone call waits for nothing`()
    async throws
  {
    let recorder = Recorder()
    let lane = recorder.lane()
    try await withPool(workers: 3) { pool in
      let first = Task { try await pool.run(0, on: lane) }
      await recorder.first.taken()
      let others = await begin([1, 2, -3, 4], on: lane, in: pool)
      recorder.first.answer()
      try await expect(first, 0)
      try await expect(others[0], 2)
      try await expect(others[3], 8)
      await #expect(throws: Odd.self) { try await others[2].value }
      #expect(try await pool.run(5, on: lane) == 10)
    }
    #expect(recorder.units.withLock { $0 } == [[0], [1, 2, -3, 4], [5]])
  }

  @Test func `a unit is no heavier than the lane allows, unless a single call is`() async throws {
    let recorder = Recorder()
    let lane = recorder.lane(limit: 5)
    try await withPool(workers: 2) { pool in
      let first = Task { try await pool.run(0, on: lane) }
      await recorder.first.taken()
      let light = await begin(1...3, weight: 2, on: lane, in: pool)
      let heavy = await begin([4], weight: 9, on: lane, in: pool)
      let last = await begin([5], on: lane, in: pool)
      recorder.first.answer()
      for call in [first] + light + heavy + last { _ = try await call.value }
    }
    #expect(recorder.units.withLock { $0 } == [[0], [1, 2], [3], [4], [5]])
  }

  @Test func `another lane, and a call of none, do not wait for a unit that runs`() async throws {
    let held = Recorder()
    let lane = held.lane()
    let free = Recorder().lane()
    try await withPool(workers: 2) { pool in
      let first = Task { try await pool.run(0, on: lane) }
      await held.first.taken()
      let second = await begin([1], on: lane, in: pool)
      #expect(try await pool.run(7, on: free) == 14)
      #expect(try await pool.one() == 1)
      #expect(held.sizes == [1])
      held.first.answer()
      _ = try await first.value
      try await expect(second[0], 2)
    }
  }

  @Test func `a call that is given up leaves its lane alone, and what runs goes on`() async throws {
    let recorder = Recorder()
    let lane = recorder.lane()
    try await withPool(workers: 1) { pool in
      let first = Task { try await pool.run(0, on: lane) }
      await recorder.first.taken()
      let others = await begin([1, 2], on: lane, in: pool)
      others[0].cancel()
      await #expect(throws: CancellationError.self) { try await others[0].value }
      let late = Task {
        try await pool.run(3, on: lane, deadline: .now + .milliseconds(20))
      }
      await #expect(throws: PostgresError.deadlineExceeded) { try await late.value }
      recorder.first.answer()
      try await expect(first, 0)
      try await expect(others[1], 4)
    }
    #expect(recorder.units.withLock { $0 } == [[0], [2]])
  }

  @Test(arguments: [1, 2])
  func `a unit is stopped when all its callers give up, and not before`(callers: Int) async throws {
    try await withPool(workers: 1) { pool in
      let begun = Handover()
      let lane = Lane<Int, Int>(limit: 10) { calls, connection in
        begun.give()
        _ = try connection.run(callers == 2 ? longNap : shortNap)
        return calls.map { .success($0) }
      }
      let held = Handover()
      async let blocking: Void = pool.run { _ in
        held.give()
        held.awaitAnswer()
      }
      await held.taken()
      let calls = await begin([1, 2], on: lane, in: pool)
      held.answer()
      try await blocking
      await begun.taken()
      for call in calls.prefix(callers) { call.cancel() }
      for (number, call) in zip([1, 2], calls) {
        if callers == 2 {
          await #expect(throws: CancellationError.self) { try await call.value }
        } else {
          try await expect(call, number)
        }
      }
    }
  }

  @Test func `what waits for a unit of its lane is run before the workers end`() async throws {
    let recorder = Recorder()
    let lane = recorder.lane()
    try await withPool(workers: 2) { pool in
      let first = Task { try await pool.run(0, on: lane) }
      await recorder.first.taken()
      let others = await begin([1, 2], on: lane, in: pool)
      async let end: Void = pool.shutdown()
      recorder.first.answer()
      await end
      try await expect(first, 0)
      try await expect(others[1], 4)
      await #expect(throws: PostgresError.closed) { try await pool.run(3, on: lane) }
    }
  }
}
