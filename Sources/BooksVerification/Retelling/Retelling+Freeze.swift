extension Retelling {
  /// Expects of every freeze that nobody asked for its release, until an event says so.
  ///
  /// That the books were frozen, and for what, no event says: it is no command.
  mutating func openFreezes(_ found: [Cells]) {
    for row in found {
      expect(
        .freeze,
        Cells([
          "number": row["number"], "requested_on": nil, "requested_by": nil, "reason": nil,
          "released_on": nil, "released_by": nil,
        ]))
    }
  }

  mutating func requestRelease(_ event: EventRow, on day: CivilDay) {
    expect(
      .freeze,
      Cells([
        "number": event.subjectNumber, "requested_on": day, "requested_by": event.person,
        "reason": event.content?["reason"], "released_on": nil, "released_by": nil,
      ]))
  }

  mutating func release(_ event: EventRow, on day: CivilDay) {
    guard let number = event.subjectNumber, var row = rows[.freeze]?["freeze/\(number)"] else {
      return wonder(event, "subject", expected: "a freeze", found: event.cells["subject"] ?? "")
    }
    row["released_on"] = "\(day)"
    row["released_by"] = event.person
    expect(.freeze, row)
  }
}
