internal import FundAPI
public import FundStore
internal import RevolvingFund

/// Whoever can call before anybody else: the one who registers the others.
public struct FirstAdministrator: Sendable {
  private let label: Code
  private let name: String
  private let gender: Gender

  /// Days that the first token lives: long enough to be asked for only once in a pilot.
  private static let tokenLifeDays = 90

  /// The administrator as typed.
  ///
  /// - Throws: `FirstAdministratorError` naming what cannot be read.
  public init(label: String, name: String, gender: String) throws {
    do {
      self.label = try Field("label", label).code()
      self.name = try Field("name", name).line()
      self.gender = try Field("gender", gender).choice()
    } catch {
      throw FirstAdministratorError(Problem(error))
    }
  }

  /// Makes person, role, principal and token, and returns the secret, which is kept nowhere.
  ///
  /// - Throws: `FirstAdministratorError` if there is somebody already who can call, `StoreError`.
  public func make(in store: FundStore, clock: Clock) async throws -> String {
    let secret = Secret()
    do {
      _ = try await store.bootstrap(
        Bootstrap(
          name: name, gender: gender, label: label, tokenHash: secret.hash,
          tokenLifeDays: FirstAdministrator.tokenLifeDays, today: clock.today))
    } catch let refusal as Refusal {
      throw FirstAdministratorError(Problem(refusal))
    }
    return secret.text
  }

  /// Whether nobody has an account yet.
  ///
  /// - Throws: `StoreError`.
  public static func isMissing(in store: FundStore) async throws -> Bool {
    try await store.principals(after: nil, limit: 1).isEmpty
  }
}

/// Why there is no first administrator, in words.
public struct FirstAdministratorError: Error, CustomStringConvertible {
  public let description: String

  init(_ problem: Problem) {
    description = "\(problem.first.message.english) \(problem.first.remedy.english)"
  }
}
