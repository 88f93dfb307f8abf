public import RevolvingFund

extension Bergulir_V1_Instrument {
  public init(_ instrument: EligibilityInstrument) {
    self.init()
    version = instrument.version
    if version > 0 { name = ResourceName.instrument(version).description }
    validFrom = instrument.validFrom.description
    fewestSupervisors = Int32(clamping: instrument.fewestSupervisors)
    mostSupervisors = Int32(clamping: instrument.mostSupervisors)
    fewestOfficers = Int32(clamping: instrument.fewestOfficers)
    idealOfficers = Int32(clamping: instrument.idealOfficers)
    fewestMembers = Int32(clamping: instrument.fewestMembers)
    womenInTen = Int32(clamping: instrument.womenInTen)
    monthsBeforeFirstLoan = Int32(clamping: instrument.monthsBeforeFirstLoan)
    attestationMonths = Int32(clamping: instrument.attestationMonths)
    assessmentMonths = Int32(clamping: instrument.assessmentMonths)
    bookkeepingGate = instrument.bookkeepingGate.rawValue
    lateEntryDays = Int32(clamping: instrument.lateEntryDays)
    reason = instrument.reason
  }

  /// The instrument that is asked for; its version is still to be given.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid`.
  public func instrument() throws(Fault) -> EligibilityInstrument {
    EligibilityInstrument(
      version: 0, validFrom: try Field("instrument.valid_from", validFrom).day(),
      fewestSupervisors: Int(fewestSupervisors), mostSupervisors: Int(mostSupervisors),
      fewestOfficers: Int(fewestOfficers), idealOfficers: Int(idealOfficers),
      fewestMembers: Int(fewestMembers), womenInTen: Int(womenInTen),
      monthsBeforeFirstLoan: Int(monthsBeforeFirstLoan),
      attestationMonths: Int(attestationMonths), assessmentMonths: Int(assessmentMonths),
      bookkeepingGate: try Field("instrument.bookkeeping_gate", bookkeepingGate).choice(),
      lateEntryDays: Int(lateEntryDays),
      reason: try Field("instrument.reason", reason).lines())
  }
}
