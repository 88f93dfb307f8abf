import Foundation

/// How much is lived: little in the suite, much in `make torture`.
struct Scale {
  let upks: Int
  let months: Int
  /// How many made-up terms a schedule is made for.
  let schedules: Int
  /// How many operations are done at least, if there is time; 0 for those of one programme.
  let operations: Int
  /// How many made-up calls a daemon gets.
  let hostileCalls: Int
  /// After so many minutes no programme is begun any more.
  let minutes: Int
  let seed: UInt64

  var isLong: Bool { operations > 0 }

  /// The same with another seed.
  func seeded(_ seed: UInt64) -> Scale {
    Scale(
      upks: upks, months: months, schedules: schedules, operations: operations,
      hostileCalls: hostileCalls, minutes: minutes, seed: seed)
  }

  /// Two UPK, for what looks at something else than their lives.
  static func small(seed: UInt64) -> Scale {
    Scale(
      upks: 2, months: 3, schedules: 0, operations: 0, hostileCalls: 0, minutes: .max, seed: seed)
  }

  /// What the environment asks for; a short life with a seed of its own where it says nothing.
  static func ofThisRun() -> Scale {
    let environment = ProcessInfo.processInfo.environment
    func number(_ name: String) -> Int? {
      environment["BERGULIR_SIMULATION_\(name)"].flatMap(Int.init)
    }
    return Scale(
      upks: number("UPKS") ?? 2, months: number("MONTHS") ?? 14,
      schedules: number("SCHEDULES") ?? 5000, operations: number("OPERATIONS") ?? 0,
      hostileCalls: number("HOSTILE_CALLS") ?? 2000, minutes: number("MINUTES") ?? .max,
      seed: environment["BERGULIR_SIMULATION_SEED"].flatMap { UInt64($0) }
        ?? .random(in: 0...UInt64(UInt32.max)))
  }
}
