/// A person as the rules know them: by number and gender, never by name or NIK.
///
/// Name and NIK live sealed in the store alone.
public struct Person: Hashable, Sendable {
  public let id: PersonID
  public let gender: Gender
  /// Whether a NIK is on record; who borrows must have one, an office-holder need not.
  public let isIdentified: Bool

  public init(id: PersonID, gender: Gender, isIdentified: Bool) {
    self.id = id
    self.gender = gender
    self.isIdentified = isIdentified
  }
}

/// The gender on the identity card; the programme counts women in groups and supervisory bodies.
public enum Gender: String, Hashable, Sendable, CaseIterable {
  case female, male
}

/// A national identity number (NIK): sixteen digits.
///
/// It never leaves the edge unsealed.
public struct NIK: Hashable, Sendable {
  public let digits: String

  /// Reads sixteen ASCII digits; `nil` for anything else.
  public init?(_ text: String) {
    guard text.utf8.count == 16, RevolvingFund.digits(text) != nil else { return nil }
    digits = text
  }

  /// What may be shown: the last four digits.
  public var lastFour: String { String(digits.suffix(4)) }
}

/// A person's name and NIK after sealing: the core compares digests and passes ciphertext on.
public struct SealedPersonalData: Hashable, Sendable {
  /// Keyed hash of the NIK, the same for the same NIK; `nil` for a person without one.
  public let nikDigest: [UInt8]?
  /// Keyed hash of NIK and name together, to tell a repeated request from another one.
  public let contentDigest: [UInt8]
  /// Name and NIK, encrypted and authenticated.
  public let ciphertext: [UInt8]

  public init(nikDigest: [UInt8]?, contentDigest: [UInt8], ciphertext: [UInt8]) {
    self.nikDigest = nikDigest
    self.contentDigest = contentDigest
    self.ciphertext = ciphertext
  }
}
