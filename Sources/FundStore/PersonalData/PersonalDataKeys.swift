internal import Crypto
internal import RevolvingFund

/// The keys that persons' names and NIK are sealed with; they are kept outside the database.
public struct PersonalDataKeys: Sendable {
  /// Which of a deployment's keys they are, 1 to 255: a rotation takes the next.
  public let number: Int
  let digestKey: SymmetricKey
  let encryptionKey: SymmetricKey

  private static let header = "bergulir-personal-data-keys 1"
  private static let numbers = 1...255

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
    number = try PersonalDataKeys.number(in: lines)
    digestKey = SymmetricKey(data: digest)
    encryptionKey = SymmetricKey(data: encryption)
    guard check == PersonalDataKeys.check(number, digestKey, encryptionKey) else {
      throw .keyFileUnreadable(line: 4, expected: "the check of the keys and their number")
    }
  }

  /// New random keys, as the text of a file that only the daemon may read; those of a new
  /// deployment have the number 1.
  public static func generate(number: Int = 1) -> String {
    precondition(numbers.contains(number), "keys are numbered from 1 to 255")
    let digestKey = SymmetricKey(size: .bits256)
    let encryptionKey = SymmetricKey(size: .bits256)
    let first = """
      \(header)
      digest \(hexadecimal(digestKey))
      encryption \(hexadecimal(encryptionKey))
      check \(hexadecimal(check(number, digestKey, encryptionKey)))

      """
    return number == 1 ? first : first + "number \(number)\n"
  }

  /// The text of a file with the keys that follow these; `nil` after the 255th.
  public func successor() -> String? {
    PersonalDataKeys.numbers.contains(number + 1)
      ? PersonalDataKeys.generate(number: number + 1) : nil
  }

  /// What the database knows the keys again by, 32 bytes; it tells nothing of them.
  var fingerprint: [UInt8] {
    var code = HMAC<SHA256>(key: encryptionKey)
    code.update(data: Array("bergulir-key-fingerprint".utf8))
    digestKey.withUnsafeBytes { code.update(data: Array($0)) }
    return Array(code.finalize())
  }

  /// The first keys' file says no number.
  private static func number(in lines: [String]) throws(PersonalDataError) -> Int {
    guard lines.count > 4 else { return 1 }
    let words = lines[4].split(separator: " ")
    guard words.count == 2, words[0] == "number", let number = Int(words[1]),
      numbers.contains(number), number > 1
    else {
      throw .keyFileUnreadable(line: 5, expected: "number and 2 to 255")
    }
    return number
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
  private static func check(
    _ number: Int, _ digestKey: SymmetricKey, _ encryptionKey: SymmetricKey
  ) -> [UInt8] {
    var code = HMAC<SHA256>(key: digestKey)
    code.update(data: Array("bergulir-key-check".utf8))
    encryptionKey.withUnsafeBytes { code.update(data: Array($0)) }
    // The first keys' file is older than numbers.
    if number > 1 { code.update(data: [UInt8(clamping: number)]) }
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
