import Foundation

/// How much is lived: little in the suite, much in `make torture`.
struct Scale {
  let upks: Int
  let months: Int
  /// How many made-up terms a schedule is made for.
  let schedules: Int
  /// How many operations are done at least, if there is time; 0 for those of one programme.
  let operations: Int
  /// After so many minutes no programme is begun any more.
  let minutes: Int
  let seed: UInt64

  var isLong: Bool { operations > 0 }

  /// The same with another seed.
  func seeded(_ seed: UInt64) -> Scale {
    Scale(
      upks: upks, months: months, schedules: schedules, operations: operations,
      minutes: minutes, seed: seed)
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
      minutes: number("MINUTES") ?? .max,
      seed: environment["BERGULIR_SIMULATION_SEED"].flatMap { UInt64($0) }
        ?? .random(in: 0...UInt64(UInt32.max)))
  }
}
