/// JSON with the fields in the order of the records.
enum JSONText {
  /// An item or a change as one object, a list as an object with `items` and `next_page_token`.
  static func text(_ body: Answer.Body) -> String {
    switch body {
    case .item(let record), .change(let record), .document(_, let record):
      object(record.fields) + "\n"
    case .listing(let listing):
      envelope(listing) + "\n"
    case .nothing:
      ""
    }
  }

  /// One object a line; what a list's items share is left out.
  static func lines(_ body: Answer.Body) -> String {
    switch body {
    case .listing(let listing): listing.items.map { object($0.fields) + "\n" }.joined()
    case .item, .change, .nothing, .document: text(body)
    }
  }

  /// A string in quotes with everything escaped that must be.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A value; amounts and percent are strings, so that no reader rounds them.
  static func value(_ value: Value) -> String {
    switch value {
    case .absent: "null"
    case .text(let text), .code(let text, _), .percent(let text): quoted(text)
    case .amount(let amount): quoted("\(amount)")
    case .count(let count): "\(count)"
    case .flag(let flag): "\(flag)"
    case .list(let texts, _): "[" + texts.map(quoted).joined(separator: ",") + "]"
    case .record(let record): object(record.fields)
    case .records(let records):
      "[" + records.map { object($0.fields) }.joined(separator: ",") + "]"
    }
  }

  /// An object of some fields.
  static func object(_ fields: [Record.Field]) -> String {
    "{" + fields.map { quoted($0.name) + ":" + value($0.value) }.joined(separator: ",") + "}"
  }

  private static func envelope(_ listing: Listing) -> String {
    let envelope = listing.context.appending(
      Record([
        "items": .records(listing.items), "next_page_token": .text(listing.nextPageToken),
      ]))
    return object(envelope.fields)
  }
}
