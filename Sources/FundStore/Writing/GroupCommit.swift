internal import Libpq
internal import RevolvingFund

/// The calls of one unit, in as few commits as may be.
///
/// Frequent calls go into one commit, each other call into its own. A commit that the data of one
/// call made fail is halved until that call stands alone: it fails alone.
struct GroupCommit {
  let calls: [CommandCall]
  let onHeld: CommandGroup.OnHeld

  /// A lane of so many commands at most in one commit.
  static func lane(limit: Int) -> Lane<CommandCall, [CommandCall.Answer]> {
    Lane(limit: limit) { calls, connection in
      GroupCommit(calls: calls, onHeld: .leave).run(on: connection)
    }
  }

  /// Runs the calls and answers each in its place; what goes wrong with a commit is told to all
  /// that were in it.
  func run(on connection: Connection) -> [Result<[CommandCall.Answer], any Error>] {
    var results: [Int: Result<[CommandCall.Answer], any Error>] = [:]
    var groups = firstGroups
    while let places = groups.popLast() {
      do {
        let group = CommandGroup(calls: places.map { calls[$0] }, onHeld: onHeld)
        for (place, outcome) in zip(places, try group.run(on: connection)) {
          switch outcome {
          case .answered(let answers): results[place] = .success(answers)
          case .held: results[place] = .failure(StreamHeld())
          }
        }
      } catch  where places.count > 1 && error.blamesData {
        let half = places.count / 2
        groups += [Array(places.dropFirst(half)), Array(places.prefix(half))]
      } catch {
        for place in places { results[place] = .failure(error) }
      }
    }
    return calls.indices.map { place in
      guard let result = results[place] else { preconditionFailure("a call without an answer") }
      return result
    }
  }

  /// The places of the calls, group by group, the last to be run first.
  private var firstGroups: [[Int]] {
    let frequent = calls.indices.filter { calls[$0].pace == .frequent }
    let others = calls.indices.filter { calls[$0].pace != .frequent }.map { [$0] }
    return Array(others.reversed()) + (frequent.isEmpty ? [] : [frequent])
  }
}

/// A session of the database other than the caller's lane holds the stream.
struct StreamHeld: Error {}

extension Error {
  /// Whether the data of a call made its commit fail.
  fileprivate var blamesData: Bool {
    let error = (self as? WriteFailure)?.error ?? (self as? PostgresError)
    guard case .server(let error) = error else { return false }
    return error.sqlState.blamesData
  }
}
