/// The number of a thing of one kind, given by the store and never reused.
public struct ID<Kind>: Hashable, Comparable, Sendable {
  public let value: Int64

  public init(_ value: Int64) {
    self.value = value
  }

  public static func < (left: ID, right: ID) -> Bool { left.value < right.value }
}

/// The number of a thing that belongs to one UPK; counted from 1 in each UPK.
public struct UPKNumber<Kind>: Hashable, Sendable {
  public let upk: UPKID
  public let number: Int64

  public init(_ upk: UPKID, _ number: Int64) {
    self.upk = upk
    self.number = number
  }
}

public typealias UPKID = ID<UPK>
public typealias PersonID = ID<Person>
public typealias PrincipalID = ID<Principal>
public typealias TokenID = ID<Token>
public typealias AssignmentID = ID<Assignment>
public typealias TrainingID = ID<Training>
public typealias KSMID = UPKNumber<KSM>
public typealias ApplicationID = UPKNumber<Application>
public typealias LoanID = UPKNumber<Loan>

extension ID where Kind == UPK {
  /// The stream of what belongs to no single UPK: regions, boards, persons, principals.
  public static var province: UPKID { UPKID(0) }
}

/// A short name that people type: 2 to 40 lower-case letters, digits and hyphens, a letter first.
public struct Code: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let description: String

  public init?(_ text: String) {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard (2...40).contains(text.utf8.count), let first = text.utf8.first,
      letters.contains(first), text.utf8.last != UInt8(ascii: "-"),
      text.utf8.allSatisfy({
        letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-")
      })
    else { return nil }
    description = text
  }

  public static func < (left: Code, right: Code) -> Bool { left.description < right.description }
}
