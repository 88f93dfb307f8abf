import Foundation
import FundStore

/// What names and NIK are sealed with in databases that live as long as a measurement.
///
/// Nobody's name is in them, so that these keys need not be secret, and all processes of a
/// measurement have the same.
enum BenchKeys {
  private static let text = """
    bergulir-personal-data-keys 1
    digest \(String(repeating: "be", count: 32))
    encryption \(String(repeating: "ac", count: 32))
    check 63614be9

    """

  /// The keys of a file, else those of all databases without a name in them.
  static func read(_ file: String? = nil) throws -> PersonalDataKeys {
    try PersonalDataKeys(
      fileContents: try file.map { try String(contentsOfFile: $0, encoding: .utf8) } ?? text)
  }
}
