internal import Crypto
internal import RevolvingFund

/// The keys that persons' names and NIK are sealed with; they are kept outside the database.
public struct PersonalDataKeys: Sendable {
  let digestKey: SymmetricKey
  let encryptionKey: SymmetricKey

  private static let header = "bergulir-personal-data-keys 1"

  /// Reads the text that `generate()` gave.
  ///
  /// - Throws: `PersonalDataError.keyFileUnreadable` naming the line.
  public init(fileContents: String) throws(PersonalDataError) {
    let lines = fileContents.split(whereSeparator: \.isNewline).map(String.init)
    guard lines.first == PersonalDataKeys.header else {
      throw .keyFileUnreadable(line: 1, expected: PersonalDataKeys.header)
    }
    let digest = try PersonalDataKeys.value(of: "digest", in: lines, line: 2)
    let encryption = try PersonalDataKeys.value(of: "encryption", in: lines, line: 3)
    let check = try PersonalDataKeys.value(of: "check", in: lines, line: 4)
    guard digest.count == 32 else { throw .keyFileUnreadable(line: 2, expected: "32 bytes") }
    guard encryption.count == 32 else { throw .keyFileUnreadable(line: 3, expected: "32 bytes") }
    digestKey = SymmetricKey(data: digest)
    encryptionKey = SymmetricKey(data: encryption)
    guard check == PersonalDataKeys.check(digestKey, encryptionKey) else {
      throw .keyFileUnreadable(line: 4, expected: "the check of the two keys above")
    }
  }

  /// New random keys, as the text of a file that only the daemon may read.
  public static func generate() -> String {
    let digestKey = SymmetricKey(size: .bits256)
    let encryptionKey = SymmetricKey(size: .bits256)
    return """
      \(header)
      digest \(hexadecimal(digestKey))
      encryption \(hexadecimal(encryptionKey))
      check \(hexadecimal(check(digestKey, encryptionKey)))

      """
  }

  private static func value(
    of name: String, in lines: [String], line: Int
  ) throws(PersonalDataError) -> [UInt8] {
    let words = line <= lines.count ? lines[line - 1].split(separator: " ") : []
    guard words.count == 2, words[0] == name, let bytes = bytes(hexadecimal: words[1]) else {
      throw .keyFileUnreadable(line: line, expected: "\(name) and hexadecimal digits")
    }
    return bytes
  }

  /// Four bytes by which a file that was cut or mistyped is noticed; they tell nothing of the keys.
  private static func check(_ digestKey: SymmetricKey, _ encryptionKey: SymmetricKey) -> [UInt8] {
    var code = HMAC<SHA256>(key: digestKey)
    code.update(data: Array("bergulir-key-check".utf8))
    encryptionKey.withUnsafeBytes { code.update(data: Array($0)) }
    return Array(Array(code.finalize()).prefix(4))
  }
}

/// Why names and NIK cannot be sealed or read.
public enum PersonalDataError: Error, Hashable, Sendable {
  /// The key file is not one, or was damaged.
  case keyFileUnreadable(line: Int, expected: String)
  /// The ciphertext was made with other keys, or was changed.
  case undecipherable
}

extension PersonalDataError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .keyFileUnreadable(let line, let expected):
      "the key file is damaged in line \(line), where \(expected) was expected; restore it"
    case .undecipherable:
      "personal data were sealed with other keys, or changed; use the keys of this database"
    }
  }
}

private func hexadecimal(_ key: SymmetricKey) -> String {
  key.withUnsafeBytes { hexadecimal(Array($0)) }
}
