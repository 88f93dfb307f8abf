import BooksVerification
import EmbeddedPostgres
import Foundation
import FundStore

/// Proving that a backup can be lived on, without touching what is in use.
struct Drill: Sendable {
  let backup: BaseBackup
  let record: BackupRecord
  /// A directory that is not there yet, and is removed again.
  let scratch: String
  /// `nil` where none was named.
  let keys: PersonalDataKeys?

  /// Restores, looks, and removes what it restored.
  ///
  /// - Throws: `EmbeddedError`, `StoreError`, `VerificationFailure`, `CancellationError`.
  func run() async throws -> DrillReport {
    Program.say("checking \(backup.name)")
    let last = try await LongWork.telling("checking", writingTo: backup.path) {
      try await BackupTools().check(backup)
    }
    Program.say("restoring it in \(scratch)")
    let result: Result<DrillReport, any Error>
    do {
      result = .success(try await restored(lastSegment: last))
    } catch {
      result = .failure(error)
    }
    if FileManager.default.fileExists(atPath: scratch) {
      try FileManager.default.removeItem(atPath: scratch)
    }
    return try result.get()
  }

  private func restored(lastSegment: String) async throws -> DrillReport {
    let begun = ContinuousClock.now
    let restoration = Restoration(
      backup: backup, dataDirectory: scratch, until: nil, settings: .disposable)
    return try await restoration.running { cluster in
      let took = begun.duration(to: .now)
      let reads = BackupReads(connectionString: cluster.books)
      let lost = try await reads.lost(of: record.chainHeads)
      let fit = try await keys.asyncMap { try await reads.fit(of: $0) }
      let books = try await reads.books()
      // The verification knows the schema of this program; the backup may have an older one, and
      // lack a role.
      try await PrivateCluster.prepare(administration: cluster.administration)
      _ = try await Migrator(connectionString: cluster.owner).migrate()
      let verifying = ContinuousClock.now
      Program.say("verifying \(books.upks) UPK")
      let findings = try await verify(cluster.books)
      return DrillReport(
        backup: record, lastSegment: lastSegment, restoring: took,
        verifying: verifying.duration(to: .now), books: books, lost: lost, findings: findings,
        key: fit)
    }
  }

  private func verify(_ connectionString: String) async throws -> [Verification] {
    let sessions = VerificationSessions(connectionString: connectionString)
    let result: Result<[Verification], any Error>
    do {
      var broken: [Verification] = []
      for upk in [0] + (try await sessions.upks()).filter({ $0 != 0 }) {
        let verification = try await sessions.verify(upk, deadline: nil)
        if !verification.isClean { broken.append(verification) }
      }
      result = .success(broken)
    } catch {
      result = .failure(error)
    }
    await sessions.close()
    return try result.get()
  }
}

extension Optional where Wrapped: Sendable {
  fileprivate func asyncMap<Value>(
    _ transform: (Wrapped) async throws -> Value
  ) async rethrows -> Value? {
    guard let self else { return nil }
    return try await transform(self)
  }
}
