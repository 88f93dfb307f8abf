import Foundation
import FundTesting
import Libpq
import Testing

@testable import FundStore

@Suite struct StatementTests {
  @Test func `every statement can be prepared against the migrated schema`() async throws {
    try await FundFixture.withStore { fixture in
      try await fixture.superuser { connection in
        for (number, statement) in StatementRegistry.all.enumerated() {
          do {
            try connection.script("prepare statement_\(number) as \(statement.sql)")
          } catch {
            Issue.record("\(statement.name): \(error)")
          }
        }
      }
    }
  }

  @Test func `no statement is left out of the registry, and no name is used twice`() throws {
    let sources = Repository.root.appending(path: "Sources/FundStore")
    var written = 0
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      written += text.components(separatedBy: " Statement(\n").count - 1
      written += text.components(separatedBy: " Statement(\"").count - 1
    }
    let names = (StatementRegistry.all + StatementRegistry.ofCitus).map(\.name)
    #expect(written == names.count)
    #expect(Set(names).count == names.count)
  }
}
