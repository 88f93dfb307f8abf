import Foundation
import RevolvingFund
import Subprocess
import SystemPackage

/// Two ways to the same answer, measured by turns.
struct Contest: Sendable {
  let name: String
  /// The most that the first may take of the second, as designed.
  let goal: Double
  /// Seconds of one answer; the number is the round.
  let ours: @Sendable (Int) async throws -> Double
  let other: @Sendable (Int) async throws -> Double

  func sample(_ round: Int) async throws -> ReadReport.Sample {
    let isOursFirst = round.isMultiple(of: 2)
    let first = isOursFirst ? try await ours(round) : try await other(round)
    let second = isOursFirst ? try await other(round) : try await ours(round)
    return ReadReport.Sample(
      name: name, goal: goal, round: round, ours: isOursFirst ? first : second,
      other: isOursFirst ? second : first)
  }

  /// How long it takes, in seconds.
  private static func seconds(
    _ times: Int = 1, _ body: @Sendable (Int) async throws -> Void
  ) async throws -> Double {
    let began = ContinuousClock.now
    for number in 0..<times { try await body(number) }
    return (ContinuousClock.now - began) / .seconds(1) / Double(times)
  }

  static func all(
    _ reads: ProvinceReads, _ plain: PlainSQL, month: Month, day: Day, calls: Int,
    program: String?
  ) -> [Contest] {
    [
      monthEnd(reads, plain, month), pastDay(reads, plain, day),
      oneUPK(reads, plain, day, calls), longLoan(reads, calls),
    ] + (program.map { [commandLine(reads, plain, $0, month)] } ?? [])
  }

  private static func monthEnd(
    _ reads: ProvinceReads, _ plain: PlainSQL, _ month: Month
  ) -> Contest {
    Contest(
      name: "a closed month of every UPK", goal: 1.5,
      ours: { _ in
        try await seconds { _ in
          guard try await reads.monthEnd("\(month)") == reads.upks.count else {
            throw BenchError.noAnswer
          }
        }
      },
      other: { round in
        try await plain.seconds(
          "month-end", ["month": "\(month.first)"], times: 1, seed: round + 2)
      })
  }

  private static func pastDay(_ reads: ProvinceReads, _ plain: PlainSQL, _ day: Day) -> Contest {
    Contest(
      name: "every UPK on a past day", goal: 1.5,
      ours: { _ in
        try await seconds { _ in
          guard try await reads.pastDay("\(day)") == reads.upks.count else {
            throw BenchError.noAnswer
          }
        }
      },
      other: { round in
        try await plain.seconds("past-day", ["day": "\(day)"], times: 1, seed: round + 2)
      })
  }

  private static func oneUPK(
    _ reads: ProvinceReads, _ plain: PlainSQL, _ day: Day, _ calls: Int
  ) -> Contest {
    let end = IndicatorSheet.lastMonthEnd(day)
    let january = Month(year: end.year, month: 1).first
    return Contest(
      name: "one UPK on a past day", goal: 2,
      ours: { round in
        try await seconds(calls) { number in
          // A stride that meets other UPK in every round, without one twice.
          let place = (number * 7919 + (round + 1) * 104_729) % reads.upks.count
          try await reads.indicators(of: reads.upks[place], asOf: "\(day)")
        }
      },
      other: { round in
        try await plain.seconds(
          "one-upk",
          [
            "upks": "\(reads.upks.count)", "day": "\(day)", "end": "\(end)",
            "january": "\(january)",
          ], times: calls, seed: round + 2)
      })
  }

  private static func longLoan(_ reads: ProvinceReads, _ calls: Int) -> Contest {
    func read(_ loan: String) -> @Sendable (Int) async throws -> Double {
      { _ in try await seconds(calls) { _ in try await reads.loan(loan) } }
    }
    return Contest(
      name: "a loan with 2,000 postings beside one with 20", goal: 2,
      ours: read(reads.longLoan), other: read(reads.shortLoan))
  }

  private static func commandLine(
    _ reads: ProvinceReads, _ plain: PlainSQL, _ program: String, _ month: Month
  ) -> Contest {
    func call(
      _ program: Executable, _ arguments: [String]
    ) -> @Sendable (Int) async throws -> Double {
      { _ in
        try await seconds(20) { _ in
          let result = try await Subprocess.run(
            program, arguments: .init(arguments), output: .discarded, error: .discarded)
          guard result.terminationStatus.isSuccess else { throw BenchError.noAnswer }
        }
      }
    }
    return Contest(
      name: "one call of the command line beside psql", goal: 1.5,
      ours: call(
        .path(FilePath(program)),
        [
          "server", "info", "--server", "127.0.0.1:\(reads.server.port)", "--token-file",
          reads.tokenFile,
        ]),
      other: call(
        .path("/usr/lib/postgresql/15/bin/psql"),
        ["-X", "-d", plain.database, "-c", "select 1"]))
  }
}
