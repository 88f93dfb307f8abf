/// Where files name somebody by the number that they use.
struct NamedPerson: Hashable, Sendable {
  let file: BookFileKind
  let line: Int
  let column: String
  let person: Int64

  /// That nobody has the number.
  var stranger: BookProblem {
    BookProblem(file, line: line, .unknown(column: column, value: "\(person)"))
  }
}

extension BookRecords {
  /// Members, and who proposed or decided something.
  var named: [NamedPerson] {
    func naming(
      _ file: BookFileKind, _ line: Int, _ column: String, _ person: Int64?
    ) -> [NamedPerson] {
      person.map { [NamedPerson(file: file, line: line, column: column, person: $0)] } ?? []
    }
    return members.flatMap { naming(.members, $0.line, "person", $0.person) }
      + restructurings.flatMap {
        naming(.restructurings, $0.line, "decided_by", $0.decidedBy)
      }
      + writeOffs.flatMap {
        naming(.writeOffs, $0.line, "proposed_by", $0.proposedBy)
          + naming(.writeOffs, $0.line, "decided_by", $0.decidedBy)
          + naming(.writeOffs, $0.line, "waived_by", $0.waiver?.decidedBy)
      }
      + allocations.flatMap { naming(.allocations, $0.line, "decided_by", $0.decidedBy) }
  }
}
