/// An application that nobody ended, in short.
public struct OpenApplication: Hashable, Sendable {
  public let id: ApplicationID
  /// The last day on which it is good as it is; `nil` where nothing ends it.
  public let validUntil: Day?

  public init(id: ApplicationID, validUntil: Day?) {
    self.id = id
    self.validUntil = validUntil
  }

  /// Whether it is not over on a day: what was not carried on in time is.
  func isOpen(on day: Day) -> Bool { validUntil.map { day <= $0 } ?? true }
}
