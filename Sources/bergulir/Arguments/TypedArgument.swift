import ArgumentParser
import FundAPI

/// What people type for an option or an argument, and how to say that it was written wrongly.
protocol TypedArgument: ExpressibleByArgument {
  /// How it is written.
  static var form: ArgumentForm { get }

  /// How to correct a text that cannot be read.
  static func correction(of text: String) -> ArgumentCorrection
}

extension TypedArgument {
  static func correction(of text: String) -> ArgumentCorrection { .write(form) }

  /// Reads a text; the mistake says how to write it.
  static func read(_ text: String) throws -> Self {
    guard let value = Self(argument: text) else { throw ValidationError(correction(of: text)) }
    return value
  }
}
