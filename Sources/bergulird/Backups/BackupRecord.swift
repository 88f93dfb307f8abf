import EmbeddedPostgres
import Foundation
import FundStore
import RevolvingFund

/// The JSON beside a base backup: what it is, and what must be found in it again.
struct BackupRecord: Codable, Hashable, Sendable {
  let name: String
  /// In UTC, as `finished`.
  let begun: Date
  let finished: Date
  let program: String
  let schemaHead: Int64
  let timeline: UInt32
  let logStart: String
  let logEnd: String
  let heads: [Head]

  /// Where the chain of a UPK, or of the province under 0, stood before the backup was begun.
  struct Head: Codable, Hashable, Sendable {
    let upk: Int64
    let events: Int64
    let hash: String
  }

  /// The record as text.
  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      encoder.dateEncodingStrategy = .iso8601
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }

  /// - Throws: `EmbeddedError.backupDamaged`.
  init(of backup: BaseBackup) throws {
    do {
      let decoder = JSONDecoder()
      decoder.dateDecodingStrategy = .iso8601
      self = try decoder.decode(
        Self.self, from: Data(contentsOf: URL(fileURLWithPath: backup.record)))
    } catch {
      throw EmbeddedError.backupDamaged(backup.path, reason: "backup.json cannot be read")
    }
  }

  init(
    name: String, begun: Date, finished: Date, schema: Int64, heads: [ChainHead],
    manifest: BackupManifest
  ) {
    self.name = name
    self.begun = begun
    self.finished = finished
    program = Version.text
    schemaHead = schema
    timeline = manifest.timeline
    logStart = manifest.logStart
    logEnd = manifest.logEnd
    self.heads = heads.map {
      Head(upk: $0.upk, events: $0.events, hash: hexadecimal($0.hash))
    }
  }

  /// The chains' heads as the database has them; a hash that was changed is no head's.
  var chainHeads: [ChainHead] {
    heads.map { ChainHead(upk: $0.upk, events: $0.events, hash: bytes(hexadecimal: $0.hash) ?? []) }
  }
}
