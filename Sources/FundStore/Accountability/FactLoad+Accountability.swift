internal import Libpq
internal import RevolvingFund

extension FactLoad {
  /// Complaints and findings by their keys, and what a UPK published and who inspected it.
  mutating func addAccountability(_ keys: Keys) {
    add(
      !keys.complaints.isEmpty, ComplaintStatements.byKey, keyColumns(keys.complaints)
    ) { row, facts in
      let complaint = try Complaint(row)
      facts.complaints[complaint.id] = complaint
    }
    add(
      !keys.findings.isEmpty, FindingStatements.byKey, keyColumns(keys.findings)
    ) { row, facts in
      let finding = try Finding(row)
      facts.findings[finding.id] = finding
    }
    add(
      !keys.publicationsOf.isEmpty, SupervisionStatements.publications,
      [.upks(keys.publicationsOf.sorted())]
    ) { row, facts in
      let publication = try Publication(row)
      facts.publications[publication.upk, default: []].append(publication)
    }
    add(
      !keys.supervisionsOf.isEmpty, SupervisionStatements.ofUPK,
      [.upks(keys.supervisionsOf.sorted())]
    ) { row, facts in
      let supervision = try Supervision(row)
      facts.supervisions[supervision.upk, default: []].append(supervision)
    }
  }
}
