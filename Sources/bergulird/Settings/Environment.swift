import Foundation

/// The environment of the process.
struct Environment: Sendable {
  let variables: [String: String]

  static var current: Environment {
    Environment(variables: ProcessInfo.processInfo.environment)
  }

  /// The value of a variable; `nil` where it is absent or empty.
  subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
