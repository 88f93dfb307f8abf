import Foundation
import GRPCCore
import RevolvingFund
import Testing

@testable import FundServer

/// The rows of `docs/permissions.md`: call, permission, roles and reach, as they are written there.
private func documentedRows() throws -> [[String]] {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../docs/permissions.md").standardized
  let text = try String(contentsOf: file, encoding: .utf8)
  return text.split(separator: "\n").map { line in
    line.split(separator: "|").map { cell in
      cell.filter { $0 != "`" }.trimmingCharacters(in: .whitespaces)
    }
  }.filter { $0.count == 4 && $0[0].contains("/") }
}

/// The roles of a cell, in which groups of them stand between asterisks.
private func roles(in cell: String) -> Set<String> {
  let groups: [String: Set<Role>] = [
    "*registrars*": .registrars, "*insiders*": .insiders, "*observers*": .observers, "–": [],
  ]
  return cell.split(separator: ", ").reduce(into: []) { found, word in
    found.formUnion(groups[String(word)].map { Set($0.map(\.rawValue)) } ?? [String(word)])
  }
}

@Test func `the document has every call with its permission, roles and reach`() throws {
  let rows = try documentedRows()
  #expect(rows.count == PermissionTable.rows.count)
  for (method, permission) in PermissionTable.rows {
    let call = method.fullyQualifiedMethod.split(separator: ".").last.map(String.init)
    let row = try #require(rows.first { $0[0] == call }, "\(method)")
    #expect(row[1] == permission.name)
    #expect(roles(in: row[2]) == Set(permission.roles.map(\.rawValue)), "\(method)")
    #expect(row[3] == "\(permission.reach)", "\(method)")
  }
}
