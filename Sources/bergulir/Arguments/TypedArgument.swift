import ArgumentParser

/// What people type for an option or an argument, and how to say that it was written wrongly.
protocol TypedArgument: ExpressibleByArgument {
  /// How it is written; goes on after "write".
  static var form: String { get }

  /// What is wrong with a text that cannot be read.
  static func complaint(_ text: String) -> String
}

extension TypedArgument {
  static func complaint(_ text: String) -> String { "write \(form)" }

  /// Reads a text; the mistake says how to write it.
  static func read(_ text: String) throws -> Self {
    guard let value = Self(argument: text) else { throw ValidationError(complaint(text)) }
    return value
  }
}
