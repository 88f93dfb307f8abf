internal import Crypto
public import RevolvingFund

/// A person's name and NIK, readable.
///
/// It is made for one answer to someone who may read it, and never stored.
public struct PersonalData: Hashable, Sendable {
  public let name: String
  /// `nil` for a person without one on record.
  public let nik: NIK?

  public init(name: String, nik: NIK?) {
    self.name = name
    self.nik = nik
  }
}

extension PersonalDataKeys {
  /// Seals a name and a NIK for the core and the store.
  ///
  /// The same NIK always has the same digest, and the same NIK and name the same content digest;
  /// the ciphertext is another each time.
  ///
  /// - Throws: `PersonalDataError.undecipherable` if the cipher refuses, which it has no reason to.
  public func seal(nik: NIK?, name: String) throws(PersonalDataError) -> SealedPersonalData {
    SealedPersonalData(
      nikDigest: nik.map(digest(of:)),
      contentDigest: digest("person", [Array((nik?.digits ?? "").utf8), Array(name.utf8)]),
      ciphertext: try encrypted(Array((nik?.digits ?? "").utf8), Array(name.utf8)))
  }

  /// What a NIK is known again by, 32 bytes.
  func digest(of nik: NIK) -> [UInt8] { digest("nik", [Array(nik.digits.utf8)]) }

  /// Reads what `seal` encrypted.
  ///
  /// - Throws: `PersonalDataError.undecipherable`.
  public func open(_ ciphertext: [UInt8]) throws(PersonalDataError) -> PersonalData {
    guard ciphertext.count > 2, Array(ciphertext.prefix(2)) == versions else {
      throw .undecipherable
    }
    do {
      let box = try AES.GCM.SealedBox(combined: ciphertext.dropFirst(2))
      let plain = try AES.GCM.open(box, using: encryptionKey, authenticating: versions)
      return try PersonalDataKeys.read(Array(plain))
    } catch {
      throw .undecipherable
    }
  }
}

extension PersonalDataKeys {
  /// Whether something was sealed with keys of this number.
  func isNumber(of ciphertext: [UInt8]) -> Bool { ciphertext.dropFirst().first == versions[1] }

  /// The version of the layout, and which key: `fund.person` reads the second byte too.
  private var versions: [UInt8] { [1, UInt8(clamping: number)] }
  private static let nikLength = 16

  /// Layout: whether there is a NIK, the NIK, the name.
  private func encrypted(
    _ nik: [UInt8], _ name: [UInt8]
  ) throws(PersonalDataError) -> [UInt8] {
    do {
      let box = try AES.GCM.seal(
        [nik.isEmpty ? 0 : 1] + nik + name, using: encryptionKey, authenticating: versions)
      guard let combined = box.combined else { throw PersonalDataError.undecipherable }
      return versions + Array(combined)
    } catch {
      throw .undecipherable
    }
  }

  private static func read(_ plain: [UInt8]) throws(PersonalDataError) -> PersonalData {
    guard let first = plain.first, first <= 1 else { throw .undecipherable }
    let nik = plain.dropFirst().prefix(first == 1 ? nikLength : 0)
    let name = plain.dropFirst(1 + nik.count)
    guard first == 0 || NIK(String(decoding: nik, as: UTF8.self)) != nil else {
      throw .undecipherable
    }
    return PersonalData(
      name: String(decoding: name, as: UTF8.self),
      nik: NIK(String(decoding: nik, as: UTF8.self)))
  }

  /// A keyed hash; the domain keeps the hash of one thing from being taken for another's.
  private func digest(_ domain: String, _ parts: [[UInt8]]) -> [UInt8] {
    var code = HMAC<SHA256>(key: digestKey)
    for part in [Array(domain.utf8)] + parts {
      code.update(data: withUnsafeBytes(of: UInt64(part.count).bigEndian) { Array($0) })
      code.update(data: part)
    }
    return Array(code.finalize())
  }
}
