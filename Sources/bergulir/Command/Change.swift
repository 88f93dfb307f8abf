import FundAPI

extension Answer {
  /// What a write did: the resource and the verb, then what else came of it.
  static func change(
    _ receipt: Bergulir_V1_Receipt, _ fields: KeyValuePairs<String, Value> = [:],
    next: String = ""
  ) -> Answer {
    let record = Record([
      "name": .filled(receipt.name), "verb": .code(receipt.verb, Verb.self),
    ])
    .appending(Record(fields))
    .appending(
      Record(
        receipt.vouchers.isEmpty ? [:] : ["vouchers": .names(receipt.vouchers)],
        details: [
          "sequence": .amount(receipt.sequence), "replayed": .flag(receipt.replayed),
          "dry_run": .flag(receipt.dryRun),
        ]))
    return Answer(.change(record), notes: [Notes.changed(receipt, next: next)])
  }

}
