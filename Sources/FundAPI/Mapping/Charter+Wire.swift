public import RevolvingFund

extension Bergulir_V1_Charter {
  public init(_ charter: Charter, in upk: Code) {
    self.init()
    name = ResourceName.charter(upk, charter.version).description
    validFrom = charter.validFrom.description
    deed = charter.deed
    povertyTool = charter.articles[.povertyTool] ?? ""
    lendingOnly = charter.articles[.lendingOnly] ?? ""
    incomeForUnitOnly = charter.articles[.incomeForUnitOnly] ?? ""
    minutes = charter.minutes
    lacking = charter.lacking.map(\.rawValue)
  }

  /// The charter that a request asks for; its version, 0 here, is given by the command.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid`, each naming the field below `charter`.
  public func charter(of upk: UPKID) throws(Fault) -> Charter {
    var articles: [CharterClause: String] = [:]
    for (clause, name, text) in [
      (.povertyTool, "poverty_tool", povertyTool), (.lendingOnly, "lending_only", lendingOnly),
      (.incomeForUnitOnly, "income_for_unit_only", incomeForUnitOnly),
    ] as [(CharterClause, String, String)] where !text.isEmpty {
      articles[clause] = try Field("charter.\(name)", text).lines()
    }
    return Charter(
      upk: upk, version: 0, validFrom: try Field("charter.valid_from", validFrom).day(),
      deed: try Field("charter.deed", deed).line(), articles: articles,
      minutes: try Field("charter.minutes", minutes).line())
  }
}
