public import RevolvingFund

extension Bergulir_V1_BookDifference {
  /// A difference as the wire says it.
  public init(_ difference: BookDifference) {
    self.init()
    control = difference.control
    place = difference.place
    what = difference.what
    expected = difference.expected
    found = difference.found
  }
}

extension Bergulir_V1_Freeze {
  /// A freeze as the wire says it.
  public init(_ freeze: Freeze, in upk: Code) {
    self.init()
    name = ResourceName.freeze(upk, freeze.number).description
    holds = freeze.release == nil
    frozenOn = freeze.on.description
    difference = Bergulir_V1_BookDifference(freeze.difference)
    if let request = freeze.request {
      requestedBy = ResourceName.person(request.by).description
      requestedOn = request.on.description
      reason = request.reason
    }
    if let release = freeze.release {
      releasedBy = ResourceName.person(release.by).description
      releasedOn = release.on.description
    }
  }
}
