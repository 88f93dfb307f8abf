internal import RevolvingFund

extension Content {
  /// The fields sorted by the bytes of their names: the form that is hashed and answered with.
  var sorted: Content {
    Content(fields.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }

  /// The fields as a flat object whose values are all strings.
  var json: String {
    let members = fields.map { "\(quoted($0.name)):\(quoted($0.value))" }
    return "{\(members.joined(separator: ","))}"
  }
}

private func quoted(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else {
    return "\"\(text)\""
  }
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\u{0}"..<" ":
      let digits = String(scalar.value, radix: 16)
      quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
